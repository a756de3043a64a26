"""The way to an IPP server: requests over HTTP on one connection, and what goes wrong as a printer's failure."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from enum import IntEnum
from urllib.parse import urlsplit

import httpx

from counter_app.bounded_http import AnswerTooLarge, BoundedClient
from counter_app.near_devices import trust
from printing.errors import (
    BadAddress,
    NoSuchPrinter,
    PaperBrokeOff,
    PaperForgotten,
    PrinterGone,
    PrinterOff,
    PrinterRefused,
)
from printing.printers import reasons
from printing.printers.ipp_messages import Attribute, Group, Message, NoMessage, Tag, read, written

CONNECT_SECONDS = 3.0
ANSWER_SECONDS = 20.0
"""Of silence. A printer that takes a paper slowly is not silent: it takes bytes."""
WHOLE_ANSWER_SECONDS = 120.0
"""For all of an answer, once the paper was sent."""
LARGEST_ANSWER = 4_000_000
"""Bytes; a print server with a thousand printers has less to say."""
PORT = 631


class Operation(IntEnum):
    """What can be asked of a printer, and of CUPS."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B
    CUPS_GET_DEFAULT = 0x4001
    CUPS_GET_PRINTERS = 0x4002


class Status(IntEnum):
    """Answers that mean something of their own; everything from 0x0400 is a refusal."""

    REFUSED = 0x0400
    NOT_FOUND = 0x0406
    FORMAT_NOT_SUPPORTED = 0x040A
    SERVICE_UNAVAILABLE = 0x0502
    DEVICE_ERROR = 0x0504
    TEMPORARY_ERROR = 0x0505
    BUSY = 0x0507


OFF = {
    Status.SERVICE_UNAVAILABLE: reasons.FAULT,
    Status.DEVICE_ERROR: reasons.FAULT,
    Status.TEMPORARY_ERROR: reasons.FAULT,
    Status.BUSY: reasons.BUSY,
}


class IppConnection:
    """A server that speaks IPP, at an HTTP address or behind a Unix socket."""

    def __init__(self, server: str, socket: str | None = None) -> None:
        verify = trust(urlsplit(server).hostname or "") if server.startswith("https:") else False
        self._client = BoundedClient(
            base_url=server,
            transport=httpx.HTTPTransport(verify=verify, uds=socket, limits=httpx.Limits(keepalive_expiry=60)),
            timeout=httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
            headers={"Content-Type": "application/ipp"},
            trust_env=False,
        )
        self._numbers = itertools.count(1)

    def asked(
        self,
        printer: str,
        path: str,
        operation: Operation,
        about: Sequence[Attribute],
        job: Sequence[Attribute] = (),
        document: bytes = b"",
    ) -> Message:
        """The server's answer; `printer` is its name in what is raised.

        Raises PrinterGone where nobody answers, PaperBrokeOff where the line broke with a paper on its way, PrinterOff,
        PrinterRefused, PaperForgotten where it does not know the job.
        """
        groups = [(Group.OPERATION, [*_HEAD, *about]), *([(Group.JOB, job)] if job else [])]
        message = written(operation, next(self._numbers), groups)
        try:
            answer = self._client.ask(
                "POST", path, content=message + document, largest=LARGEST_ANSWER, seconds=WHOLE_ANSWER_SECONDS
            )
        except AnswerTooLarge as fault:
            raise (PaperBrokeOff if document else PrinterRefused)(str(fault), printer=printer) from fault
        except (httpx.ConnectError, httpx.ConnectTimeout) as fault:
            raise PrinterGone(type(fault).__name__, printer=printer) from fault
        except httpx.HTTPError as fault:
            broken = PaperBrokeOff if document else PrinterGone
            raise broken(type(fault).__name__, printer=printer) from fault
        if answer.status_code != httpx.codes.OK:
            gone = answer.status_code == httpx.codes.NOT_FOUND
            raise (NoSuchPrinter if gone else PrinterRefused)(f"HTTP {answer.status_code}", printer=printer)
        try:
            reply = read(answer.content)
        except NoMessage as fault:
            raise (PaperBrokeOff if document else PrinterRefused)(str(fault), printer=printer) from fault
        if reply.code >= Status.REFUSED:
            raise _refusal(reply.code, operation, printer)
        return reply


_HEAD = (
    Attribute("attributes-charset", Tag.CHARSET, ("utf-8",)),
    Attribute("attributes-natural-language", Tag.LANGUAGE, ("en",)),
)


def _refusal(status: int, operation: Operation, printer: str) -> Exception:
    details = f"IPP {status:#06x}"
    if status == Status.NOT_FOUND:
        asked_for_job = operation in {Operation.CANCEL_JOB, Operation.GET_JOB_ATTRIBUTES}
        return (PaperForgotten if asked_for_job else NoSuchPrinter)(details, printer=printer)
    if status in OFF:
        return PrinterOff(details, printer=printer, reason=OFF[Status(status)])
    return PrinterRefused(details, printer=printer)


def server_and_path(printer: str, uri: str) -> tuple[str, str]:
    """The HTTP address and the path behind an ipp:// or ipps:// address. Raises BadAddress."""
    try:
        parts = urlsplit(uri)
        port = parts.port or PORT
    except ValueError as fault:
        raise BadAddress(type(fault).__name__, printer=printer, address=uri) from fault
    if parts.scheme not in {"ipp", "ipps"} or not parts.hostname:
        raise BadAddress(printer=printer, address=uri)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{'https' if parts.scheme == 'ipps' else 'http'}://{host}:{port}", parts.path or "/"
