"""A page that is known for a form: where its fields stand it is read once more, and where they were not surely read it
is looked for what a pen wrote."""

from __future__ import annotations

from dataclasses import replace

from scanning.fields.extract import lay
from scanning.fields.papers import template_of
from scanning.fields.templates import Forms
from scanning.fields.unread import unread
from scanning.page.clean import WhitePage
from scanning.page.read_again import read_again
from scanning.pages import ReadPage
from scanning.picture import Boxes, CleanPage
from scanning.reading.handwriting import SeenPage, find_writing, is_written_on, only, read_twice
from scanning.reading.ocr import read


def read_form(page: ReadPage, white: WhitePage, clean: CleanPage, dots: Boxes, language: str, forms: Forms) -> ReadPage:
    """The page as it was read, with what its form tells; as it is where it is of no form. `dots`: those to write on."""
    template = template_of(page, forms)
    if template is None:
        return page
    laid = lay(template, [page])
    page = replace(page, second_reading=read_again(clean.grey, laid))
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
    hidden = unread(lay(template, [page]), page).without_labels
    if not hidden:
        return page
    printed = read(replace(clean, grey=only(hidden, found.taken_off(clean.grey))), language)
    return replace(page, print_words=read_twice(found.print_words, printed.words))
