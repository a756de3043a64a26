"""What is kept for a time only goes after it, by a clock that can be believed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from counter_app.desk import guidance
from counter_app.desk.desk import Desk
from counter_app.desk.retention import Deleted, apply_retention
from counter_app.dossier.codes import is_case
from counter_app.dossier.erasing import ERASED
from counter_app.dossier.value import FileRef
from counter_app.store.sync_points import CLOCK_AHEAD
from tests.conftest import filled
from tests.desk.test_personal_data import SCAN, everything


def later(desk: Desk, days: int) -> Desk:
    return replace(desk, now=lambda: desk.now() + timedelta(days=days))


def test_a_clock_that_leaps_ahead_deletes_nothing_for_a_fortnight(desk: Desk) -> None:
    """A computer that woke up in 2028 would have dropped every open intake before anybody looked at its clock."""
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    assert apply_retention(desk) == apply_retention(later(desk, 700)) == apply_retention(later(desk, 710)) == Deleted()
    assert apply_retention(desk) == Deleted(), "set right again"
    assert apply_retention(later(desk, 5)) == Deleted()
    assert desk.draft(draft.id).id == draft.id
    for days in range(19, 150, 7):  # week after week, nobody came back
        apply_retention(later(desk, days))
    assert not desk.store.drafts.all()


@pytest.mark.parametrize("days", [15, 40, 5_000])
def test_a_leap_of_weeks_takes_no_scan_before_its_days(desk: Desk, days: int) -> None:
    given_up(desk)
    apply_retention(desk)
    assert apply_retention(later(desk, days)) == Deleted()


def test_nothing_is_deleted_while_the_province_tells_another_day(desk: Desk) -> None:
    """A clock left wrong for a fortnight was believed, although each exchange showed that it was years ahead."""
    given_up(desk)
    for astray, scans in ((2 * 365 * 86_400, 0), (-90_000, 0), (300, 1)):
        desk.store.sync_points.put(CLOCK_AHEAD, astray)
        assert sum(apply_retention(later(desk, days)).scans for days in range(0, 60, 10)) == scans
        desk.store.recognition.keep_note("retention", "")


def given_up(desk: Desk) -> FileRef:
    """An intake with a scan that was given up now; the scan."""
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    file = desk.store.files.put(SCAN, "application/pdf")
    desk.store.drafts.add_page(draft.id, "to-khai", file.sha256, file.media_type, 200, "máy quét")
    desk.store.drafts.drop(draft.id)
    return file


def test_scans_of_a_given_up_intake_go_after_their_days_and_the_journal_says_so(desk: Desk) -> None:
    file = given_up(desk)
    assert apply_retention(desk).scans == 0, "somebody may have given it up by mistake"
    assert desk.store.files.has(file.sha256)
    assert [apply_retention(later(desk, days)).scans for days in (10, 20, 29, 40)] == [0, 0, 0, 1]
    assert not desk.store.files.names()
    (entry,) = desk.store.entries.own_after(0, -1)
    assert entry.kind == "files_deleted" and is_case(entry.dossier) and file.sha256 in (entry.payload or "")
    assert apply_retention(later(desk, 40)).scans == 0


def test_who_never_came_back_is_forgotten_after_their_days(desk: Desk) -> None:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    case = guidance.ask_for_supplements(desk, draft.id, ("Tờ khai",), "Thiếu tờ khai")
    assert apply_retention(desk).cases == 0
    assert apply_retention(later(desk, 400)) == Deleted(), "a clock that leapt is not believed at once"
    kept = apply_retention(later(desk, 420))
    assert (kept.intakes, kept.cases) == (1, 1)
    assert "Hường" not in everything(desk.store)
    found = desk.store.journal.case(case.code)
    assert found and found.owner.name == ERASED and found.procedure == draft.procedure
    assert not desk.store.journal.differing_projections()
