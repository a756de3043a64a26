"""The ways of notices on loopback, and a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from tests.dossier.entries import AT
from tests.province.citizens.mailbox import MailServer, mail_server
from tests.province.citizens.text_gateway import TextGateway, text_gateway


class Clock:
    def __init__(self) -> None:
        self.at = AT + timedelta(minutes=5)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Iterator[TextGateway]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with text_gateway() as server:
        yield server


@pytest.fixture
def clock() -> Clock:
    return Clock()
