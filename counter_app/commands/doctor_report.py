"""What `counter doctor` found, as one file for whoever answers the telephone at the province.

It names nobody. Sentences in which a person's name can stand (whose password opens the key, what an office calls its
printers, a folder under somebody's name) are left out: of a check that is not known to name nobody only the verdict
goes along.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from counter_app.commands.doctor import Finding
from counter_app.crash_report import pack

_NAMELESS = frozenset({"tesseract", "fonts", "disk", "store", "journal", "digests", "damage", "files", "server"})


def write_report(findings: Sequence[Finding], data: Path, file: Path, now: datetime) -> None:
    """Writes findings, state of the machine and logs as one archive. Raises OSError."""
    pack(data, f"{os.cpu_count()} processors\n{nameless(findings)}", file, now)


def nameless(findings: Sequence[Finding]) -> str:
    """The findings a line each, as JSON, without the sentences in which a name may stand."""
    return "\n".join(
        json.dumps({"check": finding.check, "verdict": finding.verdict} | _message(finding), ensure_ascii=False)
        for finding in findings
    )


def _message(finding: Finding) -> dict[str, str]:
    return {"message": finding.message} if finding.check in _NAMELESS else {}
