"""What a desk of ours writes is believed, at the beginning of whatever it is."""

from __future__ import annotations

from counter_app.dossier.codes import case_code
from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.model import Person
from counter_app.dossier.payloads import GuidanceGiven, Withdrawn
from counter_app.dossier.plausibility import impossible
from counter_app.dossier.states import GuidanceKind
from tests.dossier.entries import AT, journal_of, received

CASE = case_code("H41.99", AT.date(), 5)
GUIDANCE = GuidanceGiven(
    answer=GuidanceKind.REFUSAL,
    intake=Draft(id="draft-guided", owner=PersonTyped(name="Đặng Thị Hương")),
    procedure_name="Đăng ký khai sinh",
    agency="H41.99",
    owner=Person(name="Đặng Thị Hương"),
    reason="Không thuộc thẩm quyền",
)


def test_a_dossier_and_a_guidance_case_begin_as_desks_begin_them() -> None:
    dossier = journal_of("H41.99:1", (1, received()), (2, Withdrawn(reason="Rút")))
    case = journal_of("H41.99:7", (1, GUIDANCE), (2, GUIDANCE), dossier=CASE)
    assert [impossible(entry) for entry in (*dossier, *case)] == [""] * 4


def test_nothing_else_begins_them() -> None:
    (first,) = journal_of("H41.99:1", (1, Withdrawn(reason="Rút")))
    assert impossible(first)
