"""The bounds in which every desk writes: nobody's poison gets in, and no honest dossier is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.dossier.bounds import LONGEST_TEXT, fault_of
from counter_app.dossier.journal import Entry, EntryTooLarge, write
from counter_app.dossier.model import DigitisedPage, Person
from counter_app.dossier.payloads.business import Withdrawn
from counter_app.dossier.payloads.papers import ComponentDigitised
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.value import FileRef
from tests.dossier.entries import AT, CODE, received

FILE = FileRef(sha256="a" * 64, size=1, media_type="application/pdf")


def written(payload: Payload, clerk: str = "Mẫu") -> Entry:
    return write(payload, dossier=CODE, step=1, desk="H41.99:1", clerk=clerk, at=AT, after=None, salt="salt")


def test_letters_that_nobody_types_are_left_out_of_what_a_desk_writes() -> None:
    owner = Person(name="Hương", address="Xóm 3\nNghi Phú")
    owner = owner.model_copy(update={"name": "Đặng\a Thị\u202e Hương\x00\ud800"})  # no validation in between
    pasted = received().model_copy(update={"owner": owner})
    entry = written(pasted, clerk="Mẫu\x1b")
    read = entry.read()
    assert entry.clerk == "Mẫu" and entry.payload and fault_of(entry.payload) == ""
    assert read and read.owner == Person(name="Đặng Thị Hương", address="Xóm 3\nNghi Phú")  # type: ignore[attr-defined]


def test_a_name_pasted_in_pieces_is_written_as_everybody_writes_it() -> None:
    pasted = Person(name="Nguye\u0302\u0303n\u200b Thi\u0323 Ma\u00adi", address="\ufeffXo\u0301m 3\u200f")
    read = written(received().model_copy(update={"owner": pasted}), clerk="Ma\u0302\u0303u").read()
    assert read and read.owner == Person(name="Nguyễn Thị Mai", address="Xóm 3")  # type: ignore[attr-defined]


def test_what_was_read_on_a_page_is_kept_as_it_was_read() -> None:
    text = "Hộ\x02 khẩu\x0c" + "a" * 2 * LONGEST_TEXT
    page = DigitisedPage(original="b" * 64, text=text)
    read = written(ComponentDigitised(component="to-khai", document=FILE, pages=(page,))).read()
    assert read and read.pages[0].text == text  # type: ignore[attr-defined]


def test_a_desk_saves_nothing_that_the_province_would_put_aside() -> None:
    with pytest.raises(EntryTooLarge):
        written(received().model_copy(update={"note": "a" * (LONGEST_TEXT + 1)}))
    with pytest.raises(EntryTooLarge):
        written(received(10**16))


@given(st.text(), st.text())
def test_whatever_is_typed_a_desk_writes_what_the_province_takes(reason: str, clerk: str) -> None:
    entry = written(
        Withdrawn(reason=reason.encode("utf-8", "ignore").decode()[:2000]),
        clerk=clerk.encode("utf-8", "ignore").decode(),
    )
    assert fault_of(entry.payload or "") == ""


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
)


@given(_JSON)
def test_any_json_is_judged_without_a_fault_of_our_own(content: Any) -> None:
    assert isinstance(fault_of(json.dumps(content)), str)


def test_words_that_look_like_bounds_are_no_fault() -> None:
    honest = {"reason": r"Thiếu \u0000 và số 12345678901234567890, 1e999, NaN Infinity", "year": "1975-04-30"}
    assert fault_of(json.dumps(honest, ensure_ascii=False)) == ""
