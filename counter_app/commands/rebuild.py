"""`counter rebuild`: a store that is not as the desk left it is put together again, and what is missing is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from counter_app.config import Profile
from counter_app.errors import ExitStatus
from counter_app.language import translate
from counter_app.sync.rebuild import rebuild as rebuild_store
from counter_app.sync.rebuild_report import report


def rebuild(data: Path, profile: Profile, *, alone: bool, receipts: Mapping[str, int] | None = None) -> int:
    """Rebuilds, telling each step; 0 where nothing is known to be missing."""
    found = rebuild_store(
        data, profile, lambda step: print(translate("rebuild", step, profile.language)), alone=alone, receipts=receipts
    )
    print(*report(found, profile.language), sep="\n")
    return ExitStatus.NOT_DONE if found.lost or found.missing_files or not found.finished else ExitStatus.DONE
