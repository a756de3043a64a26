"""A desk of the sample office whose data is locked with the passwords of who works there."""

from __future__ import annotations

from pathlib import Path

from counter_app.config import PROFILE, sample_profile, save_profile
from counter_app.desk import accounts
from counter_app.desk.desk import open_desk
from counter_app.dossier.roles import Role
from counter_app.store.backup_keys import new_recovery_key

HEAD, CLERK, PASSWORD = "Trần Thị Phụ Trách", "Lê Văn Hai", "một câu ngắn"
RECOVERY = new_recovery_key()


def locked_desk(folder: Path) -> Path:
    """The data of a desk with a head, a clerk whose password was given out, and a recovery key in the safe."""
    save_profile(sample_profile(), folder / PROFILE)
    desk = open_desk(folder, sample_profile())
    desk = desk.of(accounts.make_administrator(desk, HEAD, PASSWORD, PASSWORD))
    accounts.open_account(desk, CLERK, [Role.CLERK], PASSWORD, PASSWORD)
    desk.store.backup_keys.set_recovery_key(RECOVERY, RECOVERY)
    desk.store.close()
    return folder
