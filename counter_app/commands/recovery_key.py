"""`counter recovery-key`: a new key to this desk's backups, printed, tried, and only then in force."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from counter_app.desk.desk import Desk
from counter_app.durable import write_durably
from counter_app.errors import ExitStatus
from counter_app.language import translate
from counter_app.store.backup_keys import new_recovery_key


def print_recovery_key(desk: Desk, file: Path, typed: Callable[[str], str]) -> int:
    """Writes the sheet to `file` (PDF) and asks to type or scan the key back from the paper. Raises NotTheKey."""
    from printing.forms.recovery_key import recovery_sheet

    key = new_recovery_key()
    profile = desk.profile
    sheet = recovery_sheet(key, profile.office.name, profile.desk_id, desk.now(), profile.mark)
    write_durably(file, sheet)
    try:
        asked = translate("recovery", "Print {file}, then scan or type the key from the paper: ", desk.profile.language)
        desk.store.backup_keys.set_recovery_key(key, typed(asked.format(file=file.name)))
    finally:
        file.unlink(missing_ok=True)  # the paper is the key; nothing of it stays on this computer
    print(translate("recovery", "The key is right and in force. Put the paper into the safe.", desk.profile.language))
    return ExitStatus.DONE
