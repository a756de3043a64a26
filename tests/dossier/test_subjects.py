"""What a printed paper is about comes back as it was written, whoever wrote it."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.journal import write
from counter_app.dossier.payloads.papers import PaperGiven
from counter_app.dossier.subjects import (
    WHOLE,
    ActAt,
    OneReceipt,
    ReceiptState,
    Subject,
    UnknownSubject,
    WayThrough,
    parse_subject,
    write_subject,
)
from counter_app.dossier.value import FileRef

AT = datetime(2026, 11, 24, 8, 15, 30, 120, VIETNAM)
SERIES = "01BLP2-001 NA-26T"
FILE = FileRef(sha256="ab" * 32, size=1, media_type="application/pdf")
AS_STORED: dict[str, Subject] = {
    "": WHOLE,
    "2026-11-24T08:15:30.000120+07:00": ActAt(AT),
    "0": WayThrough(0),
    "2 2026-11-24T08:15:30.000120+07:00": WayThrough(2, AT),
    f"{SERIES} 12": OneReceipt(SERIES, 12),
    f"{SERIES} 12 cancelled": OneReceipt(SERIES, 12, ReceiptState.CANCELLED),
    f"{SERIES} 12 refunded": OneReceipt(SERIES, 12, ReceiptState.REFUNDED),
    "3 17": OneReceipt("3", 17),
}
OF_NO_KIND = ("x", "2026-11-24", "2026-11-24T08:15:30", "2026-11-24T01:15:30Z", f"{SERIES} 012", "02", " ", f"{AT}")


@pytest.mark.parametrize("text", AS_STORED)
def test_every_kind_that_desks_have_stored_is_read_and_written_as_it_stood(text: str) -> None:
    assert parse_subject(text) == AS_STORED[text]
    assert write_subject(AS_STORED[text]) == text


@pytest.mark.parametrize("text", OF_NO_KIND)
def test_what_this_program_does_not_know_keeps_its_words(text: str) -> None:
    assert parse_subject(text) == UnknownSubject(text)


@given(st.text() | st.from_regex(r"[0-9]{1,20} ?[0-9TZ:+ -]*( cancelled| refunded)?"))
def test_whatever_stood_there_is_written_again_byte_for_byte(text: str) -> None:
    assert write_subject(parse_subject(text)) == text


@given(st.datetimes(timezones=st.just(VIETNAM)), st.integers(0, 99))
def test_a_moment_comes_back_whatever_it_is(at: datetime, count: int) -> None:
    for subject in (ActAt(at), WayThrough(count, at), WayThrough(count)):
        assert parse_subject(write_subject(subject)) == subject


@pytest.mark.parametrize("text", [*AS_STORED, *OF_NO_KIND])
def test_an_entry_keeps_the_text_its_hash_covers(text: str) -> None:
    stored = {"kind": "paper_given", "form": "receipt", "about": text, "file": FILE.model_dump(), "print_number": 1}
    stored["slip"] = ""
    payload = PaperGiven.model_validate(stored)
    entry = write(payload, dossier="H41.99-261124-0001", step=2, desk="1", clerk="M", at=AT, after=None, salt="s")
    assert entry.payload is not None
    assert json.loads(entry.payload) == {"salt": "s", **stored}
    assert entry.read() == payload
