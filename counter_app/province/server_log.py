"""The server's log: one JSON object a line on standard error, without anything about a person.

Routes are logged as templates, so that no dossier's code gets in; faults by class and place, without their text.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime

from counter_app.log import set_level

_FRAMES = 8


class JsonLines(logging.Formatter):
    """Turns a record into one line; `extra={"said": {...}}` adds to it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage() if record.exc_info is None else "fault",
            "process": record.process,
        }
        if record.exc_info and record.exc_info[0]:
            frames = traceback.extract_tb(record.exc_info[2])[-_FRAMES:]
            line["fault"] = record.exc_info[0].__name__
            line["at"] = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(line | getattr(record, "said", {}), ensure_ascii=False)


def log_as_json(*, debug: bool = False) -> None:
    """From now on the whole process logs so; with `debug` our own rooms say what they do."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("counter_app.province").setLevel(logging.INFO)
    if debug:
        set_level("debug")
        logging.getLogger("counter_app.province").setLevel(logging.DEBUG)
    for name in ("uvicorn", "uvicorn.error"):
        logging.getLogger(name).handlers.clear()
