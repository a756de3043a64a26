"""The settings of a desk as a file or as a code to scan: for another desk of the office, or to set one up.

There are no secrets in it and nothing that is this desk's alone: not its number, not its one-time code, no password in
an address. Whoever sets up another desk adds that desk's number and one-time code to its own code or file.
"""

from __future__ import annotations

import base64
import json
import re
import tomllib
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from counter_app.config import OF_THE_JOURNAL, Profile, toml_of
from counter_app.errors import CounterError

CODE_BEGINS = "QUAY-CD1:"
"""Letters and digits only follow, in capitals: a reader that types sends them right through any input method."""
LARGEST = 200_000
"""Bytes of a file, or of what a code holds."""
_USER = re.compile(r"(?<=://)[^/@]*@")  # user and password in an address
_HEAD = "# Cài đặt của quầy: không có mật khẩu, không có mã dùng một lần.\n"


class NotSettings(CounterError):
    """A file or code that holds no settings."""

    what = "This is no file or code with the settings of a desk."
    todo = "Choose the file that a desk saved, or that the province gave out; nothing was changed."


class WrongSetting(NotSettings):
    """Settings with a line that no desk has, or with a value that it cannot have."""

    what = "These settings hold a line that is unknown or wrong: {name}"


def exported(profile: Profile, number: int | None = None, code: str = "", locked: Iterable[str] = ()) -> dict[str, Any]:
    """What another desk needs of the profile; `number` and one-time `code` are those of the desk it is made for, where
    nobody changes what is `locked` beside what is locked here."""
    content: dict[str, Any] = profile.model_dump(mode="json")
    server = content.get("server", {})
    server.pop("code", None)
    for address in ("url", "proxy"):
        if address in server:
            server[address] = _USER.sub("", server[address])
    if code:
        content["server"] = server | {"code": code}
    for printer in content.get("printers", []):
        printer["address"] = _USER.sub("", printer["address"])
    content["locked"] = sorted({*profile.locked, *locked})
    content["desk"] = {name: value for name, value in content["desk"].items() if name != "number"}
    if number is not None:
        content["desk"]["number"] = number
    for table, name in (("office", "logo"), ("server", "authority")):  # a file stays beside its own profile
        content.get(table, {}).pop(name, None)
    return {name: value for name, value in content.items() if value}


def as_file(content: Mapping[str, Any]) -> bytes:
    """The settings as a TOML file."""
    return (_HEAD + toml_of(dict(content))).encode()


def as_code(content: Mapping[str, Any]) -> str:
    """The settings as the text of a QR code."""
    packed = zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), 9)
    return CODE_BEGINS + base64.b32encode(packed).decode().rstrip("=")


def of_file(content: bytes) -> dict[str, Any]:
    """What such a file says. Raises NotSettings."""
    try:
        return _checked(tomllib.loads(content.decode("utf-8-sig")))
    except (ValueError, RecursionError) as fault:
        raise NotSettings(type(fault).__name__) from fault


def of_code(text: str) -> dict[str, Any]:
    """What such a code says, as a reader typed it. Raises NotSettings."""
    packed = text.strip().upper().removeprefix(CODE_BEGINS)
    try:
        data = base64.b32decode(packed + "=" * (-len(packed) % 8))
        reader = zlib.decompressobj()
        content = reader.decompress(data, LARGEST)
        if not reader.eof:
            raise NotSettings("zlib")
        return _checked(json.loads(content))
    except (ValueError, zlib.error, RecursionError) as fault:
        raise NotSettings(type(fault).__name__) from fault


def laid_over(profile: Profile, content: Mapping[str, Any]) -> tuple[Profile, list[str]]:
    """The profile with what the settings say, and the names of what stays as it is: what is locked here, and what
    codes are drawn from. Raises WrongSetting where a value is wrong."""
    whole, stays = profile.model_dump(mode="json"), []
    for table, said in content.items():
        lines = said if isinstance(said, dict) else {"": said}
        for line, value in lines.items():
            name = f"{table}.{line}" if line else table
            here = whole[table].get(line) if line else whole[table]
            if here == value or (table, line) == ("desk", "number"):
                continue
            if profile.is_locked(name) or name == "locked" or name in OF_THE_JOURNAL:
                stays.append(name)
            elif line:
                whole[table][line] = value
            else:
                whole[table] = value
    try:
        return Profile.model_validate(whole), stays
    except ValidationError as fault:
        first = fault.errors(include_input=False, include_url=False)[0]
        raise WrongSetting(name=".".join(str(part) for part in first["loc"])) from fault


def _checked(content: Any) -> dict[str, Any]:
    """Raises NotSettings, WrongSetting where it names what no profile has."""
    if not isinstance(content, dict) or not content:
        raise NotSettings("TOML")
    fields = Profile.model_fields
    for table, said in content.items():
        if table not in fields:
            raise WrongSetting(name=table)
        lines = getattr(fields[table].annotation, "model_fields", None)
        if lines is None:
            continue
        if not isinstance(said, dict):
            raise WrongSetting(name=table)
        for line in said:
            if line not in lines:
                raise WrongSetting(name=f"{table}.{line}")
    return content
