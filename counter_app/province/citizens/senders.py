"""The ways of a notice to its citizen: a gateway of text messages over HTTP, e-mail, a file."""

from __future__ import annotations

import json
import os
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import BinaryIO, Protocol

import httpx

from counter_app.dossier import clock
from counter_app.errors import CounterError

_SECONDS = 20.0  # for which a gateway is waited for
_FOR_GOOD = 500  # of SMTP: codes from here on do not change by waiting
_REFUSED = frozenset({400, 404, 410, 422})  # answers about this number, not about the gateway
_NOT_TAKEN = frozenset({401, 403, 405, 413, 415, 429, 503})  # behind other errors (500, a proxy's 502, 504) it may be
_UNREACHED = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.LocalProtocolError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)


class SenderDown(CounterError):
    """The gateway does not answer, or not now: it surely took nothing, everything waits."""

    what = "The gateway of notices does not take any now ({reason})."
    todo = "The notices wait and go out when it answers; if it lasts, ask whoever runs it."


class AddressRefused(CounterError):
    """The gateway says that this telephone or mailbox takes nothing."""

    what = "The citizen's number or mailbox takes no notice ({reason})."
    todo = "Ask the citizen for another one and correct it in the dossier."


class PerhapsSent(CounterError):
    """The line broke after the text: it may have arrived, and nobody can tell."""

    what = "Whether the notice arrived is not known ({reason})."
    todo = "Only a gateway that drops what it has already is asked again; call the citizen where it matters."


@dataclass(frozen=True)
class Message:
    """One notice on its way. `id` is the same whenever it is sent again."""

    id: str
    to: str
    subject: str
    text: str


class Sender(Protocol):
    """One way. `repeats`: the same message may be sent again where the answer was lost, and arrives once."""

    repeats: bool
    address: str  # of the person: "phone" or "email"

    def send(self, message: Message) -> None:
        """Raises SenderDown, AddressRefused, PerhapsSent."""


class SmsGateway:
    """POSTs {id, to, text} as JSON; the gateway drops an `Idempotency-Key` that it knows."""

    repeats, address = True, "phone"

    def __init__(self, url: str, token: str) -> None:
        self._url, self._token = url, token
        self._trusted = httpx.create_ssl_context()  # httpx would read all authorities anew for each message

    def send(self, message: Message) -> None:
        """See `Sender.send`."""
        headers = {"Idempotency-Key": message.id}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        body = {"id": message.id, "to": message.to, "text": message.text}
        try:
            answer = httpx.post(self._url, json=body, headers=headers, timeout=_SECONDS, verify=self._trusted)
        except _UNREACHED as fault:
            raise SenderDown(reason=type(fault).__name__) from fault
        except httpx.HTTPError as fault:
            raise PerhapsSent(reason=type(fault).__name__) from fault
        if answer.status_code in _REFUSED:
            raise AddressRefused(reason=str(answer.status_code))
        if answer.status_code in _NOT_TAKEN:
            raise SenderDown(reason=str(answer.status_code))
        if not answer.is_success:
            raise PerhapsSent(reason=str(answer.status_code))


class Mail:
    """One connection a message. A server that broke off after the text may have it: it is not asked again."""

    repeats, address = False, "email"

    def __init__(self, host: str, port: int, sender: str, login: tuple[str, str] | None, *, tls: bool) -> None:
        self._host, self._port, self._sender, self._login, self._tls = host, port, sender, login, tls

    def send(self, message: Message) -> None:
        """See `Sender.send`."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = self._sender, message.to, message.subject
        mail["Message-ID"] = f"<{message.id}@{self._sender.rpartition('@')[2]}>"
        mail["Date"], mail["Auto-Submitted"] = format_datetime(clock.now()), "auto-generated"
        mail.set_content(message.text)
        try:
            server = self._open()
        except (smtplib.SMTPException, OSError) as fault:
            raise SenderDown(reason=type(fault).__name__) from fault
        try:
            server.send_message(mail)
        except smtplib.SMTPRecipientsRefused as fault:
            code = max(code for code, _ in fault.recipients.values())
            raise (AddressRefused if code >= _FOR_GOOD else SenderDown)(reason=str(code)) from fault
        except smtplib.SMTPResponseException as fault:
            raise SenderDown(reason=str(fault.smtp_code)) from fault
        except (smtplib.SMTPException, OSError) as fault:
            raise PerhapsSent(reason=type(fault).__name__) from fault
        finally:
            server.close()

    def _open(self) -> smtplib.SMTP:
        server = smtplib.SMTP(self._host, self._port, timeout=_SECONDS)
        if self._tls:
            server.starttls(context=ssl.create_default_context())
        if self._login:
            server.login(*self._login)
        return server


class NoticeFile:
    """A line of JSON a notice, for whatever a province sends by; a line that was written is on disk."""

    repeats, address = True, "phone"

    def __init__(self, path: Path) -> None:
        self._path = path

    def send(self, message: Message) -> None:
        """See `Sender.send`. Readers tell lines that were written twice by their id, and leave out a torn one."""
        line = json.dumps({"id": message.id, "to": message.to, "text": message.text}, ensure_ascii=False)
        try:
            handle = _private(os.fspath(self._path), os.O_RDWR | os.O_APPEND | os.O_CREAT)
        except OSError as fault:
            raise SenderDown(reason=type(fault).__name__) from fault
        try:
            with os.fdopen(handle, "a+b") as file:
                file.write(_ends_torn_line(file) + line.encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as fault:
            raise PerhapsSent(reason=type(fault).__name__) from fault


def _ends_torn_line(file: BinaryIO) -> bytes:
    """The line's end that a full disk or a power cut left out, so that it takes no other notice with it."""
    if not file.seek(0, os.SEEK_END):
        return b""
    file.seek(-1, os.SEEK_END)
    return b"" if file.read(1) == b"\n" else b"\n"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
