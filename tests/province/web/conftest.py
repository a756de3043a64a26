"""Officials at the pages, by hand and in a real browser; everybody is invented."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import httpx
import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from counter_app.province.serve import RunningServer
from counter_app.province.web.accounts import Accounts
from tests.dossier.entries import CODE, received
from tests.province.conftest import NO_TLS, Caller, Journal

OFFICIAL = "Trần Thị Mẫu"
DOSSIER, ELSEWHERE = f"/dossiers/{CODE}", "H41.98-261124-0001"
PDF = b"%PDF-1.4\n" + b"1 0 obj <<>> endobj\n" * 50 + b"trailer <<>>\n%%EOF\n"
SEAL = re.compile(r'name="seal" value="([^"]+)"')


def password_of(province: RunningServer, name: str = OFFICIAL, agency: str | None = None) -> str:
    """Adds an official; their password."""
    province.services.desks.add_official(name)
    return Accounts(province.services.engine).give_password(name, agency)


class Browser(httpx.Client):
    """An official's browser as far as rules go: cookies, forms with the seal of their page, redirects not followed."""

    def __init__(self, province: RunningServer) -> None:
        super().__init__(base_url=f"{province.url}/web", timeout=30, verify=NO_TLS)

    def seal(self, page: str) -> str:
        found = SEAL.search(self.get(page).text)
        assert found, page
        return found[1]

    def submit(self, page: str, form: str, **fields: str) -> httpx.Response:
        """Sends the form of a page."""
        return self.post(form, data={"seal": self.seal(page), **fields})

    def sign_in(self, name: str, password: str) -> httpx.Response:
        return self.submit("/sign-in", "/sign-in", name=name, password=password)


Official = Callable[..., Browser]
"""Signs one in."""


@pytest.fixture
def signed_in(province: RunningServer) -> Iterator[Official]:
    """Signs an official in, who sees all offices or one."""
    with ExitStack() as open_ones:

        def made(name: str = OFFICIAL, agency: str | None = None) -> Browser:
            browser = open_ones.enter_context(Browser(province))
            assert browser.sign_in(name, password_of(province, name, agency)).status_code == 303
            return browser

        yield made


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Chromium without a screen, with a profile of its own."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (browser and driver):
        pytest.skip("Chromium is not on this machine")
    options = ChromeOptions()
    options.binary_location = browser
    profile = tmp_path_factory.mktemp("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,800"):
        options.add_argument(argument)
    options.add_argument(f"--user-data-dir={profile}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with Chrome(options=options, service=Service(driver)) as started:
        yield started


@pytest.fixture
def journal(caller: Caller) -> Journal:
    """The desk's journal, with one dossier of it at the province."""
    mine = Journal()
    caller.push([mine.write(received())])
    return mine
