"""The centralised service of 2026: token, files, the dossier once, then its steps and its status."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import httpx

from counter_app.errors import CounterError
from counter_app.province.national.answers import Answer, Verdict, read_answer, value_of
from counter_app.province.national.case import Case, Step
from counter_app.province.national.centralised import Uploaded, files_of, ho_so_moi, tien_trinh, trang_thai
from counter_app.province.national.connection import PortalConnection, message_id
from counter_app.province.national.errors import (
    DossierNotTaken,
    FileNotTaken,
    NationalLoginRefused,
    ProgressNotTaken,
)
from counter_app.province.national.gateway import Handed, Note, hand_over_steps
from counter_app.province.national.settings import NationalSettings

ContentOf = Callable[[str], bytes]
"""A file by its SHA-256."""

_ALSO_DONE = frozenset({"200", "201"})
_MARGIN = 60.0  # seconds before its end at which a token is renewed


class CentralisedService:
    """A `NationalService` (see `gateway`). `content_of` reads a file that is to be uploaded.

    The service has no look-up: a dossier whose reply was lost is sent again under the same number, and its “exists”
    is the answer. `seconds` is a clock that only goes forward.
    """

    def __init__(
        self, settings: NationalSettings, content_of: ContentOf, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._settings, self._content_of, self._seconds = settings, content_of, seconds
        self._line = PortalConnection(settings)
        self._token, self._token_ends = "", 0.0

    def close(self) -> None:
        """Ends the connection; the token runs out by itself."""
        self._line.close()

    def hand_over(self, case: Case, handed: Handed, note: Note) -> None:
        """See `NationalService.hand_over`."""
        handed = self._numbered(case, handed, note)
        handed = self._with_files(case, handed, note)
        if not handed.exists:
            handed = self._created(case, handed)
            note(handed)
        code = handed.code or case.dossier.portal_code
        handed = hand_over_steps(case, handed, note, partial(self._progress, code, handed.portal_id))
        status = [trang_thai(case, code, handed.portal_id, handed.files).wire()]
        named = message_id(self._settings, status, case.dossier.step)
        self._done(self._post(self._settings.status_endpoint, status, named), DossierNotTaken)

    def _progress(self, code: str, id_ho_so: str, steps: Sequence[Step]) -> Verdict:
        rows = [tien_trinh(step, code, id_ho_so).wire() for step in steps]
        answer = self._post(self._settings.progress_endpoint, rows, message_id(self._settings, rows, 0))
        if answer.verdict is not Verdict.EXISTS:
            self._done(answer, ProgressNotTaken)
        return answer.verdict

    def _numbered(self, case: Case, handed: Handed, note: Note) -> Handed:
        """Draws the number before the dossier is sent, and keeps it: under it the dossier is known again."""
        if not self._settings.numbers_from_service or handed.code or case.dossier.filed:
            return handed
        answer = self._post(self._settings.number_endpoint, {"MaTTHC": case.dossier.procedure})
        self._done(answer, DossierNotTaken)
        found = answer.get("value") or _first(answer.get("data"), "value")
        if not found:
            raise DossierNotTaken("no number", reason=answer.reason)
        handed = handed.model_copy(update={"code": str(found)})
        note(handed)
        return handed

    def _with_files(self, case: Case, handed: Handed, note: Note) -> Handed:
        for sha256, name in files_of(case.dossier):
            if sha256 in handed.files:
                continue
            answer = self._asked(partial(self._upload, name, self._content_of(sha256)))
            self._done(answer, FileNotTaken)
            number = _first(answer.get("data"), "IdTepTin")
            if not number:
                raise FileNotTaken("no IdTepTin", reason=answer.reason)
            uploaded = Uploaded(number=str(number), hash=str(_first(answer.get("data"), "HashTepTin") or ""))
            handed = handed.model_copy(update={"files": handed.files | {sha256: uploaded}})
            note(handed)
        return handed

    def _upload(self, name: str, content: bytes, headers: dict[str, str]) -> httpx.Response:
        return self._line.upload(self._settings.upload_endpoint, name, content, headers=headers)

    def _created(self, case: Case, handed: Handed) -> Handed:
        code = handed.code or case.dossier.portal_code
        body = ho_so_moi(case, code, handed.files, self._settings).wire()
        answer = self._post(self._settings.create_endpoint, body, message_id(self._settings, body, 0))
        if answer.verdict is not Verdict.EXISTS:
            self._done(answer, DossierNotTaken)
        number = _first(answer.get("data"), "IdHoSo")
        return handed.model_copy(update={"exists": True, "portal_id": str(number or handed.portal_id)})

    def _done(self, answer: Answer, refusal: type[CounterError]) -> None:
        if answer.verdict is not Verdict.DONE:
            raise refusal(answer.code, reason=answer.reason)

    def _post(self, endpoint: str, body: Any, named: dict[str, str] | None = None) -> Answer:
        return self._asked(lambda headers: self._line.post(endpoint, body, headers=headers | (named or {})))

    def _asked(self, send: Callable[[dict[str, str]], httpx.Response]) -> Answer:
        """Asks with a token; one that ran out is renewed once, since what it carried was not looked at."""
        for _ in range(2):
            answer = read_answer(send({"Authorization": f"Bearer {self._valid_token()}"}), _ALSO_DONE)
            if answer.verdict is not Verdict.SESSION_OVER:
                return answer
            self._token = ""
        raise NationalLoginRefused("token", reason=answer.reason)

    def _valid_token(self) -> str:
        if self._token and self._seconds() < self._token_ends:
            return self._token
        settings = self._settings
        credentials = {"client_id": settings.client_id, "client_secret": settings.client_secret.get_secret_value()}
        answer = read_answer(self._line.post(settings.token_endpoint, credentials), _ALSO_DONE)
        token = _first(answer.get("data"), "access_token")
        if answer.verdict is not Verdict.DONE or not token:
            raise NationalLoginRefused(answer.code, reason=answer.reason)
        lasts = _first(answer.get("data"), "expires_in")
        seconds = float(lasts) if isinstance(lasts, int | float | str) and str(lasts).isdecimal() else 0.0
        self._token, self._token_ends = str(token), self._seconds() + max(seconds - _MARGIN, seconds / 2)
        return self._token


def _first(data: Any, name: str) -> Any:
    """A value of an answer's `data`, which is an object or a list of them."""
    if isinstance(data, list):
        data = data[0] if data else None
    return value_of(data, name) if isinstance(data, dict) else None
