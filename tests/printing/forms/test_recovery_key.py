"""The sheet for the safe opens the backups, by reader and by hand."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from counter_app.commands.recovery_key import print_recovery_key
from counter_app.desk.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.store.backup_keys import NotTheKey, new_recovery_key
from counter_app.store.wrapping import KeyKind
from printing.forms.recovery_key import recovery_sheet
from tests.printing.reading import pages

AT = datetime(2026, 11, 27, 8, 0, tzinfo=VIETNAM)


def test_the_key_stands_on_the_sheet_in_letters_and_says_where_it_belongs() -> None:
    key = new_recovery_key()
    said = " ".join(pages(recovery_sheet(key, "UBND PHƯỜNG SAO MAI", "H41.99:1", AT, mark="")))
    assert key[:19] in said and key[20:] in said
    assert "tủ mật" in said


def test_the_key_is_in_force_once_it_was_typed_from_the_paper_and_stays_on_paper(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "key.pdf"
    with pytest.raises(NotTheKey):
        print_recovery_key(desk, file, lambda _: "SAI")
    assert not desk.store.backup_keys.has(KeyKind.RECOVERY)

    def from_the_paper(_: str) -> str:
        said = " ".join(pages(file.read_bytes()))
        return "".join(line for line in said.split() if len(line) == 19 and line.count("-") == 3)

    assert print_recovery_key(desk, file, from_the_paper) == 0
    assert desk.store.backup_keys.has(KeyKind.RECOVERY)
    assert not file.exists()
