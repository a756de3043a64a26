"""A page that is known for a form: where its fields stand it is read once more, and where they were not surely read it
is looked for what a pen wrote."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from counter_app.dossier.pages import Box, Writing
from scanning.fields.extract import Laid, lay
from scanning.fields.lines import shared
from scanning.fields.papers import template_of
from scanning.fields.templates import Forms
from scanning.fields.unread import unread
from scanning.page.clean import WhitePage
from scanning.page.read_again import read_again
from scanning.pages import ReadPage
from scanning.picture import Boxes, CleanPage
from scanning.reading.handwriting import SeenPage, find_writing, is_written_on, only, read_twice
from scanning.reading.ocr import read
from scanning.reading.struck import crossed_out

BY_PEN = 0.7
"""Share of a word that lies in what a pen wrote, if it was read from it; a correction above a word touches it."""


def read_form(page: ReadPage, white: WhitePage, clean: CleanPage, dots: Boxes, language: str, forms: Forms) -> ReadPage:
    """The page as it was read, with what its form tells; as it is where it is of no form. `dots`: those to write on."""
    template = template_of(page, forms)
    if template is None:
        return page
    laid = lay(template, [page])
    page = replace(page, second_reading=read_again(clean.grey, laid))
    page = _read_pen(page, laid, white, clean, dots, language)
    struck = crossed_out(clean.grey, clean.dpi, _print_of(laid, page))
    return replace(page, writing=(*page.writing, *(Writing(box, 100.0, crossed_out=True) for box in struck)))


def _print_of(laid: Laid, page: ReadPage) -> list[list[Box]]:
    """The words of each line, but for what a pen wrote: of that is told already whether it is crossed out."""
    pens = [item.box for item in page.writing]
    words = [word for word in laid.words if word.letters and not any(shared(word.box, pen) >= BY_PEN for pen in pens)]
    return [[word.box for word in line] for _, line in groupby(words, key=attrgetter("line"))]


def _read_pen(page: ReadPage, laid: Laid, white: WhitePage, clean: CleanPage, dots: Boxes, language: str) -> ReadPage:
    """The page with what a pen wrote on it; as it is where none did."""
    first = unread(laid.read_again(page.second_reading), page)
    tones = white.tones_of(clean)
    scale = clean.grey.shape[1] / tones.shape[1]
    seen = SeenPage(tones, round(clean.dpi / scale), scale, page.words, dots)
    if not is_written_on(seen, first.answers):
        return page
    found = find_writing(seen, first.places, first.numbers)
    if found.is_much and first.places != first.everywhere:
        found = find_writing(seen, first.everywhere, first.numbers)
    if found.reads_like_print:
        return page
    page = replace(page, writing=found.writing, ruled=found.ruled)
    if not found.is_much:
        return page
    page = replace(page, print_words=found.print_words)
    hidden = unread(lay(laid.template, [page]), page).without_labels
    if not hidden:
        return page
    printed = read(replace(clean, grey=only(hidden, found.taken_off(clean.grey))), language)
    return replace(page, print_words=read_twice(found.print_words, printed.words))
