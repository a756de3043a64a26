"""What a profile cannot check of itself: whether the files and folders it names are there and what they should be."""

from __future__ import annotations

from pathlib import Path

from counter_app.config import Profile
from counter_app.language import Phrase
from ui.settings.fields import Field, Kind

_PICTURES = (".png", ".jpg", ".jpeg")


def fault_of(field: Field, name: str, before: Profile, wanted: Profile, folder: Path) -> Phrase | None:
    """What is wrong with a file or folder that was changed; None where nothing is, or it is as it was."""
    value = _value(wanted, name)
    if field.kind not in (Kind.FILE, Kind.FOLDER) or not value or value == _value(before, name):
        return None
    path = folder / value
    if field.kind is Kind.FOLDER:
        return None if path.is_dir() else Phrase("settings", "There is no such folder")
    if not path.is_file():
        return Phrase("settings", "There is no such file")
    if name == "office.logo" and path.suffix.lower() not in _PICTURES:
        return Phrase("settings", "A picture: PNG or JPEG")
    if name == "server.authority" and b"-----BEGIN CERTIFICATE-----" not in path.read_bytes()[:200_000]:
        return Phrase("settings", "No certificate stands in this file")
    return None


def _value(profile: Profile, name: str) -> str:
    table, _, line = name.partition(".")
    return str(getattr(getattr(profile, table), line)) if line else str(getattr(profile, table))
