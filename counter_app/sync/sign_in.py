"""How a desk is let in at the province: enrol once with the code, sign in, renew, take a new credential when told to.

One `DeskSession` serves all threads of a desk. What it has to remember lies in the store, on the connection of the
thread that asks.
"""

from __future__ import annotations

import hashlib
import re
from threading import Lock
from typing import TypeVar

from pydantic import ValidationError

from counter_app.dossier.value import Value
from counter_app.store.sync_secrets import CREDENTIAL, ENROLLED_WITH, ENROLLING, NEXT, SyncSecrets
from counter_app.sync.errors import CodeRefused, NotEnrolled, NotTheServer, SyncFailure, TokenRefused
from counter_app.sync.line import Line, checked, send
from counter_app.sync.wire import Enrol, Enrolled, SignedIn, SignIn

Answer = TypeVar("Answer", bound=Value)
_JSON = {"Content-Type": "application/json"}


class DeskSession:
    """Holds the bearer token of a desk."""

    def __init__(self, desk: str, code: str) -> None:
        self._desk = desk
        self._code = _as_given(code)
        self._token = ""
        self._lock = Lock()

    def take_code(self, code: str) -> None:
        """Another one-time code, typed in by somebody; used where there is no credential, or it is refused."""
        self._code = _as_given(code)

    def token(self, line: Line, secrets: SyncSecrets, *, refused: str = "") -> str:
        """A token to speak with; another one than `refused`, which the server takes no longer.

        Raises NotEnrolled, CodeRefused, TokenRefused, DeskRevoked, and what the line brings.
        """
        with self._lock:
            if not self._token or self._token == refused:
                self._token = ""
                self._token = self._signed_in(line, secrets)
            return self._token

    def _signed_in(self, line: Line, secrets: SyncSecrets) -> str:
        credential, coming = secrets.get(CREDENTIAL), secrets.get(NEXT)
        if not credential:
            credential = self._enrolled(line, secrets)
        if coming:
            try:
                signed = self._shown(line, coming)
                secrets.put(**{CREDENTIAL: coming, NEXT: ""})
                return signed.token
            except TokenRefused:
                pass  # the server knows another one; this one is kept until the old one was seen to hold
        try:
            signed = self._shown(line, credential)
        except TokenRefused:
            if not self._code or secrets.get(ENROLLED_WITH) == _hash(self._code):
                raise
            # a new code stands in the profile, or a repeated request for a credential has replaced the one that came
            signed = self._shown(line, self._enrolled(line, secrets))
        if coming:
            secrets.put(**{NEXT: ""})
        if with_code := secrets.get(ENROLLING):
            secrets.put(**{ENROLLED_WITH: with_code, ENROLLING: ""})
        return self._renewed(line, secrets, signed) if signed.rotate else signed.token

    def _renewed(self, line: Line, secrets: SyncSecrets, signed: SignedIn) -> str:
        """Fetches the next credential and uses it at once; if that breaks off, the old one goes on serving."""
        headers = {"Authorization": f"Bearer {signed.token}"}
        try:
            coming = _ask(Enrolled, line, "/v2/credential", "", headers).credential
            secrets.put(**{NEXT: coming})
            used = self._shown(line, coming)
        except SyncFailure:
            return signed.token
        secrets.put(**{CREDENTIAL: coming, NEXT: ""})
        return used.token

    def _enrolled(self, line: Line, secrets: SyncSecrets) -> str:
        if not self._code:
            raise NotEnrolled
        try:
            body = Enrol(desk=self._desk, code=self._code)
        except ValidationError as fault:
            raise CodeRefused("no code") from fault  # not even the shape of one
        try:
            credential = _ask(Enrolled, line, "/v2/enrol", body.model_dump_json(), {}).credential
        except TokenRefused as fault:
            raise CodeRefused("401") from fault
        # the code stays good at the province until this credential was used, and so it does here
        secrets.put(**{CREDENTIAL: credential, NEXT: "", ENROLLED_WITH: "", ENROLLING: _hash(self._code)})
        return credential

    def _shown(self, line: Line, credential: str) -> SignedIn:
        body = SignIn(desk=self._desk, credential=credential)
        return _ask(SignedIn, line, "/v2/sign-in", body.model_dump_json(), {})


def _ask(kind: type[Answer], line: Line, path: str, body: str, headers: dict[str, str]) -> Answer:
    reply = checked(send(line, "POST", path, content=body, headers=_JSON | headers), {200})
    try:
        return kind.from_json(reply.content)
    except ValidationError as fault:
        raise NotTheServer(f"{path} {len(reply.content)} bytes") from fault


def _as_given(code: str) -> str:
    """The code as the province gives it out: capitals, groups of five. Somebody has typed it."""
    typed = re.sub(r"\s", "", code)
    return typed.upper() if re.fullmatch(r"[0-9A-Za-z]{5}(-[0-9A-Za-z]{5}){3}", typed) else typed


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
