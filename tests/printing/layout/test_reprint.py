"""A paper printed again is the paper, and says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pypdfium2 as pdfium
import pytest
from reportlab.lib.units import mm

from counter_app.dossier.model import Component, Dossier
from printing.forms.context import FormContext
from printing.forms.receipt import receipt
from printing.forms.slip import slip
from printing.layout.reprint import marked
from tests.printing.conftest import AT
from tests.printing.reading import assert_fonts_embedded, assert_no_overlaps, codes, letters, pages

NOTE = "In lại lần 2, ngày 12/02/2026"
LATER = AT + timedelta(days=7)


def of_many_pages(dossier: Dossier) -> Dossier:
    parts = tuple(Component(key=str(number), name=f"Giấy tờ số {number}", originals=1) for number in range(60))
    return dossier.model_copy(update={"components": parts})


def test_every_page_says_so_and_nothing_else_changes(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    kept = receipt(context(of_many_pages(dossier)))
    again = marked(kept, 2, LATER)
    assert len(pages(again)) == len(pages(kept)) > 2
    for before, after in zip(pdfium.PdfDocument(kept), pdfium.PdfDocument(again), strict=True):
        old, new = letters(before), letters(after)
        added = NOTE.replace(" ", "")
        assert new[: len(old)] == old  # every letter, at its very place
        assert "".join(box.text for box in new[len(old) :]) == added
        assert all(box.bottom > before.get_size()[1] - 8 * mm for box in new[len(old) :])
    assert codes(again) == codes(kept)
    assert_no_overlaps(again)
    assert_fonts_embedded(again)


@pytest.mark.parametrize("size", ["80mm", "58mm"])
def test_a_slip_is_made_longer_for_it(size: str, dossier: Dossier, context: Callable[..., FormContext]) -> None:
    kept = slip(context(dossier, size=size))
    again = marked(kept, 2, LATER)
    (page,) = pages(again)
    assert page.endswith(NOTE)
    (before,), (after,) = pdfium.PdfDocument(kept), pdfium.PdfDocument(again)
    old, new = letters(before), letters(after)
    assert new[: len(old)] == old
    assert all(box.top < 0 for box in new[len(old) :])  # below what was the end of the slip
    assert after.get_size()[1] > before.get_size()[1]
    assert all(-after.get_mediabox()[1] > 0 > box.bottom > after.get_mediabox()[1] for box in new[len(old) :])
    assert codes(again) == codes(kept)


def test_a_reprint_is_as_small_as_the_paper(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    kept = receipt(context(of_many_pages(dossier)))
    assert len(marked(kept, 1, LATER)) < len(kept) + 20_000  # one more subset of a font, once
