"""What was decided about a page and read from it comes back as it was; what is damaged can be read again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.dossier.draft import Draft
from counter_app.dossier.pages import (
    LEFT_TO_THE_PROGRAM,
    SEPARATOR,
    Code,
    PageReading,
    SecondReading,
    Signature,
    Treatment,
    Word,
)
from counter_app.store.page_notes import (
    PageNotesDamaged,
    read_facts,
    read_reading,
    read_treatment,
    write_reading,
    write_treatment,
)
from counter_app.store.store import Store

QUOTED = ', "words": [], "blank": true'
READING = PageReading(
    width=1654,
    height=2339,
    dpi=200,
    rotation=90,
    skew=0.25,
    cropped=True,
    side=0,
    blank=False,
    words=(Word(QUOTED, 91.5, (1, 2, 3, 4)), Word("khai", 96, (5, 6, 7, 8))),
    text=f"{QUOTED}\nkhai",
    mean_confidence=93.75,
    codes=(Code("QRCode", "x"),),
    document_type="to-khai",
    signatures=(Signature("Lê Mẫu", None),),
    second_reading=(SecondReading("Khai", (5, 6, 7, 8)),),
)
BEFORE = (  # as a desk of October 2026 wrote it, before shades and signatures were known
    '{"width": 10, "height": 20, "dpi": 300, "rotation": 0, "skew": 0.0, "cropped": false, "side": 0, "blank": true, '
    '"text": "", "mean_confidence": 0.0, "document_type": "separator", "words": [{"text": "a", "confidence": 9.5, '
    '"box": [1, 2, 3, 4]}], "codes": []}'
)
DAMAGED = ("{", "[]", "null", '{"blank": "perhaps", "document_type": "x"}', BEFORE[:40])

treatments = st.builds(
    Treatment,
    rotation=st.sampled_from([None, 0, 90, 180, 270]),
    straighten=st.booleans(),
    crop=st.booleans(),
    whiten=st.none() | st.booleans(),
    blank=st.none() | st.booleans(),
    photographed=st.booleans(),
    side=st.sampled_from([None, 0, 1, 2]),
)


@given(treatments)
def test_a_treatment_comes_back(treatment: Treatment) -> None:
    assert read_treatment(write_treatment(treatment)) == treatment
    assert (write_treatment(treatment) == "") == (treatment == LEFT_TO_THE_PROGRAM)


def test_a_reading_comes_back_and_its_facts_without_its_words() -> None:
    assert read_reading(write_reading(READING)) == READING
    assert read_facts(write_reading(READING)) == READING.facts
    assert not READING.facts.left_out, "what stands in the text of a page is no fact about it"


def test_a_reading_of_before_is_read() -> None:
    reading = read_reading(BEFORE)
    assert (reading.kept, reading.shades, reading.signatures) == (1.0, "none", ())
    assert reading.words == (Word("a", 9.5, (1, 2, 3, 4)),)
    facts = read_facts(BEFORE)
    assert facts == reading.facts and facts is not None
    assert facts.blank and facts.document_type == SEPARATOR and facts.left_out


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_reading_is_named(text: str) -> None:
    with pytest.raises(PageNotesDamaged):
        read_reading(text)
    with pytest.raises(PageNotesDamaged):
        read_facts(text)


@pytest.mark.parametrize("text", ["{", "[]", '{"rotation": 45}', '{"rotation": "90"}', '{"side": 5}', '{"crop": 7}'])
def test_a_damaged_treatment_is_named(text: str) -> None:
    with pytest.raises(PageNotesDamaged):
        read_treatment(text)


@pytest.mark.parametrize(("column", "text"), [("reading", "{"), ("treatment", '{"rotation": 45}')])
def test_a_page_whose_notes_are_damaged_failed_and_is_read_again(store: Store, column: str, text: str) -> None:
    draft = Draft(id="draft-000001")
    page = store.drafts.add_page(draft.id, "to-khai", "0" * 64, "image/png", 300, "", None, Treatment(crop=False))
    store.drafts.page_read(page.id, picture="ab" * 32, reading=READING)
    change: dict[str, Any] = {column: text}
    store.db.table("pages").update(page.id, change)
    (kept,) = store.drafts.pages(draft.id)
    assert kept.reading is None and kept.failure is not None
    assert kept.failure.sentence("en") == PageNotesDamaged().sentence("en")
    store.drafts.try_again(kept)
    (again,) = store.drafts.pages(draft.id)
    assert again.reading is None and again.failure is None
    assert again.treatment.crop is (column == "treatment")


def test_a_page_that_an_older_program_could_not_read_shows_its_sentence(store: Store) -> None:
    page = store.drafts.add_page("draft-000001", "to-khai", "0" * 64, "image/png", 300, "")
    store.db.table("pages").update(page.id, {"failure": "Không đọc được trang này."})
    (kept,) = store.drafts.pages("draft-000001")
    assert kept.failure is not None and kept.failure.sentence("en") == "Không đọc được trang này."
