"""One page of a PDF as a PDF of its own, that looks as it does in the whole."""

from __future__ import annotations

import io
import warnings
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from scanning.formats.pdf_appearance import draw_missing
from scanning.formats.pdf_tree import DEEPEST, LOOKS, shown_annotations


def page_alone(document: pikepdf.Pdf, page: Any) -> bytes:
    """A PDF of this page with what lies over it, the form that its fields belong to, and its layers.

    Raises one of PDF_FAULTS.
    """
    annotations = [
        shown_annotation if shown_annotation.is_indirect else document.make_indirect(shown_annotation)
        for shown_annotation in shown_annotations(page)
    ]
    form = document.Root.get("/AcroForm")
    form = form if isinstance(form, Dictionary) else Dictionary()
    draw_missing(document, annotations, str(form.get("/DA", "")), renew=bool(form.get("/NeedAppearances", False)))
    sheet = Dictionary({name: page[name] for name in LOOKS if name in page})
    if "/CropBox" in sheet and not _overlap(sheet.CropBox, sheet.get("/MediaBox", sheet.CropBox)):
        del sheet["/CropBox"]  # it would leave nothing of the page
    if annotations:
        sheet.Annots = Array(annotations)
    memory = io.BytesIO()
    with pikepdf.new() as alone, warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)  # the form comes with it
        copy = alone.copy_foreign(document.make_indirect(sheet))
        copy.Type = Name.Page
        alone.pages.append(pikepdf.Page(copy))
        fields = [_field_of(annotation) for annotation in annotations if annotation.get("/Subtype") == Name.Widget]
        if fields:
            alone.Root.AcroForm = alone.copy_foreign(document.make_indirect(_form_of(form, fields)))
        layers = document.Root.get("/OCProperties")
        if isinstance(layers, Dictionary) and _any_off(layers):
            alone.Root.OCProperties = alone.copy_foreign(document.make_indirect(layers))
        alone.save(memory)
    return memory.getvalue()


def _overlap(box: Any, other: Any) -> bool:
    sides = []
    for corners in (box, other):
        x1, y1, x2, y2 = (float(number) for number in corners)
        sides.append((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
    (left, low, right, high), (start, bottom, end, top) = sides
    return min(right, end) > max(left, start) and min(high, top) > max(low, bottom)


def _field_of(widget: Any) -> Any:
    """The field at the root of its part of the form."""
    field = widget
    for _ in range(DEEPEST):
        parent = field.get("/Parent")
        if not isinstance(parent, Dictionary) or not parent.is_indirect:
            break
        field = parent
    return field


def _form_of(whole: Dictionary, fields: list[Any]) -> Dictionary:
    """A form of these fields with the fonts of the whole; their appearances are as they should be by now."""
    form = Dictionary({name: whole[name] for name in ("/DA", "/DR", "/Q") if name in whole})
    form.Fields = Array(list({field.objgen: field for field in fields}.values()))
    return form


def _any_off(layers: Dictionary) -> bool:
    """Whether a viewer may leave out a layer."""
    usual = layers.get("/D")
    if not isinstance(usual, Dictionary):
        return False
    return bool(usual.get("/OFF")) or "/AS" in usual or usual.get("/BaseState", Name.ON) != Name.ON
