"""Papers of the office that were scanned at another desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counter_app.config import Server
from counter_app.dossier.payloads.papers import ComponentDigitised
from counter_app.province.serve import RunningServer
from counter_app.store.files import FileMissing
from counter_app.store.store import Store
from counter_app.sync.exchange import sync_once
from counter_app.sync.fetch_file import content_of
from tests.dossier.entries import received
from tests.sync.conftest import append, gateway


def test_a_paper_scanned_at_another_desk_is_fetched_once_and_then_lies_here(
    address: RunningServer, desk: Callable[[int], Store]
) -> None:
    first, second = desk(1), desk(2)
    paper = first.files.put(b"%PDF-1.7 a scan", "application/pdf")
    append(first, received())
    append(first, ComponentDigitised(component=received().components[0].key, document=paper, pages=()))
    with gateway(address, second) as line:
        sync_once(second, line)
    server = Server(url=address.url)
    with pytest.raises(FileMissing):
        content_of(second, server, paper)
    with gateway(address, first) as line:
        sync_once(first, line)
    assert content_of(second, server, paper) == b"%PDF-1.7 a scan"
    assert content_of(second, Server(), paper) == b"%PDF-1.7 a scan", "without a line now"


def test_without_a_server_a_paper_of_another_desk_is_missing(desk: Callable[[int], Store]) -> None:
    paper = desk(1).files.put(b"a scan", "application/pdf")
    with pytest.raises(FileMissing):
        content_of(desk(2), Server(), paper)
