"""A real SMTP server of the tests' own: it listens, speaks the protocol, and keeps what it was given."""

from __future__ import annotations

import email
import email.policy
import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from tests.serving import serving


class _Session(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self._say("220 mail.test")
        while line := self.rfile.readline().decode().strip():
            match line.split(":")[0].split()[0].upper():
                case "EHLO" | "HELO" | "MAIL" | "RSET" | "NOOP":
                    self._say("250 OK")
                case "RCPT":
                    gone = any(name in line for name in self.server.gone)
                    self._say("550 no such user" if gone else "250 OK")
                case "DATA":
                    self._say("354 go on")
                    text = b"".join(iter(self.rfile.readline, b".\r\n"))
                    self.server.mails.append(
                        email.message_from_bytes(text, _class=EmailMessage, policy=email.policy.default)
                    )
                    if self.server.breaks_off:
                        return
                    self._say("250 kept")
                case "QUIT":
                    self._say("221 bye")
                    return
                case _:
                    self._say("502 no")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """`gone` are mailboxes that it refuses; with `breaks_off` it takes a mail and says nothing."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.mails: list[EmailMessage] = []
        self.gone: set[str] = set()
        self.breaks_off = False

    @property
    def port(self) -> int:
        return int(self.server_address[1])


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """It listens meanwhile."""
    server = MailServer()
    with serving(server):
        yield server
