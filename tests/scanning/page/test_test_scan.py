"""The test page, printed and scanned again: what is measured is what was done to it."""

from __future__ import annotations

import cv2
import numpy as np
import pypdfium2
import pytest

from counter_app.dossier.clock import now
from printing.forms import test_page as paper
from printing.forms.test_page import BAR
from scanning.page.test_scan import NoTestPage, measure
from scanning.page.test_scan_words import is_sound, sentences
from scanning.pages import RawPage
from scanning.picture import Picture

PX = 300 / 25.4  # a millimetre


@pytest.fixture(scope="module")
def sheet() -> Picture:
    """The page on paper, at 300 dpi."""
    page = paper.test_page("Trung tâm Phục vụ hành chính công phường Cửa Lò", "Q01", "Máy in quầy", now())
    grey = pypdfium2.PdfDocument(page)[0].render(scale=300 / 72, grayscale=True).to_numpy().squeeze()
    return np.asarray(np.ascontiguousarray(grey), np.uint8)


def scanned(picture: Picture, dpi: int = 300) -> RawPage:
    _, data = cv2.imencode(".png", picture)
    return RawPage(data.tobytes(), "image/png", dpi, "Máy quét", 0)


def test_a_good_page_is_measured_as_it_was_made_however_it_lay(sheet: Picture) -> None:
    found = measure(scanned(sheet))
    assert found.dpi == pytest.approx((300, 300), abs=1)
    assert abs(found.skew) < 0.05 and found.offset == pytest.approx((0, 0), abs=0.2)
    assert (found.greys, found.finest, found.streaks, found.gaps) == (8, 0.3, (), ())
    assert is_sound(sentences(found, "vi"))
    upside_down = measure(scanned(np.ascontiguousarray(np.rot90(sheet, 2))))
    assert upside_down.offset == pytest.approx((0, 0), abs=0.2) and upside_down.greys == 8


def test_every_fault_of_printer_and_scanner_is_measured_and_said(sheet: Picture) -> None:
    rows, columns = sheet.shape
    worn = (40 + sheet * (215 / 255)).astype(np.uint8)
    bar = slice(round(BAR[1] * PX) - 4, round((BAR[1] + BAR[3]) * PX) + 4)
    worn[bar, round(70 * PX) : round(71 * PX)] = 240  # a gap in the toner
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), -2.0, 0.96)
    turn[:, 2] += (5 * PX, 2 * PX)
    moved = cv2.warpAffine(worn, turn, (columns, rows), borderValue=255)
    moved[:, round(150 * PX) : round(150.6 * PX)] = 90  # dirt on the glass, which does not turn with the paper
    found = measure(scanned(np.asarray(cv2.GaussianBlur(moved, (0, 0), 1.5), np.uint8)))
    assert found.skew == pytest.approx(2.0, abs=0.1) and found.scale == pytest.approx(0.96, abs=0.005)
    assert len(found.gaps) == 1 and found.gaps[0] == pytest.approx(70.5, abs=0.5)
    assert found.streaks and found.finest == 0.6
    wrong = [line.text for line in sentences(found, "vi") if not line.sound]
    for words in ("96 %", "Nghiêng 2,0°", "Vệt đen", "Thanh đen"):
        assert any(words in line for line in wrong), (words, wrong)


def test_another_page_is_no_test_page(sheet: Picture) -> None:
    for other in (np.full_like(sheet, 255), sheet[: sheet.shape[0] // 2]):
        with pytest.raises(NoTestPage):
            measure(scanned(np.ascontiguousarray(other)))
