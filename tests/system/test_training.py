"""Whatever leaves a desk for training says that it is worth nothing; what leaves any other says no such thing."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import zxingcpp
from python_calamine import CalamineWorkbook

from counter_app.cli import main
from counter_app.commands.evaluation import publish
from counter_app.commands.report_file import export_report
from counter_app.config import PROFILE, Profile, load_profile, sample_profile, save_profile, training_profile
from counter_app.desk.desk import Desk, open_desk
from counter_app.desk.extract import extract_dossier
from counter_app.desk.personal_data import export_person
from counter_app.desk.receiving import receive
from counter_app.desk.report_answers import answer
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.roles import Clerk, Role, tasks_of
from counter_app.reports.found import found_table
from counter_app.reports.offered import Question, offered
from counter_app.reports.periods import month
from counter_app.reports.scope import Scope
from counter_app.reports.spreadsheet import write_spreadsheet
from counter_app.store.backup_keys import new_recovery_key
from printing.forms.recovery_key import recovery_sheet
from printing.forms.staff_card import staff_card
from printing.handout import ask_for, ask_for_document, issue
from printing.layout.document import document
from printing.layout.paragraphs import sentences
from printing.layout.pictures import rendered_pages
from tests.conftest import CLERK, SUPERVISOR, filled
from tests.printing.reading import pages
from tests.reports.filled_desk import fill
from ui.background.tasks import Progress
from ui.reports.file_bar import save_paper, save_spreadsheet

MARK = "TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ"
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM)
DESKS = {"training": training_profile(sample_profile()), "real": sample_profile()}
OWNER = "040190001234"
EVERYBODY = Clerk("Phạm Văn Kiểm", tasks_of(Role))


@pytest.fixture(params=DESKS)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A desk with some dossiers of the weeks before, one of them of somebody who wants to know what is kept."""
    save_profile(DESKS[request.param], tmp_path / "desk" / PROFILE)
    made = open_desk(tmp_path / "desk", load_profile(tmp_path / "desk" / PROFILE), CLERK).seconded(SUPERVISOR)
    fill(made, 2, NOW)
    at_work = replace(made, now=lambda: NOW)
    draft = filled(at_work.new_draft())
    at_work.keep_draft(draft)
    receive(at_work, draft.id)
    yield at_work.of(EVERYBODY)
    made.store.close()


def said(file: Path) -> str:
    """What stands in a file that left the desk."""
    match file.suffix:
        case ".pdf":
            return "\n".join(pages(file.read_bytes()))
        case ".xlsx":
            rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
            return "\n".join(str(cell) for row in rows for cell in row)
        case ".zip":
            with zipfile.ZipFile(file) as archive:
                return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
        case _:
            return file.read_text(encoding="utf-8")


def test_all_that_leaves_a_desk_for_training_bears_its_mark(desk: Desk, tmp_path: Path) -> None:
    out, profile = tmp_path / "out", desk.profile
    out.mkdir()
    (code, *_) = [line.code for line in desk.store.find() if line.code]
    report = answer(desk, offered("so-theo-doi"), Question(Scope(month(2026, 11), NOW)))
    progress = cast(Progress, SimpleNamespace(desk=desk, cancelled=lambda: False, tell=lambda _: None))
    kept = desk.store.files
    scan = document([[sentences("Bản quét của tờ khai")]], title="Thử", author="")
    papers = {
        "receipt": kept.get(ask_for(desk, [code], "receipt").file.sha256),
        "saved": issue(desk, [code], "control_sheet"),
        "scan": kept.get(ask_for_document(desk, scan, "document").file.sha256),
        "key": recovery_sheet(new_recovery_key(), profile.office.name, profile.desk_id, NOW, profile.mark),
        "card": staff_card(profile.office.name, "Hồ Văn Giả", "K2-thẻ", profile.mark),
    }
    for name, pdf in papers.items():
        (out / f"{name}.pdf").write_bytes(pdf)
    save_paper(progress, report, out / "report.pdf")
    save_spreadsheet(progress, report, out / "report.xlsx")
    export_report(desk, "so-theo-doi", out / "command.xlsx", None, None)
    write_spreadsheet(found_table(desk.store.find(), "", NOW, profile.mark), out / "list.xlsx")
    published = publish(desk, month(2026, 11), out, "Hồ Văn Giả")
    extract_dossier(desk, code, out / "extract.zip")
    export_person(desk, OWNER, out / "person.zip")

    expected = {file.name: bool(profile.mark) for file in out.iterdir()}
    assert len(expected) == 12 + len(published) - 1
    assert {file.name: MARK in said(file) for file in out.iterdir()} == expected


def test_the_codes_on_a_marked_paper_are_read_as_on_any_other(desk: Desk) -> None:
    (code, *_) = [line.code for line in desk.store.find() if line.code]
    read = []
    for form in ("receipt", "slip"):
        (page, *_) = rendered_pages(desk.store.files.get(ask_for(desk, [code], form).file.sha256), 200)
        read.append(bool(zxingcpp.read_barcodes(page)))
    assert read == [True, True]


def test_a_desk_for_training_serves_no_page_that_telephones_of_citizens_could_find() -> None:
    told: dict[str, Any] = {"host": "0.0.0.0", "address": "https://tinh.example/y-kien/{token}"}
    real = Profile.model_validate(sample_profile().model_dump() | {"kiosk": told})
    assert real.kiosk.asks and not training_profile(real).kiosk.asks


def test_fees_are_practised_with_receipts_of_no_registered_book() -> None:
    names = {series.name for series in sample_profile().receipts}
    practised = {series.name for series in training_profile(sample_profile()).receipts}
    assert practised and not practised & names and all("TẬP HUẤN" in name for name in practised)


def test_run_training_opens_a_desk_of_its_own_beside_the_real_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Set up like the real one the first time; what it is set to afterwards stays."""
    opened: list[Path] = []

    def run(data: Path, profile: Path | None, *, debug: bool) -> int:
        opened.append(data)
        return 0

    monkeypatch.setattr("ui.shell.application.run", run)
    for place in ("default_data_folder", "usual_data_folder"):
        monkeypatch.setattr(f"counter_app.config.{place}", lambda: tmp_path / "counter")
    save_profile(sample_profile(), tmp_path / "counter" / PROFILE)
    for _ in range(2):
        assert main(["run", "--training"]) == 0
    assert opened == [tmp_path / "counter-training"] * 2
    practising = load_profile(tmp_path / "counter-training" / PROFILE)
    assert practising.training and practising.mark == MARK and practising.desk_id != sample_profile().desk_id
    assert not load_profile(tmp_path / "counter" / PROFILE).training
