"""The pages of a PDF, each to be taken out alone: damage to one of them costs no other.

qpdf gives up a whole document over a loop in its page tree, and leaves pages out without a word; so the tree is walked
here.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

PDF_FAULTS = (
    pikepdf.PikepdfError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RuntimeError,
    ArithmeticError,
)
"""What reading a damaged PDF ends with: each thing in it may be missing, or of any other type."""
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_KEPT = (*_INHERITED, "/Contents", "/UserUnit", "/Group")
"""What a page looks like; a producer's private data may be larger than the page and is of no use."""
_HIDDEN, _NO_VIEW = 2, 32
"""Bits of an annotation's flags (ISO 32000-1, 12.5.3)."""
_UNDRAWN = frozenset(["/Popup", "/Link"])
"""A comment's window and an area to click are no marks on the paper."""
_DEEPEST = 60


def pages_of_tree(document: pikepdf.Pdf) -> Iterator[Any]:
    """Each page as a dictionary with what it inherits; None in place of one that is not there.

    Raises one of PDF_FAULTS where there is no page tree at all.
    """
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, dict[str, Any], int]] = [(document.Root.Pages, {}, 0)]
    while waiting:
        node, inherited, depth = waiting.pop()
        if not isinstance(node, Dictionary):
            yield None
            continue
        inherited = {**inherited, **{name: node[name] for name in _INHERITED if name in node}}
        if not _is_branch(node):
            yield Dictionary({**{name: node[name] for name in (*_KEPT, "/Annots") if name in node}, **inherited})
            continue
        if node.objgen in seen or depth > _DEEPEST:
            yield None
            continue
        if node.is_indirect:
            seen.add(node.objgen)
        waiting += [(kid, inherited, depth + 1) for kid in reversed(list(node.Kids))]


def taken_from_tree(document: pikepdf.Pdf) -> list[Any]:
    """The pages of `pages_of_tree`; the tree is empty afterwards, for qpdf looks at the whole of it to copy one page.

    Raises one of PDF_FAULTS where there is no page tree at all.
    """
    pages = list(pages_of_tree(document))
    document.Root.Pages = document.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([]), Count=0))
    return pages


def _is_branch(node: Any) -> bool:
    return isinstance(node.get("/Kids"), Array) and node.get("/Type") != Name.Page


def shown_annotations(page: Any) -> list[Any]:
    """What lies over the page's content and a viewer shows."""
    annotations = page.get("/Annots")
    return [one for one in annotations if _is_shown(one)] if isinstance(annotations, Array) else []


def _is_shown(annotation: Any) -> bool:
    if not isinstance(annotation, Dictionary) or str(annotation.get("/Subtype")) in _UNDRAWN:
        return False
    flags = annotation.get("/F", 0)
    return not (isinstance(flags, int) and flags & (_HIDDEN | _NO_VIEW))


def page_alone(document: pikepdf.Pdf, page: Any) -> bytes:
    """A PDF of this page with what lies over it, the form that its fields belong to, and its layers.

    Raises one of PDF_FAULTS.
    """
    annotations = [one if one.is_indirect else document.make_indirect(one) for one in shown_annotations(page)]
    sheet = Dictionary({name: page[name] for name in _KEPT if name in page})
    if annotations:
        sheet.Annots = Array(annotations)
    memory = io.BytesIO()
    with pikepdf.new() as alone, warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)  # the form comes with it
        copy = alone.copy_foreign(document.make_indirect(sheet))
        copy.Type = Name.Page
        alone.pages.append(pikepdf.Page(copy))
        fields = [_field_of(one) for one in annotations if one.get("/Subtype") == Name.Widget]
        if fields:
            alone.Root.AcroForm = alone.copy_foreign(document.make_indirect(_form(document, fields)))
        layers = document.Root.get("/OCProperties")
        if isinstance(layers, Dictionary) and _any_off(layers):
            alone.Root.OCProperties = alone.copy_foreign(document.make_indirect(layers))
        alone.save(memory)
    return memory.getvalue()


def _field_of(widget: Any) -> Any:
    """The field at the root of its part of the form."""
    field = widget
    for _ in range(_DEEPEST):
        parent = field.get("/Parent")
        if not isinstance(parent, Dictionary) or not parent.is_indirect:
            break
        field = parent
    return field


def _form(document: pikepdf.Pdf, fields: list[Any]) -> Dictionary:
    """A form of these fields with the fonts of the document's own."""
    whole = document.Root.get("/AcroForm")
    kept = ("/DA", "/DR", "/NeedAppearances", "/Q")
    form = Dictionary({name: whole[name] for name in kept if name in whole} if isinstance(whole, Dictionary) else {})
    form.Fields = Array(list({field.objgen: field for field in fields}.values()))
    return form


def _any_off(layers: Dictionary) -> bool:
    """Whether a viewer may leave out a layer."""
    usual = layers.get("/D")
    if not isinstance(usual, Dictionary):
        return False
    return bool(usual.get("/OFF")) or "/AS" in usual or usual.get("/BaseState", Name.ON) != Name.ON
