"""`counter rebuild`: a store that is not as the desk left it is put together again, and what is missing is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from counter_app.config import Profile
from counter_app.errors import ExitStatus
from counter_app.language import translate
from counter_app.store.keys import StoreKey
from counter_app.sync.rebuild import rebuild as rebuild_store
from counter_app.sync.rebuild_report import report


def rebuild(data: Path, profile: Profile, *, alone: bool, receipts: Mapping[str, int], key: StoreKey | None) -> int:
    """Rebuilds, telling each step; 0 where nothing is known to be missing. `key` opens data whose key is wrapped."""

    def told(step: str) -> None:
        print(translate("rebuild", step, profile.language))

    found = rebuild_store(data, profile, told, alone=alone, receipts=receipts, key=key)
    print(*report(found, profile.language), sep="\n")
    return ExitStatus.NOT_DONE if found.lost or found.missing_files or not found.finished else ExitStatus.DONE
