"""Whether a line of TLS broke over a certificate: ours of theirs, or theirs of ours.

Mostly the failure says so itself. Where the other side hangs up first, some versions of TLS tell of a broken pipe
instead (OpenSSL 3.5 on Debian 13): the alert with the refusal could not be sent any more. Then the other side is
greeted once more, in memory, where nothing can break before its certificate was looked at.
"""

from __future__ import annotations

import socket
import ssl
from urllib.parse import urlsplit

_LAST_WORD = 2.0  # seconds to hear, after the greeting, that the other side wants another certificate of ours
_ALERTS = ("CERTIFICATE", "UNKNOWN_CA")  # in OpenSSL's names of failures and of the alerts the other side sends
_CUT = (ConnectionError, ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError)


def is_about_certificates(fault: BaseException | None) -> bool:
    """Whether the failure itself, or what caused it, says so."""
    return any(
        isinstance(cause, ssl.SSLCertVerificationError)
        or (isinstance(cause, ssl.SSLError) and any(alert in (getattr(cause, "reason", "") or "") for alert in _ALERTS))
        for cause in _causes(fault)
    )


def was_cut(fault: BaseException | None) -> bool:
    """Whether the other side hung up."""
    return any(isinstance(cause, _CUT) for cause in _causes(fault))


def certificate_refused(url: str, context: ssl.SSLContext, seconds: float) -> bool:
    """Whether a greeting of the server at `url` ends with a refused certificate; no word of HTTP is said.

    False where it cannot be reached within `seconds`, or speaks no TLS.
    """
    address = urlsplit(url)
    if address.scheme != "https" or not address.hostname:
        return False
    try:
        with socket.create_connection((address.hostname, address.port or 443), seconds) as line:
            _greet(line, address.hostname, context)
    except OSError as fault:  # ssl.SSLError is one
        return is_about_certificates(fault)
    return False


def _greet(line: socket.socket, host: str, context: ssl.SSLContext) -> None:
    """Shakes hands, and listens for a last word. Raises ssl.SSLError, OSError."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    talk = context.wrap_bio(incoming, outgoing, server_hostname=host)
    greeted = False
    while True:
        try:
            if not greeted:
                talk.do_handshake()
                greeted = True
                line.settimeout(_LAST_WORD)
            talk.read(1)
            return  # it says something of its own accord: the certificates are in order
        except ssl.SSLWantReadError:
            _send(line, outgoing.read())
        if not (heard := line.recv(1 << 16)):
            return
        incoming.write(heard)


def _send(line: socket.socket, words: bytes) -> None:
    try:
        line.sendall(words)
    except ConnectionError:
        return  # it has hung up; what it said before that is still to be read


def _causes(fault: BaseException | None) -> list[BaseException]:
    causes: list[BaseException] = []
    while fault is not None and fault not in causes:
        causes.append(fault)
        fault = fault.__cause__ or fault.__context__
    return causes
