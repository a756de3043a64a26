"""What a desk of ours writes is believed, at the beginning of whatever it is."""

from __future__ import annotations

from counter_app.dossier.codes import case_code
from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.journal import PROVINCE
from counter_app.dossier.model import Agencies, Filing, Person
from counter_app.dossier.payloads.business import Withdrawn
from counter_app.dossier.payloads.guidance import GuidanceGiven
from counter_app.dossier.payloads.papers import FiledOnline
from counter_app.dossier.plausibility import impossible
from counter_app.dossier.states import GuidanceKind
from tests.dossier.entries import AT, journal_of, received

FILED = FiledOnline(
    procedure="1.001193",
    procedure_name="Đăng ký khai sinh",
    agencies=Agencies(receiving="H41.99", competent="H41.99"),
    owner=Person(name="Đặng Thị Hương"),
    components=(),
    filed=Filing(code="G22.99-261119-00001", filed_at=AT),
)
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


def test_what_was_filed_online_is_begun_by_the_province_and_received_later_by_a_desk() -> None:
    code = "H41.99-261120-900001"
    (filed,) = journal_of(PROVINCE, (1, FILED), dossier=code)
    (accepted,) = journal_of("H41.99:2", (2, received()), dossier=code)
    assert [impossible(entry) for entry in (filed, accepted)] == ["", ""]
    (forged,) = journal_of("H41.99:2", (1, FILED), dossier=code)
    assert impossible(forged)
    (late,) = journal_of("H41.99:2", (2, received()), dossier="H41.99-261120-0002")
    assert impossible(late), "what was handed in is received first of all"
