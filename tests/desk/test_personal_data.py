"""What one citizen's data is, on paper and in a file; how it goes, here, at the next desk and at the province."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.config import sample_profile
from counter_app.desk import casework, guidance
from counter_app.desk.desk import Desk, open_desk
from counter_app.desk.personal_data import (
    DossierRuns,
    Kept,
    NobodyFound,
    NoReason,
    apply_retention,
    erase,
    export_person,
    of_person,
)
from counter_app.dossier.applicants import ApplicantKind, Representative
from counter_app.dossier.codes import is_case
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.erasing import ERASED
from counter_app.dossier.fold import fold
from counter_app.dossier.journal import BrokenChain
from counter_app.dossier.states import IdentityKind
from counter_app.dossier.value import FileRef
from counter_app.province.file_register import Key
from counter_app.province.serve import RunningServer, running_server
from counter_app.store.store import Store
from counter_app.store.sync_points import CLOCK_AHEAD
from counter_app.sync.exchange import sync_once
from tests.conftest import CLERK, filled
from tests.sync.conftest import gateway

NUMBER = "040190001234"
SCAN = b"scan of Dang Thi Huong's paper"


def received(desk: Desk) -> str:
    """A dossier with a scan, which was refused: it has ended."""
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    file = desk.store.files.put(SCAN, "application/pdf")
    desk.store.drafts.add_page(draft.id, "to-khai", file.sha256, file.media_type, 200, "máy quét")
    code = desk.receive(draft.id).code
    desk.add_document(code, "to-khai", file, (), [])
    return code


def ended(desk: Desk) -> str:
    code = received(desk)
    casework.refuse(desk, code, "Bà Hường không có hộ khẩu")
    return code


def everything(store: Store) -> str:
    """All text of the database's rows."""
    tables = [row[0] for row in store.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    plain = [name for name in tables if not name.startswith(("people", "papers", "sqlite"))]
    return "\n".join(str(row) for name in plain for row in store.db.execute(f'SELECT * FROM "{name}"'))


def test_what_one_citizen_left_here_is_one_file(desk: Desk, tmp_path: Path) -> None:
    code = ended(desk)
    assert of_person(desk, NUMBER) == [code]
    assert export_person(desk, NUMBER, tmp_path / "all.zip") == 1
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert SCAN in [archive.read(name) for name in archive.namelist()]
        assert "Đặng Thị Hường" in archive.read(f"{code}/entries.json").decode()
    with pytest.raises(NobodyFound):
        export_person(desk, "040190009999", tmp_path / "none.zip")


def test_an_erased_dossier_keeps_its_course_and_the_chain_holds(desk: Desk) -> None:
    code = ended(desk)
    before = desk.dossier(code)
    assert erase(desk, code, "Theo yêu cầu của công dân", "Nguyễn Văn Mẫu") == 1
    after = desk.dossier(code)
    assert after.owner.name == ERASED and not after.owner.identity_number
    assert (after.status, after.procedure, after.due_at, after.received_at) == (
        before.status,
        before.procedure,
        before.due_at,
        before.received_at,
    )
    text = everything(desk.store)
    assert "Hường" not in text and NUMBER not in text and "hộ khẩu" not in text
    assert desk.store.files.names() == []
    assert not desk.store.find("Hường") and desk.missing_files() == []
    assert desk.store.journal.check_own() == 4 and not desk.store.journal.differing_projections()
    assert not fold(desk.store.journal.of_dossier(code)).conflicts


def test_who_decided_and_why_is_asked_and_a_running_dossier_stays(desk: Desk) -> None:
    code = received(desk)
    with pytest.raises(NoReason):
        erase(desk, code, "vì thế", " ")
    with pytest.raises(DossierRuns):
        erase(desk, code, "Theo yêu cầu", "Nguyễn Văn Mẫu")


def test_content_that_nobody_erased_by_entry_is_missed(desk: Desk) -> None:
    ended(desk)
    desk.store.db.execute("UPDATE entries SET payload = NULL WHERE sequence = 1")
    with pytest.raises(BrokenChain):
        desk.store.journal.check_own()


def test_a_scan_that_serves_another_dossier_stays_for_it(desk: Desk) -> None:
    code, other = ended(desk), received(desk)
    assert erase(desk, code, "Theo yêu cầu", "Nguyễn Văn Mẫu") == 0
    assert desk.dossier(other).owner.name == "Đặng Thị Hường" and desk.missing_files() == []


def test_the_other_desk_and_the_province_forget_too_and_come_to_the_same_state(
    tmp_path: Path, desk: Desk, address: RunningServer
) -> None:
    sample = sample_profile()
    second = sample.model_copy(update={"desk": sample.desk.model_copy(update={"number": 2})})
    other = open_desk(tmp_path / "other", second, CLERK)
    code = ended(desk)
    for item in (desk.store, other.store):
        with gateway(address, item) as server:
            sync_once(item, server)
    name = desk.store.files.names()[0]
    key = Key(sample.office.agency, name)
    assert address.services.uploads._storage.has(key)
    other.store.files.put(SCAN, "application/pdf")  # as the window fetched it to show it
    erase(desk, code, "Theo yêu cầu của công dân", "Nguyễn Văn Mẫu")
    for item in (desk.store, other.store):
        with gateway(address, item) as server:
            sync_once(item, server)
    assert other.dossier(code) == desk.dossier(code)
    assert "Hường" not in everything(other.store) and other.store.files.names() == []
    assert not address.services.uploads._storage.has(key)
    assert address.services.registry.folded(code).dossier == desk.dossier(code)
    assert all("Hường" not in (entry.payload or "") for entry in address.services.registry.entries_of([code])[code])
    third = open_desk(
        tmp_path / "third", sample.model_copy(update={"desk": sample.desk.model_copy(update={"number": 3})})
    )
    with gateway(address, third.store) as server:
        sync_once(third.store, server)
    assert third.dossier(code) == desk.dossier(code), "who never had it comes to the same"
    for item in (other, third):
        item.store.close()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[RunningServer]:
    with running_server(tmp_path / "server") as running:
        yield running


def later(desk: Desk, days: int) -> Desk:
    return replace(desk, now=lambda: desk.now() + timedelta(days=days))


def test_a_clock_that_leaps_ahead_deletes_nothing_for_a_fortnight(desk: Desk) -> None:
    """A computer that woke up in 2028 would have dropped every open intake before anybody looked at its clock."""
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    assert apply_retention(desk) == apply_retention(later(desk, 700)) == apply_retention(later(desk, 710)) == Kept()
    assert apply_retention(desk) == Kept(), "set right again"
    assert apply_retention(later(desk, 5)) == Kept()
    assert desk.draft(draft.id).id == draft.id
    for days in range(19, 150, 7):  # week after week, nobody came back
        apply_retention(later(desk, days))
    assert not desk.store.drafts.all()


@pytest.mark.parametrize("days", [15, 40, 5_000])
def test_a_leap_of_weeks_takes_no_scan_before_its_days(desk: Desk, days: int) -> None:
    given_up(desk)
    apply_retention(desk)
    assert apply_retention(later(desk, days)) == Kept()


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
    (entry,) = desk.store.journal.own_after(0, -1)
    assert entry.kind == "files_deleted" and is_case(entry.dossier) and file.sha256 in (entry.payload or "")
    assert apply_retention(later(desk, 40)).scans == 0


def test_who_never_came_back_is_forgotten_after_their_days(desk: Desk) -> None:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    case = guidance.ask_for_supplements(desk, draft.id, ("Tờ khai",), "Thiếu tờ khai")
    assert apply_retention(desk).cases == 0
    assert apply_retention(later(desk, 400)) == Kept(), "a clock that leapt is not believed at once"
    kept = apply_retention(later(desk, 420))
    assert (kept.intakes, kept.cases) == (1, 1)
    assert "Hường" not in everything(desk.store)
    found = desk.store.journal.case(case.code)
    assert found and found.owner.name == ERASED and found.procedure == draft.procedure
    assert not desk.store.journal.differing_projections()


def test_nobodys_number_is_not_everybody_without_one(desk: Desk, tmp_path: Path) -> None:
    draft = filled(desk.new_draft())
    nobody = draft.owner.model_copy(update={"identity_number": "", "identity_kind": IdentityKind.NONE})
    desk.keep_draft(draft.model_copy(update={"owner": nobody}))
    desk.receive(draft.id)
    for number in ("", "  "):
        assert of_person(desk, number) == []
        with pytest.raises(NobodyFound):
            export_person(desk, number, tmp_path / "all.zip")
    assert not (tmp_path / "all.zip").exists()


def test_what_one_signed_for_an_organisation_is_their_data_too(desk: Desk) -> None:
    draft = filled(desk.new_draft())
    head = Representative(name="Lê Văn Đại", identity_kind=IdentityKind.CITIZEN, identity_number="040085001234")
    company = PersonTyped(name="Công ty Mẫu", kind=ApplicantKind.ENTERPRISE, representative=head)
    desk.keep_draft(draft.model_copy(update={"owner": company}))
    dossier = desk.receive(draft.id)
    assert of_person(desk, head.identity_number) == [dossier.code]
