"""Where the fields of a form stand, the page is read once more by the second reader."""

from __future__ import annotations

from counter_app.dossier.pages import PageReading, SecondReading
from scanning.fields.extract import lines_of_fields
from scanning.fields.papers import template_of
from scanning.fields.second_opinion import apportioned
from scanning.fields.templates import forms_of
from scanning.picture import Picture
from scanning.reading.second_reader import read_line


def read_again(grey: Picture, page: PageReading) -> tuple[SecondReading, ...]:
    """The words of the fields of a page that is known for a form. `grey`: rows × columns, the cleaned page."""
    template = template_of(page, forms_of())
    if template is None:
        return ()
    found: dict[tuple[int, int, int, int], str] = {}
    for words, box in lines_of_fields(template, [page]):
        texts = apportioned([word.text for word in words], read_line(grey, box))
        found |= {word.box: text for word, text in zip(words, texts, strict=True) if text}
    return tuple(SecondReading(text, box) for box, text in found.items())
