"""The package of a signed evaluation, to be published: PDF, spreadsheet, JSON for programs, a page for everybody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.evaluation import EvaluationSigned
from counter_app.durable import write_durably
from counter_app.reports.evaluation import as_json, as_page, evaluation_table
from counter_app.reports.spreadsheet import write_spreadsheet
from printing.forms.report import report
from printing.layout.heads import Letterhead


def write_package(signed: EvaluationSigned, entry: Entry, head: Letterhead, folder: Path, mark: str) -> list[Path]:
    """Writes the four files of what was signed off, `mark` across each, and says which.

    Raises SpreadsheetFault, OSError.
    """
    table = replace(evaluation_table(signed, entry), mark=mark)
    folder.mkdir(parents=True, exist_ok=True)
    name = f"danh-gia-766-{signed.agency}-{signed.last:%Y-%m}-ban-{signed.version}"
    files = [folder / f"{name}.{ending}" for ending in ("pdf", "xlsx", "json", "html")]
    write_durably(files[0], report(table, head, entry.at.date(), ("THỦ TRƯỞNG ĐƠN VỊ",)))
    write_spreadsheet(table, files[1], author=signed.signer)
    write_durably(files[2], as_json(signed, entry, mark).encode())
    write_durably(files[3], as_page(table).encode())
    return files
