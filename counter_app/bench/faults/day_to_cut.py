"""A day of a desk, run by itself so that what it writes can be recorded: `python -m … FOLDER NOTES`."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

import keyring
from keyring.backends import fail

from counter_app.bench.desk import draft
from counter_app.bench.faults.killed_desk import WORDS, again
from counter_app.desk import receiving
from counter_app.dossier.clock import now
from counter_app.store.backup_folder import BackupFolder

_MORNINGS, _DOSSIERS = 2, 8


def main(folder: Path, notes: Path) -> None:
    """First start, dossiers with scans, a backup, the evening; and the next morning."""
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # a keyring lies elsewhere
    with notes.open("a") as said:
        for morning in range(_MORNINGS):
            desk = again(folder)
            desk.store.backup_keys.set_passphrase(WORDS)
            for number in range(_DOSSIERS):
                file = desk.store.files.put(f"scan {morning} {number}".encode() * 700, "image/png")
                said.write(f"file {file.sha256}\n")
                said.flush()
                said.write(f"dossier {receiving.receive(desk, draft(desk, number).id).code}\n")
                said.flush()
            (folder / "disk").mkdir(exist_ok=True)
            BackupFolder(folder / "disk", desk.store.desk).back_up(desk.store, now() + timedelta(days=morning))
            desk.store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
