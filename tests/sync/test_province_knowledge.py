"""What the province sends its desks to know: in force at once, under the office's own, never with a fault in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.config import Server
from counter_app.knowledge import adopt, load_knowledge
from counter_app.procedures.catalogue_texts import as_toml
from counter_app.province.serve import running_server
from counter_app.store.store import Store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import KnowledgeRefused
from counter_app.sync.fetch_knowledge import fetch_knowledge
from tests.test_knowledge import amount, household

OpenDesk = Callable[[int], Store]


def test_a_change_of_the_province_is_in_force_without_a_restart_and_after_one(desk: OpenDesk, tmp_path: Path) -> None:
    store, sent = desk(1), tmp_path / "sent"
    own, place = store.folder / "knowledge", store.folder / "knowledge-province"
    knowledge = load_knowledge(own, place)
    before = amount(knowledge)
    (sent / "procedures").mkdir(parents=True)
    (sent / "procedures" / "ho-kinh-doanh.toml").write_text(as_toml([household(knowledge, 70_000)]), encoding="utf-8")
    with running_server(tmp_path / "server", knowledge=sent) as address:
        code = address.services.desks.register(store.desk)
        with ProvincialServer(Server(url=address.url, code=code), store) as server:
            assert fetch_knowledge(server, knowledge)
            assert (before, amount(knowledge)) == (100_000, 70_000)
            assert not fetch_knowledge(server, knowledge), "what is known is not fetched again"
    assert amount(load_knowledge(own, place)) == 70_000
    adopt(knowledge, [household(knowledge, 30_000)])
    assert amount(knowledge) == amount(load_knowledge(own, place)) == 30_000, "the office's own lies over it"


class Sends:
    """A server that sends this package."""

    def __init__(self, package: bytes) -> None:
        self._package = package

    def knowledge(self, tag: str) -> tuple[bytes, str]:
        return self._package, '"tag"'


def packed(**files: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return content.getvalue()


@pytest.mark.parametrize(
    "package",
    [
        b"<html>",
        packed(**{"../outside.toml": ""}),
        packed(**{"procedures/sub/dir.toml": ""}),
        packed(**{"procedures/script.py": ""}),
        packed(**{"procedures/wrong.toml": "[[procedure]]\ncode = 1\n"}),
        packed(**{"calendar/office-hours.toml": "no toml at all"}),
    ],
)
def test_a_faulty_package_is_refused_and_what_was_good_stays(tmp_path: Path, package: bytes) -> None:
    knowledge = load_knowledge(tmp_path / "own", tmp_path / "place")
    good = packed(**{"procedures/ho-kinh-doanh.toml": as_toml([household(knowledge, 70_000)])})
    assert fetch_knowledge(Sends(good), knowledge)  # type: ignore[arg-type]
    before = replace(knowledge)
    with pytest.raises(KnowledgeRefused) as refused:
        fetch_knowledge(Sends(package), knowledge)  # type: ignore[arg-type]
    assert refused.value.values["fault"]
    assert knowledge.catalogue is before.catalogue and amount(knowledge) == 70_000
    assert amount(load_knowledge(tmp_path / "own", tmp_path / "place")) == 70_000
    assert not (tmp_path / "outside.toml").exists()


def test_a_package_that_was_damaged_on_the_disk_leaves_what_is_shipped(tmp_path: Path) -> None:
    place = tmp_path / "place"
    knowledge = load_knowledge(tmp_path / "own", place)
    good = packed(**{"procedures/ho-kinh-doanh.toml": as_toml([household(knowledge, 70_000)])})
    fetch_knowledge(Sends(good), knowledge)  # type: ignore[arg-type]
    (place / "package.zip").write_bytes(b"damaged")
    assert amount(load_knowledge(tmp_path / "own", place)) == 100_000


def test_a_package_whose_packed_bytes_are_damaged_is_refused_and_stops_no_start(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rules/a.toml", "x = 1\n" * 1000)
    damaged = bytearray(content.getvalue())
    start = 30 + len("rules/a.toml")
    damaged[start : start + 8] = b"\xff" * 8
    knowledge = load_knowledge(None, tmp_path)
    with pytest.raises(KnowledgeRefused):
        fetch_knowledge(Sends(bytes(damaged)), knowledge)  # type: ignore[arg-type]
    (tmp_path / "package.zip").write_bytes(damaged)
    assert amount(load_knowledge(None, tmp_path)) == 100_000
