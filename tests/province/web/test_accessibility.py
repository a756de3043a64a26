"""Every page that a citizen or an official meets, in a real browser, looked through by axe-core."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from counter_app.config import Kiosk
from counter_app.desk.desk import Desk
from counter_app.dossier.codes import case_code
from counter_app.kiosk.server import KioskServer, Service
from counter_app.province.serve import RunningServer
from counter_app.reports.evaluation import as_page, evaluation_table
from tests.dossier.entries import AT, CODE, received
from tests.npm import npm_packages
from tests.province.conftest import Caller, Journal
from tests.province.test_evaluation import evaluation
from tests.province.web.conftest import OFFICIAL, password_of

pytestmark = pytest.mark.slow  # a browser
AXE = "axe-core@4.10.2"
_RUN = "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(done);"


class Looked:
    """What axe finds on the pages that the browser shows."""

    def __init__(self, chromium: Chrome, script: str) -> None:
        self._chromium, self._script = chromium, script
        self.found: list[str] = []

    def look(self, page: str, address: str = "") -> None:
        """At the page at that address, or the one shown; on a desk's screen and on a telephone."""
        if address:
            self._chromium.get(address)
        for width in (1280, 360):
            self._chromium.set_window_size(width, 800)
            self._chromium.execute_script(self._script)
            result: dict[str, Any] = self._chromium.execute_async_script(_RUN)
            assert result["passes"], page
            self.found += [f"{page} {width}: {_said(item)}" for item in result["violations"]]


def _said(item: dict[str, Any]) -> str:
    where = ", ".join(str(node["target"]) for node in item["nodes"][:3])
    return f"{item['impact']} {item['id']}: {item['help']} ({where})"


@pytest.fixture
def looked(chromium: Chrome) -> Looked:
    folder = npm_packages("axe", AXE) / "node_modules" / "axe-core"
    assert json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"] == AXE.partition("@")[2]
    chromium.set_script_timeout(60)
    return Looked(chromium, (folder / "axe.min.js").read_text(encoding="utf-8"))


@pytest.fixture
def kiosk(desk: Desk) -> Iterator[str]:
    """The address of the desk's page of answers."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = int(listening.getsockname()[1])
    server = KioskServer(
        Kiosk(host="127.0.0.1", port=port, address="http://192.0.2.7/{token}"),
        Service(desk.profile.office.name, desk.for_thread, lambda _: None),
    )
    server.start()
    yield server.address
    server.stop()


def test_the_pages_of_citizens_bar_nobody(chromium: Chrome, looked: Looked, caller: Caller, kiosk: str) -> None:
    caller.push([Journal().write(received())])
    page = f"{caller.base_url}/look-up"
    for name, query in (("asked", ""), ("found", "?ma=token"), ("not found", "?ma=khong-co")):
        looked.look(f"look-up, {name}", f"{page}{query}")
    looked.look("kiosk, no such slip", f"{kiosk}/khong-co-phieu-nay-dau-0000")
    looked.look("kiosk, question", kiosk)
    for number in (2, 3, 4):
        chromium.find_element(By.CSS_SELECTOR, "main button").click()
        looked.look(f"kiosk, {number}")
    assert "Xin cảm ơn" in chromium.find_element(By.TAG_NAME, "h1").text
    assert not looked.found, "\n".join(looked.found)


def test_the_published_evaluation_bars_nobody(looked: Looked, tmp_path: Path) -> None:
    signed = evaluation("H41.99", 5, 9, 2).model_copy(update={"of_offices": ("H41.99",), "counted": True})
    entry = Journal().write(signed, case_code("H41.99", AT.date(), 1))
    page = tmp_path / "danh-gia.html"
    page.write_text(as_page(evaluation_table(signed, entry)), encoding="utf-8")
    looked.look("evaluation", page.as_uri())
    assert not looked.found, "\n".join(looked.found)


def test_the_pages_of_officials_bar_nobody(
    chromium: Chrome, looked: Looked, caller: Caller, province: RunningServer, tmp_path: Path
) -> None:
    caller.push([Journal().write(received(20_000))])
    password, web = password_of(province), f"{province.url}/web"
    chromium.get(web)
    chromium.delete_all_cookies()
    looked.look("sign-in", f"{web}/sign-in")
    for secret in ("sai mật khẩu", password):
        for name, text in (("name", OFFICIAL), ("password", secret)):
            field = chromium.find_element(By.NAME, name)
            field.clear()
            field.send_keys(text)
        chromium.find_element(By.CSS_SELECTOR, "main button").click()
        looked.look("sign-in, wrong" if secret != password else "first page")
    assert re.search(r"/web/dossiers", chromium.current_url)
    for path in (
        "dossiers?q=khong",
        f"dossiers/{CODE}",
        "conflicts",
        "feedback",
        "feedback-figures",
        "figures?month=2026-12",
        "desks",
        "password",
    ):
        looked.look(path, f"{web}/{path}")
    assert not looked.found, "\n".join(looked.found)
