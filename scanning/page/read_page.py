"""One page, from its bytes to everything that is known about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from counter_app.dossier.cover import Cover
from counter_app.dossier.pages import (
    LEFT,
    LEFT_TO_THE_PROGRAM,
    LOWER,
    RIGHT,
    SEPARATOR,
    UNKNOWN_DOCUMENT,
    UPPER,
    Code,
    PageReading,
    Treatment,
    Word,
)
from scanning.fields.sides import are_two_forms, top_of_another
from scanning.fields.templates import forms_of
from scanning.fields.titles import PageClass, classify
from scanning.formats.pdf_whole import taken_out
from scanning.page.clean import WhitePage, drawn
from scanning.page.codes import PATCH_T, find_codes
from scanning.page.decode import decode
from scanning.page.emptiness import light_strokes, shines_through, what_stands
from scanning.page.layers import Layers, layers, whole_page
from scanning.page.orientation import read_upright
from scanning.page.read_form import read_form
from scanning.page.self_check import kept
from scanning.page.sheet import sheet_pdf
from scanning.page.side_by_side import gutter, under
from scanning.page.straighten import Orientation, find_letters, possible_orientations
from scanning.pages import RawPage, ReadPage
from scanning.picture import CleanPage, DecodedPage, Picture
from scanning.reading.machine_readable import machine_readable
from scanning.reading.ocr import Reading, read


def read_pages(page: RawPage, language: str = "vie", own: Path | None = None) -> tuple[ReadPage, ...]:
    """What lies on the glass: one page, or two that lie side by side or stand one under the other. `own`: the folder of
    the forms that were drawn at the office."""
    page = taken_out(page)
    read, sides = _read(page, language, own)
    read = replace(read, signatures=page.signatures)
    if page.treatment.side is not None or not sides:
        return (read,)
    treatments = (replace(page.treatment, rotation=read.rotation, side=side) for side in sides)
    return tuple(read_page(replace(page, treatment=treatment), language, own) for treatment in treatments)


def read_page(page: RawPage, language: str = "vie", own: Path | None = None) -> ReadPage:
    """The page cleaned, turned upright, read and recognised; what the clerk decided about it goes before."""
    page = taken_out(page)
    return replace(_read(page, language, own)[0], signatures=page.signatures)


def _read(page: RawPage, language: str, own: Path | None) -> tuple[ReadPage, Sequence[int]]:
    """The page, and the sides that it has if it is two."""
    decoded = decode(page)
    if decoded.own:
        return _as_written(decoded, *decoded.own), ()
    white = WhitePage(decoded, page.treatment)
    del decoded  # by far the largest picture, from here on not needed
    decided = page.treatment.blank
    if decided or (decided is None and _is_empty(white, language)):
        clean = white.turned(Orientation(0, 0.0, 0.0))
        return _result(clean, *_filed(white, clean, page), Reading((), ""), (), page.treatment, True), ()
    clean, reading = _upright(white, page.treatment, language)
    codes = (*find_codes(clean.grey, clean.dpi), *machine_readable(clean, reading.words, language))
    result = _result(clean, *_filed(white, clean, page), reading, codes, page.treatment)
    sides = _sides(clean, result)
    if not page.with_fields:
        return result, sides
    return read_form(result, white, clean, reading.dots, language, forms_of(own)), sides


def _sides(clean: CleanPage, page: ReadPage) -> Sequence[int]:
    if gutter(clean.grey, clean.dpi) is not None or are_two_forms(page):
        return LEFT, RIGHT
    return (UPPER, LOWER) if top_of_another(page) is not None else ()


def _upright(white: WhitePage, treatment: Treatment, language: str) -> tuple[CleanPage, Reading]:
    """The page as it is read; of two forms one under the other that one, for whose place the whole sheet is read."""
    if treatment.side not in (UPPER, LOWER):
        return read_upright(white, treatment, language)
    whole, reading = read_upright(white, replace(treatment, side=None), language)
    rows, columns = whole.grey.shape
    words = (reading.words, reading.text, reading.mean_confidence, (), UNKNOWN_DOCUMENT)
    row = top_of_another(PageReading(columns, rows, whole.dpi, 0, 0.0, False, 0, False, *words))
    clean = under(whole, treatment.side, row or rows // 2)
    return clean, read(clean, language)


def _is_empty(white: WhitePage, language: str) -> bool:
    """Whether nothing stands on the page but, perhaps, its back shining through."""

    def confident_letters(grey: Picture) -> float:
        grey = np.asarray(cv2.resize(grey, white.grey.shape[::-1], interpolation=cv2.INTER_LINEAR), np.uint8)
        orientations = possible_orientations(find_letters(grey, white.dpi))[:2]
        return max(
            (read(white.turned(orientation, grey), language).confident_letters for orientation in orientations),
            default=0.0,
        )

    standing = what_stands(white.marks, white.tones) & white.sheet()
    if not standing.any():
        return not (light_strokes(white.before, white.sheet()) or find_codes(white.grey, white.dpi))
    return shines_through(white.tones, standing, white.marks, confident_letters)


def _as_written(page: DecodedPage, words: tuple[Word, ...], text: str) -> ReadPage:
    """A page that a program wrote: its own words, its picture as it is."""
    clean, filed = drawn(page)
    taken_apart = layers(filed)
    share, _ = kept(filed, taken_apart)
    codes = find_codes(clean.grey, clean.dpi)
    return _result(clean, taken_apart, share, Reading(words, text), codes, LEFT_TO_THE_PROGRAM)


def _separates(codes: tuple[Code, ...]) -> bool:
    return any(code == PATCH_T or code.text == "PATCHT" or Cover.from_text(code.text) for code in codes)


def _filed(white: WhitePage, clean: CleanPage, raw: RawPage) -> tuple[Layers, float]:
    """The page as it is filed, and the share of its strokes that this has: all of the paper where a mark would be lost,
    unless the clerk wants it white."""
    if white.has_paper:
        page = white.filed(clean)
        taken_apart = layers(page)
        share, enough = kept(page, taken_apart)
        if enough or raw.treatment.whiten:
            return taken_apart, share
    rows, columns = clean.grey.shape
    return whole_page(white.as_it_was(clean, decode(raw).picture), (columns, rows)), 1.0


def _result(
    clean: CleanPage,
    filed: Layers,
    share: float,
    reading: Reading,
    codes: tuple[Code, ...],
    treatment: Treatment,
    blank: bool = False,
) -> ReadPage:
    columns, rows = filed.size
    separates = treatment.blank is None and _separates(codes)
    known = PageClass(SEPARATOR) if separates else classify(reading.text, codes)
    return ReadPage(
        sheet=sheet_pdf(filed, clean.dpi),
        width=columns,
        height=rows,
        dpi=clean.dpi,
        rotation=clean.rotation,
        skew=round(clean.skew, 2),
        cropped=clean.cropped,
        side=clean.side,
        blank=blank,
        words=reading.words,
        text=reading.text,
        mean_confidence=round(reading.mean_confidence, 2),
        codes=codes,
        document_type=known.paper,
        document_confidence=known.confidence,
        document_reason=known.reason,
        kept=round(share, 4),
        shades=filed.shades,
    )
