"""What one citizen's data is, on paper and in a file; how it goes, here, at the next desk and at the province."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.config import sample_profile
from counter_app.desk import casework, receiving
from counter_app.desk.desk import Desk, open_desk
from counter_app.desk.personal_data import (
    DossierRuns,
    NobodyFound,
    NoReason,
    erase,
    export_person,
    of_person,
)
from counter_app.dossier.applicants import ApplicantKind, Representative
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.erasing import ERASED
from counter_app.dossier.fold import fold
from counter_app.dossier.journal import BrokenChain
from counter_app.dossier.states import IdentityKind
from counter_app.province.file_register import Key
from counter_app.province.serve import RunningServer, running_server
from counter_app.store.store import Store
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
    code = receiving.receive(desk, draft.id).code
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
    assert desk.store.entries.check_own() == 4 and not desk.store.journal.differing_projections()
    assert not fold(desk.store.entries.of_dossier(code)).conflicts


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
        desk.store.entries.check_own()


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


def test_nobodys_number_is_not_everybody_without_one(desk: Desk, tmp_path: Path) -> None:
    draft = filled(desk.new_draft())
    nobody = draft.owner.model_copy(update={"identity_number": "", "identity_kind": IdentityKind.NONE})
    desk.keep_draft(draft.model_copy(update={"owner": nobody}))
    receiving.receive(desk, draft.id)
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
    dossier = receiving.receive(desk, draft.id)
    assert of_person(desk, head.identity_number) == [dossier.code]
