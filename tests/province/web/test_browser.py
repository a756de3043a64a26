"""An official's morning in a real browser, and a desk that gets what the official did."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from counter_app.dossier.fold import fold
from counter_app.dossier.payloads.business import Withdrawn
from counter_app.dossier.states import Delivery, Status
from counter_app.province.serve import RunningServer
from counter_app.store.store import Store
from counter_app.sync.exchange import sync_once
from tests.dossier.entries import CODE, received
from tests.province.web.conftest import OFFICIAL, PDF, password_of
from tests.sync.conftest import append, desk, gateway

pytestmark = pytest.mark.slow
__all__ = ["desk"]
_WAIT = 30  # seconds; the machine may be busy


class Window:
    """The browser as a person uses it: by the words on the page, and with the patience to let it load."""

    def __init__(self, chromium: Chrome) -> None:
        self.chromium = chromium
        self._soon = WebDriverWait(
            chromium, _WAIT, ignored_exceptions=[NoSuchElementException, StaleElementReferenceException]
        )

    def see(self, text: str) -> None:
        self._soon.until(lambda _: text in self.text(), f"“{text}” is not on the page")

    def text(self) -> str:
        return self.chromium.find_element(By.TAG_NAME, "body").text

    def follow(self, words: str) -> None:
        self.click(By.LINK_TEXT, words)

    def press(self, words: str) -> None:
        self.click(By.XPATH, f"//button[normalize-space()='{words}']")

    def click(self, by: str, what: str) -> None:
        def clicked(chromium: Chrome) -> bool:
            element = chromium.find_element(by, what)
            chromium.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
            element.click()
            return True

        self._soon.until(clicked, what)

    def field(self, label: str) -> WebElement:
        path = f"//label[contains(normalize-space(), '{label}')]//*[self::input or self::select or self::textarea]"
        return self._soon.until(lambda chromium: chromium.find_element(By.XPATH, path), label)


@pytest.fixture
def window(chromium: Chrome, province: RunningServer) -> Window:
    chromium.get(f"{province.url}/")
    chromium.delete_all_cookies()
    return Window(chromium)


def test_an_official_works_on_a_dossier_and_the_desk_gets_it(
    window: Window, province: RunningServer, desk: Callable[[int], Store], tmp_path: Path
) -> None:
    store = desk(1)
    append(store, received())
    with gateway(province, store) as server:
        sync_once(store, server)
    password, result = password_of(province), tmp_path / "giấy khai sinh.pdf"
    result.write_bytes(PDF)

    window.chromium.get(province.url)
    window.see("Đăng nhập")
    window.field("Họ và tên").send_keys(OFFICIAL)
    window.field("Mật khẩu").send_keys(password)
    window.press("Đăng nhập")

    window.see("trong 1 hồ sơ")
    window.field("Tìm theo").send_keys("dang thi huong")
    window.press("Tìm")
    window.follow(CODE)
    window.see("Tiếp nhận hồ sơ: Đăng ký khai sinh")

    Select(window.field("Trạng thái mới")).select_by_visible_text("Đang xử lý")
    window.field("Lý do").send_keys("Chuyển phòng Tư pháp")
    window.press("Ghi trạng thái")
    window.see("Đã ghi trạng thái mới")

    window.field("Số, ký hiệu").send_keys("12/2026")
    window.field("Tệp PDF").send_keys(str(result))
    window.press("Tải lên")
    window.see("Đã lưu kết quả")
    window.see("Đã xử lý xong")

    window.follow("Quầy")
    window.see("Thêm quầy")
    row = window.chromium.find_element(By.XPATH, f"//tr[td[.='{store.desk}']]").text
    assert "Đang hoạt động" in row
    assert row.split("Thao tác")[0].split()[-3:] == ["0", "3", "0"], "the desk has not asked for these yet"

    with gateway(province, store) as server:
        assert sync_once(store, server) == [CODE]
    dossier = fold(store.entries.of_dossier(CODE)).dossier
    assert dossier is not None
    assert (dossier.status, dossier.delivery) == (Status.DONE, Delivery.AT_DESK)
    assert dossier.results[0].number == "12/2026"
    assert dossier.results[0].file is not None
    assert dossier.results[0].file.sha256 == hashlib.sha256(PDF).hexdigest()

    window.press("Đăng xuất")
    window.see("Đăng nhập")
    window.chromium.back()
    window.chromium.refresh()
    window.see("Đăng nhập")
    severe = [line for line in window.chromium.get_log("browser") if line["level"] == "SEVERE"]
    assert severe == [], "the policy of the pages is one they keep themselves"


def test_a_lost_desk_is_revoked_and_its_new_code_shown_once(
    window: Window, province: RunningServer, desk: Callable[[int], Store]
) -> None:
    store = desk(1)
    append(store, received())
    append(store, Withdrawn(reason='<img src=x onerror="document.title=1">'))
    with gateway(province, store) as server:
        sync_once(store, server)
    password = password_of(province)
    window.chromium.get(province.url)
    window.field("Họ và tên").send_keys(OFFICIAL)
    window.field("Mật khẩu").send_keys(password)
    window.press("Đăng nhập")
    window.follow(CODE)
    window.see("<img src=x onerror=")
    assert window.chromium.title.startswith(CODE), "what somebody wrote is text and does nothing"

    window.follow("Quầy")
    window.see("Thêm quầy")
    window.click(By.TAG_NAME, "summary")
    window.press(f"Thu hồi quyền của quầy {store.desk}")
    window.see("Đã thu hồi")
    window.click(By.TAG_NAME, "summary")
    window.press("Cấp mã đăng ký mới")
    window.see("Mã dùng một lần của quầy")
    code = window.chromium.find_element(By.CLASS_NAME, "once").text
    enrolled = httpx.post(f"{province.url}/v2/enrol", json={"desk": store.desk, "code": code})
    assert enrolled.status_code == 200
    window.follow("Quầy")
    window.see("Đang hoạt động")
    assert code not in window.text()
