"""A clerk holds what was read against the paper: nothing is taken unseen, what differs is kept beside what was read."""

from __future__ import annotations

from dataclasses import replace

from counter_app.dossier.read_papers import ReadField, ReadPaper, sure_from
from counter_app.dossier.verified import Outcome, concerned
from counter_app.dossier.verifying import State, Verification, begun

SURE = ReadField("subject.name", "name", "TRẦN BẢO ANH", "Trần Bảo Anh", 96, True, (10, 10, 80, 20), 7)
DOUBTFUL = ReadField("subject.born", "date", "12/11/2026", "2026-11-12", 61, False, (10, 40, 80, 20), 7)
MISSING = ReadField("mother.name", "name", expected=True)
EMPTY = ReadField("father.name", "name")
CHECKED = ReadField("subject.sex", "sex", "Nữ", "Nữ", 99, True, (10, 70, 20, 20), 7, spot_check=True)
PARCEL = ReadField("parcel", "code", "123", "123", 99, True, (10, 90, 20, 20), 7, twice=True)
WRITTEN_BY_HAND = ReadField("father.born", "date", box=(10, 120, 90, 20), page=7)


def reading(*fields: ReadField) -> Verification:
    return begun("to-khai", ReadPaper("birth_registration_declaration", "Tờ khai", (7,), fields), None)


def states(verification: Verification) -> list[State]:
    return [row.state for row in verification.rows]


def test_each_field_says_how_it_stands_before_anybody_looked() -> None:
    paper = reading(SURE, DOUBTFUL, MISSING, EMPTY, CHECKED, PARCEL, WRITTEN_BY_HAND)
    assert states(paper) == [
        *(State.SURE, State.DOUBTFUL, State.MISSING, State.EMPTY, State.SPOT_CHECK, State.TWICE, State.TO_TYPE),
    ]
    assert paper.asking == (1, 2, 4, 5, 6), "what is sure or empty asks for nothing by itself"
    assert paper.verified.fields == (), "what was only read is not confirmed"


def test_what_stands_there_by_hand_is_to_be_typed_and_never_called_missing() -> None:
    paper = reading(replace(WRITTEN_BY_HAND, expected=True), MISSING)
    assert states(paper) == [State.TO_TYPE, State.MISSING]


def test_what_is_taken_together_is_what_is_sure_and_on_the_screen() -> None:
    paper = reading(SURE, DOUBTFUL, MISSING, CHECKED, PARCEL).seen([0, 1, 2, 3, 4])
    assert states(paper) == [State.ACCEPTED, State.DOUBTFUL, State.MISSING, State.SPOT_CHECK, State.TWICE]
    (field,) = paper.verified.fields
    assert (field.name, field.value, field.normal, field.outcome) == (
        *("subject.name", "TRẦN BẢO ANH", "Trần Bảo Anh", Outcome.SEEN),
    )
    assert reading(SURE).seen([]).open == (0,), "what is not on the screen is not taken"


def test_a_doubtful_field_is_accepted_corrected_or_left_blank_by_itself() -> None:
    paper = reading(DOUBTFUL)
    assert paper.settled(0, "12/11/2026", "").rows[0].done.outcome is Outcome.ACCEPTED  # type: ignore[union-attr]
    corrected = paper.settled(0, "13/11/2026", "2026-11-13")
    (field,) = corrected.verified.fields
    assert (field.outcome, field.value, field.normal, field.read) == (
        *(Outcome.CORRECTED, "13/11/2026", "2026-11-13", "12/11/2026"),
    )
    (blank,) = paper.settled(0, "", "").verified.fields
    assert (blank.outcome, blank.value, blank.read) == (Outcome.BLANK, "", "12/11/2026")


def test_an_amount_keyed_without_its_dots_and_unit_agrees_with_what_was_read() -> None:
    """The clerk keys blind: how it is written on the paper, they do not see."""
    read = ReadField("value", "money", "100.000.000 đồng", "100000000", 97, True, (10, 90, 20, 20), 7, twice=True)
    (field,) = reading(read).settled(0, "100000000", "100000000").verified.fields
    assert (field.outcome, field.value, field.normal) == (Outcome.ACCEPTED, "100.000.000 đồng", "100000000")
    other = reading(read).settled(0, "10000000", "10000000")
    assert states(other) == [State.TWICE] and other.rows[0].keyed == "10000000"
    spaced = replace(PARCEL, value="AA 09273289", normal="AA 09273289")
    (field,) = reading(spaced).settled(0, "aa09273289", "").verified.fields
    assert (field.outcome, field.value) == (Outcome.ACCEPTED, "AA 09273289")


def test_what_is_missing_is_typed_or_said_to_stand_on_no_paper() -> None:
    (typed,) = reading(MISSING).settled(0, "Lê Thị Hoa", "Lê Thị Hoa").verified.fields
    assert typed.outcome is Outcome.TYPED and typed.read == ""
    paper = reading(MISSING).settled(0, " ", "")
    assert states(paper) == [State.BLANK] and not paper.open


def test_a_parcel_is_keyed_blind_and_once_more_where_that_is_not_what_was_read() -> None:
    agreeing = reading(PARCEL).settled(0, "123", "123")
    assert states(agreeing) == [State.ACCEPTED]
    first = reading(PARCEL).settled(0, "128", "128")
    assert states(first) == [State.TWICE] and first.rows[0].keyed == "128" and first.verified.fields == ()
    assert states(first.settled(0, "128", "128")) == [State.CORRECTED]
    another = first.settled(0, "129", "129")
    assert states(another) == [State.TWICE] and another.rows[0].keyed == "129", "two keyings have to agree"


def test_a_verification_goes_on_where_it_was_left() -> None:
    before = reading(SURE, DOUBTFUL).seen([0])
    after = begun("to-khai", before.paper, before.verified)
    assert states(after) == [State.ACCEPTED, State.DOUBTFUL]


def test_a_declaration_tells_whom_it_is_about() -> None:
    assert concerned(reading(SURE).seen([0]).verified.fields) == ("Trần Bảo Anh",)


def test_below_its_papers_threshold_no_field_is_sure_nor_of_the_random_share() -> None:
    read = ReadField("subject.name", "name", "Đặng Bảo Quỳnh", confidence=93.5, sure=True, spot_check=True)
    paper = ReadPaper("birth_registration_declaration", "Tờ khai", (1,), (read,))
    assert sure_from(paper, 0) == sure_from(paper, 93) == paper
    (field,) = sure_from(paper, 94).fields
    assert not field.sure and not field.spot_check and field.value == read.value
