"""What a national service means by its answers, which are not always what HTTP and their own codes say.

Codes come as text or number; success is 0, "0" or "00", or said in the message only; HTTP 200 carries errors, and the
words come composed or decomposed, in any case.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import Enum
from typing import Any

import httpx

from counter_app.province.national.errors import NationalFault, NotTheNationalService
from counter_app.province.national.texts import cut, folded

_DONE = frozenset({"0", "00"})
_SAID_IN_THE_MESSAGE = frozenset({"3", "-3", ""})
_SUCCESS = re.compile(r"(?<!không )(?<!chưa )thành công")
_FAILURE = re.compile(r"không|chưa|thất bại|\blỗi\b|\berror\b|\bfail")
_SESSION = re.compile(r"\b(session|token|phiên(?! bản))\b")
_OVER = re.compile(r"hết hạn|hết hiệu lực|không hợp lệ|không tồn tại|không đúng|expired|invalid|time-?out")
_REASON = 300  # characters of a reason a person is shown
_CODE = 20  # characters of a code


class Verdict(Enum):
    """What an answer amounts to."""

    DONE = "done"
    EXISTS = "exists"  # the dossier is there already: it is to be updated
    NOT_THERE = "not there"  # there is nothing to update
    SESSION_OVER = "session over"
    REFUSED = "refused"


@dataclass(frozen=True)
class Answer:
    """What a service answered: its code as text ("" where it gave none), its message, and the whole object."""

    code: str
    message: str
    content: dict[str, Any]
    verdict: Verdict

    @property
    def reason(self) -> str:
        """Why it refused, for a person."""
        return cut(" ".join(self.message.split()) or self.code or "?", _REASON)

    def get(self, name: str) -> Any:
        """A value of the object, whatever the case of its name; None where there is none."""
        return value_of(self.content, name)


def value_of(content: dict[str, Any], name: str) -> Any:
    """A value by its name in any case; None where there is none."""
    return next((value for key, value in content.items() if key.casefold() == name.casefold()), None)


def read_answer(reply: httpx.Response, also_done: frozenset[str] = frozenset()) -> Answer:
    """The answer in a reply; `also_done` are codes by which this service means success besides the known ones.

    Raises NationalFault, NotTheNationalService.
    """
    status = reply.status_code
    if status >= 500 or status == 429:
        raise NationalFault(str(status), status=status)
    content = None if 300 <= status < 400 else _object(reply.content)
    if content is None and status in {401, 403}:
        return Answer(str(status), "", {}, Verdict.SESSION_OVER)
    if content is None:
        raise NotTheNationalService(f"{status} {reply.headers.get('Content-Type', '')} {len(reply.content)} bytes")
    code = _code(content)
    message = next((str(said) for name in ("message", "error_message") if (said := value_of(content, name))), "")
    if status in {401, 403}:
        return Answer(code, message, content, Verdict.SESSION_OVER)
    if not code and not message:
        raise NotTheNationalService(f"{status} neither code nor message")
    verdict = _verdict(code, folded(message), _DONE | also_done)
    if status >= 400 and verdict is Verdict.DONE:
        verdict = Verdict.REFUSED
    return Answer(code, message, content, verdict)


def _verdict(code: str, said: str, done: frozenset[str]) -> Verdict:
    if code not in done and _SESSION.search(said) and _OVER.search(said):
        return Verdict.SESSION_OVER
    if "đã tồn tại" in said:
        return Verdict.EXISTS
    if "không tồn tại" in said or "chưa tồn tại" in said:
        return Verdict.NOT_THERE
    success = _SUCCESS.search(said) is not None
    if code in done:
        return Verdict.DONE if success or not _FAILURE.search(said) else Verdict.REFUSED
    return Verdict.DONE if code in _SAID_IN_THE_MESSAGE and success else Verdict.REFUSED


def _code(content: dict[str, Any]) -> str:
    for name in ("error_code", "errorCode", "code"):
        value = value_of(content, name)
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        if isinstance(value, int | str) and not isinstance(value, bool):
            return str(value).strip()[:_CODE]
    return ""


def _object(body: bytes) -> dict[str, Any] | None:
    """The JSON object in a body, whatever its header calls it; some adapters wrap it in a text once more."""
    try:
        content = json.loads(body.decode("utf-8-sig"))
        if isinstance(content, str):
            content = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None
