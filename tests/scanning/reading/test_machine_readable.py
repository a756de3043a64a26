"""The zone of a card or passport is read from its picture, and given only where every check digit holds."""

from __future__ import annotations

from datetime import date

import pytest

from counter_app.bench.cards import zones
from counter_app.dossier.identity import BadMrz, read_passport_mrz
from scanning.fields.papers import fields_of, papers_of
from scanning.page.read_page import read_page
from scanning.pages import RawPage


def test_a_card_and_a_passport_are_read_from_their_pictures() -> None:
    for card in zones(3, 2):
        lines = card.code
        page = read_page(RawPage(card.jpeg, "image/jpeg", 200, "card", 0))
        assert [code.text for code in page.codes] == [lines]
        (paper,) = papers_of([page])
        assert paper.known_as.paper == ("passport" if lines.startswith("P") else "identity_card")
        fields = {field.name: field for field in fields_of(paper, [page])}
        assert fields["subject.identity_number"].value in lines and fields["subject.identity_number"].sure
        assert not fields["subject.name"].sure  # no digit checks the name


def test_a_passport_whose_digit_is_wrong_is_not_read() -> None:
    (_, passport) = zones(4, 2)
    first, second = passport.code.splitlines()
    assert read_passport_mrz((first, second), date(2026, 11, 24)).country == "VNM"
    with pytest.raises(BadMrz):
        read_passport_mrz((first, second[:9] + str((int(second[9]) + 1) % 10) + second[10:]), date(2026, 11, 24))
