"""`counter import-past`: a spreadsheet of old dossiers → found here; told line by line what was left out."""

from __future__ import annotations

import sys
from pathlib import Path

from counter_app.desk.desk import Desk
from counter_app.desk.past import columns_text, import_past, read_columns, read_sheet
from counter_app.errors import ExitStatus
from counter_app.language import translate


def import_past_file(desk: Desk, file: Path, columns: Path | None, *, check: bool) -> int:
    """Takes it over, or with `check` tells what would be, and prints which column was taken for what. Raises
    NoPastSheet, BadColumns, NotYourTask."""
    sheet = read_sheet(file, read_columns(columns) if columns else {})
    done = import_past(desk, file, sheet, check=check)

    def say(sentence: str, **values: str | int) -> str:
        return translate("past", sentence, desk.profile.language).format(**values)

    if check:
        print(columns_text(sheet))
    for wrong in done.wrong:
        print(say("Line {line}: {why}", line=wrong.line, why=wrong.why), file=sys.stderr)
    counted = "{new} old dossiers can be imported, {known} are here already, {wrong} lines are wrong."
    taken = "{new} old dossiers were imported, {known} were here already, {wrong} lines were left out."
    print(say(counted if check else taken, new=done.new, known=done.known, wrong=len(done.wrong)))
    return ExitStatus.NOT_DONE if done.wrong else ExitStatus.DONE
