"""Who signed a file digitally, and when, as the file tells; nobody at the desk checks it."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.value import Value


class DigitalSignature(Value):
    """One signature (chữ ký số): the signer's name or "", the time as ISO 8601 or ""."""

    signer: str = Field(default="", max_length=500)
    time: str = Field(default="", max_length=50)


def signer_and_day(signer: str, time: str | None, nameless: str) -> str:
    """“NAME, dd/mm/yyyy” on the office's calendar; `nameless` stands for no name, and a day not told is left out."""
    return ", ".join(filter(None, (signer or nameless, day_of(time or ""))))


def day_of(time: str) -> str:
    """The day of a signature on the office's calendar, dd/mm/yyyy; "" where its file does not tell one."""
    try:
        at = datetime.fromisoformat(time)
        return f"{at.astimezone(VIETNAM) if at.tzinfo else at:%d/%m/%Y}"
    except (ValueError, OverflowError):
        return ""
