"""The desk's log: what went wrong and when, for the technician. It never holds anything about a person.

Errors are logged by class and `details`; the values in a clerk's sentence (names of files and the like) are not.
"""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

_KEPT = 3
_LARGEST = 1_000_000  # bytes a file


def keep_log(folder: Path) -> None:
    """Sends warnings and errors of the whole process to counter.log in `folder`."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = logging.handlers.RotatingFileHandler(
        folder / "counter.log", maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
