"""Papers of other offices, as the province looks for them, on every database it knows."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from pydantic import ValidationError
from sqlalchemy import select

from counter_app.dossier import clock
from counter_app.dossier.codes import case_code
from counter_app.dossier.correctable import correctable
from counter_app.dossier.journal import Entry
from counter_app.dossier.model import Component, FileRef
from counter_app.dossier.payloads.after import Corrected, ReceivingCancelled
from counter_app.dossier.payloads.erasing import DataErased, ErasedEntry
from counter_app.dossier.payloads.papers import ComponentDigitised, PaperBorrowed
from counter_app.province.file_register import Key
from counter_app.province.lending import NotFound
from counter_app.province.lending_figures import LendingLine, lending_lines, unsaid
from counter_app.province.lending_reasons import NoReason
from counter_app.province.overview import Overview
from counter_app.province.services import Services
from counter_app.province.tables import owners
from counter_app.sync.wire import PapersFound, PapersWanted, PaperWanted
from tests.dossier.entries import AT, CODE, received
from tests.province.conftest import DESK, STRANGER, Journal

NUMBER, OTHER_NUMBER, EXCHANGED = "040190001234", "040188009999", "1.012783"
INTAKE = "draft-of-a-test-000000"
PDF = b"%PDF-1.7 a certificate"
FILE = FileRef(sha256=hashlib.sha256(PDF).hexdigest(), size=len(PDF), media_type="application/pdf")


def asked(services: Services, number: str = NUMBER) -> PapersFound:
    return services.lending.find(STRANGER, question(number))


def question(number: str = NUMBER, reason: str = INTAKE) -> PapersWanted:
    return PapersWanted(number=number, procedure=EXCHANGED, reason=reason, clerk="Mẫu")


def says(request: int, reason: str = INTAKE, **other: str) -> PaperBorrowed:
    """What a desk writes before it fetches the certificate."""
    facts = {"paper": "Giấy", "file": FILE.sha256, "source": CODE, "procedure": EXCHANGED, "reason": reason} | other
    return PaperBorrowed.model_validate(facts | {"request": request})


def digitised(services: Services) -> Journal:
    """A certificate lies digitised at another office, whole."""
    certificate = Component(key="giay", name="Giấy chứng nhận quyền sử dụng đất", originals=1)
    mine, first = Journal(), received().model_copy(update={"components": (certificate,)})
    services.registry.accept(DESK, [mine.write(first)])
    services.registry.accept(DESK, [mine.write(ComponentDigitised(component="giay", document=FILE, pages=()), step=2)])
    services.files.came_whole(Key("H41.99", FILE.sha256), FILE.size)
    return mine


def test_a_paper_is_found_by_its_owners_number_as_it_is_now_until_it_is_erased(services: Services) -> None:
    certificate = Component(key="giay", name="Giấy chứng nhận quyền sử dụng đất", originals=1)
    mine, first = Journal(), received().model_copy(update={"components": (certificate,)})
    services.registry.accept(DESK, [mine.write(first)])
    services.registry.accept(DESK, [mine.write(ComponentDigitised(component="giay", document=FILE, pages=()), step=2)])
    assert asked(services).papers == (), "its file is not here yet"
    services.files.came_whole(Key("H41.99", FILE.sha256), FILE.size)
    found = asked(services)
    assert [paper.document for paper in found.papers] == [FILE]

    entry = Journal(STRANGER).write(says(found.request), case_code("H41.98", AT.date(), 1))
    wanted = PaperWanted(request=found.request, number=NUMBER, sha256=FILE.sha256, entry=entry)
    assert services.lending.lend(STRANGER, wanted) == services.lending.lend(STRANGER, wanted)
    with pytest.raises(NotFound):
        services.lending.lend(DESK, wanted)
    (lent,) = [entry for entry in services.registry.entries_of([CODE])[CODE] if entry.kind == "paper_lent"]
    assert lent.step == 3
    assert lending_lines(services.engine) == [LendingLine("H41.98", EXCHANGED, 2, 1, 1)]

    dossier = services.registry.folded(CODE).dossier
    assert dossier is not None
    now = correctable(dossier)
    other = now.model_copy(update={"owner": now.owner.model_copy(update={"identity_number": OTHER_NUMBER})})
    put_right = Corrected(before=now, after=other, reason="Nhầm người", signer="Lê Văn Duyệt")
    services.registry.accept(DESK, [mine.write(put_right, step=4)])
    assert asked(services).papers == (), "it was received for somebody else by mistake"
    assert len(asked(services, OTHER_NUMBER).papers) == 1
    later = clock.now() + timedelta(hours=13)
    services.lending._now = lambda: later
    with pytest.raises(NotFound):
        services.lending.lend(STRANGER, wanted)

    erased = tuple(ErasedEntry(desk=DESK, sequence=number) for number in (1, 2, 3))
    gone = DataErased(reason="Theo yêu cầu", erased=erased, files=(FILE.sha256,))
    services.registry.accept(DESK, [mine.write(gone, step=5)])
    assert asked(services, OTHER_NUMBER).papers == ()
    with services.engine.connect() as db:
        assert db.execute(select(owners)).all() == []


def test_an_intake_is_one_desks_of_few_people_of_few_weeks_and_over_once_it_is_received(services: Services) -> None:
    digitised(services)
    lending, theirs = services.lending, Journal(STRANGER)
    lending.find(STRANGER, question())
    with pytest.raises(ValidationError):
        question(reason="anything-at-all")
    services.desks.register("H41.98:2")
    with pytest.raises(NoReason, match="another desk"):
        lending.find("H41.98:2", question())
    for last in range(3):
        lending.find(STRANGER, question(f"04019000200{last}"))
    with pytest.raises(NoReason, match="too many people"):
        lending.find(STRANGER, question("040190002009"))
    lending._now = lambda: clock.now() + timedelta(days=61)
    with pytest.raises(NoReason, match="long ago"):
        lending.find(STRANGER, question())
    lending._now = clock.now
    at, code = clock.now() + timedelta(minutes=5), "H41.98-261124-0001"
    mine = received().model_copy(update={"procedure": EXCHANGED})
    services.registry.accept(STRANGER, [theirs.write(mine, code, at=at)])
    with pytest.raises(NoReason, match="was received"):
        lending.find(STRANGER, question())
    assert lending.find(STRANGER, question(reason=code)).papers, "the dossier is what is open now"
    cancelled = ReceivingCancelled(reason="Nhận trùng", signer="Lê Văn Duyệt", seconded_by="Lê Văn Duyệt")
    services.registry.accept(STRANGER, [theirs.write(cancelled, code, step=2, at=at)])
    assert lending.find(STRANGER, question()).papers, "its receipt was taken back: the intake goes on"


def test_a_paper_is_given_only_for_an_entry_of_the_borrowers_journal_that_says_so(services: Services) -> None:
    digitised(services)
    request = asked(services).request
    own, theirs = Journal(STRANGER), case_code("H41.98", AT.date(), 1)

    def lend(entry: Entry) -> object:
        wanted = PaperWanted(request=request, number=NUMBER, sha256=FILE.sha256, entry=entry)
        return services.lending.lend(STRANGER, wanted)

    for wrong in (
        Journal(DESK).write(says(request), case_code("H41.99", AT.date(), 1)),
        Journal(STRANGER).write(says(request + 1), theirs),
        Journal(STRANGER).write(says(request, "draft-of-another-00000"), theirs),
        Journal(STRANGER).write(says(request, file="ab" * 32), theirs),
        Journal(STRANGER).write(says(request), "H41.98-261124-0001"),
        Journal(STRANGER).write(received(), "H41.98-261124-0001"),
        own.write(says(request), theirs).model_copy(update={"clerk": "Ai khác"}),
    ):
        with pytest.raises(NoReason):
            lend(wrong)
    services.registry.accept(STRANGER, own.entries)
    with pytest.raises(NoReason, match="not in the desk"):  # sealed, and in the place of one that was sent before
        lend(Journal(STRANGER).write(says(request), case_code("H41.98", AT.date(), 2)))
    shown = own.write(says(request), case_code("H41.98", AT.date(), 3))
    assert lend(shown) == Key("H41.99", FILE.sha256) and unsaid(services.engine) == []
    other = Journal(STRANGER)
    other.entries = own.entries[:1]
    hidden = other.write(received(), "H41.98-261124-0007")  # the desk sends another entry in its place
    services.registry.accept(STRANGER, [hidden])
    assert [(line.desk, line.dossier) for line in unsaid(services.engine)] == [(STRANGER, CODE)]


def test_questions_that_no_dossier_followed_are_told(services: Services) -> None:
    digitised(services)
    asked(services)
    services.lending.find(STRANGER, question(OTHER_NUMBER, "draft-of-another-00000"))
    lending, now = services.lending, clock.now()
    assert lending.unfollowed() == [], "its receipt may be on the way"
    lending._now = lambda: now + timedelta(days=2)
    assert {line.reason for line in lending.unfollowed()} == {INTAKE, "draft-of-another-00000"}
    services.registry.accept(STRANGER, [Journal(STRANGER).write(received(), "H41.98-261124-0001", at=now)])
    Overview(services.engine).refresh_all()
    assert {line.reason for line in lending.unfollowed()} == {"draft-of-another-00000"}
