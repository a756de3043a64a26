"""Where the fields of a form stand, the page is read once more by the second reader."""

from __future__ import annotations

from counter_app.dossier.pages import SecondReading
from scanning.fields.extract import Laid, lines_of_fields
from scanning.fields.second_opinion import apportioned
from scanning.picture import Picture
from scanning.reading.second_reader import read_lines


def read_again(grey: Picture, laid: Laid) -> tuple[SecondReading, ...]:
    """The words of a page's fields. `grey`: rows × columns, the cleaned page; `laid`: its form over its words."""
    found: dict[tuple[int, int, int, int], str] = {}
    lines = list(lines_of_fields(laid))
    for (words, _), line in zip(lines, read_lines(grey, [box for _, box in lines]), strict=True):
        texts = apportioned([word.text for word in words], line)
        found |= {word.box: text for word, text in zip(words, texts, strict=True) if text}
    return tuple(SecondReading(text, box) for box, text in found.items())
