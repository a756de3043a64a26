"""The TOML file of `counter server --notices`: by which ways citizens are told, and when they are left in peace."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path

from pydantic import Field, ValidationError

from counter_app.bounded_files import read_file
from counter_app.dossier import clock
from counter_app.dossier.value import Value
from counter_app.errors import CounterError
from counter_app.province.citizens.senders import Mail, NoticeFile, Sender, SmsGateway
from counter_app.resources import resource

_LARGEST = 100_000  # bytes
NOTICE_FACTS = ("code", "due", "office", "look_up")
"""What a notice knows; nothing of what the dossier is about, for a telephone is read by others, too."""


class BadNoticeSettings(CounterError):
    """The file of --notices cannot be read, or says something impossible."""

    what = "The settings of the notices cannot be used: {fault}."
    todo = "Correct the file after --notices; deploy/notices.toml.example shows one."


class NoticeText(Value):
    """The words of one kind of notice, with places for `NOTICE_FACTS`; `where` is for a public page."""

    subject: str
    text: str
    where: str = ""

    def filled(self, facts: Mapping[str, str]) -> tuple[str, str]:
        """Subject and text. Raises LookupError, ValueError, AttributeError where a place is none of the facts'."""
        where = self.where if facts["look_up"] else ""
        self.where.format_map(facts)
        return self.subject.format_map(facts), f"{self.text} {where}".strip().format_map(facts)


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
    texts: Path | None = None  # the province's own words, over the shipped ones

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
    """Reads and checks the file, and the texts it names, beside it. Raises BadNoticeSettings."""
    try:
        facts = tomllib.loads(read_file(path, _LARGEST).decode())
        settings = NoticeSettings.model_validate(facts, strict=False)
        if settings.texts:
            settings = settings.model_copy(update={"texts": path.parent / settings.texts})
        load_texts(settings.texts)
    except (OSError, UnicodeDecodeError) as fault:
        raise BadNoticeSettings(fault=type(fault).__name__) from fault
    except tomllib.TOMLDecodeError as fault:
        raise BadNoticeSettings(fault=str(fault)) from fault
    except ValidationError as fault:
        first = fault.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadNoticeSettings(fault=f"{place}: {first['msg']}") from None
    return settings


def load_texts(own: Path | None) -> dict[str, NoticeText]:
    """The words of each kind of notice: the shipped ones, and over them those of the province's file. Raises
    BadNoticeSettings, where one says what no notice knows, also the errors of reading and of TOML."""
    texts = tomllib.loads(resource("notices", "vi.toml").read_text(encoding="utf-8"))
    for kind, words in (tomllib.loads(read_file(own, _LARGEST).decode()) if own else {}).items():
        if kind not in texts or not isinstance(words, dict):
            raise BadNoticeSettings(fault=f"texts: {kind}")
        texts[kind] = texts[kind] | words
    found = {kind: NoticeText.model_validate(words) for kind, words in texts.items()}
    for kind, text in found.items():
        try:
            text.filled(dict.fromkeys(NOTICE_FACTS, ""))
        except (LookupError, ValueError, AttributeError) as fault:
            raise BadNoticeSettings(fault=f"texts: {kind}: {fault}") from fault
    return found
