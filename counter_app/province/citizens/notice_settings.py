"""The TOML file of `counter server --notices`: by which ways citizens are told, and when they are left in peace."""

from __future__ import annotations

import tomllib
from datetime import datetime, time
from pathlib import Path

from pydantic import Field, ValidationError

from counter_app.bounded_files import read_file
from counter_app.dossier import clock
from counter_app.dossier.value import Value
from counter_app.errors import CounterError
from counter_app.province.citizens.senders import Mail, NoticeFile, Sender, SmsGateway

_LARGEST = 100_000  # bytes


class BadNoticeSettings(CounterError):
    """The file of --notices cannot be read, or says something impossible."""

    what = "The settings of the notices cannot be used: {fault}."
    todo = "Correct the file after --notices; deploy/notices.toml.example shows one."


class SmsSettings(Value):
    """The gateway of text messages."""

    url: str
    token: str = ""


class MailSettings(Value):
    """The server that takes e-mails."""

    host: str
    port: int = Field(default=587, ge=1, le=65535)
    sender: str = Field(pattern=r"^[^@\s<>]+@[^@\s<>]+$")
    username: str = ""
    password: str = ""
    tls: bool = True


class NoticeSettings(Value):
    """What the server must know to tell citizens."""

    look_up: str = ""  # the address of the public page, as citizens reach it
    quiet_from: time = time(21, 0)  # on Vietnam's clock
    quiet_until: time = time(7, 0)
    every_seconds: float = Field(default=10.0, ge=0.05, le=3600)
    sms: SmsSettings | None = None
    email: MailSettings | None = None
    file: Path | None = None

    def is_quiet(self, at: datetime) -> bool:
        """Whether citizens are left in peace then."""
        now = at.astimezone(clock.VIETNAM).time()
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= now < self.quiet_until
        return now >= self.quiet_from or now < self.quiet_until

    def senders(self) -> dict[str, Sender]:
        """The ways by name, the first that has an address of the citizen goes first."""
        found: dict[str, Sender] = {}
        if self.sms:
            found["sms"] = SmsGateway(self.sms.url, self.sms.token)
        if self.file:
            found["file"] = NoticeFile(self.file)
        if mail := self.email:
            login = (mail.username, mail.password) if mail.username else None
            found["email"] = Mail(mail.host, mail.port, mail.sender, login, tls=mail.tls)
        return found


def load_notices(path: Path) -> NoticeSettings:
    """Reads and checks the file. Raises BadNoticeSettings."""
    try:
        facts = tomllib.loads(read_file(path, _LARGEST).decode())
        return NoticeSettings.model_validate(facts, strict=False)
    except (OSError, UnicodeDecodeError) as fault:
        raise BadNoticeSettings(fault=type(fault).__name__) from fault
    except tomllib.TOMLDecodeError as fault:
        raise BadNoticeSettings(fault=str(fault)) from fault
    except ValidationError as fault:
        first = fault.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadNoticeSettings(fault=f"{place}: {first['msg']}") from None
