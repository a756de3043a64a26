"""The pages of a PDF, each to be taken out alone: damage to one of them costs no other.

qpdf gives up a whole document over a loop in its page tree, and leaves pages out without a word; so the tree is walked
here.
"""

from __future__ import annotations

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
LOOKS = (*_INHERITED, "/Contents", "/UserUnit", "/Group")
"""What a page looks like; a producer's private data may be larger than the page and is of no use."""
_HIDDEN, _NO_VIEW = 2, 32
"""Bits of an annotation's flags (ISO 32000-1, 12.5.3)."""
_UNDRAWN = frozenset(["/Popup", "/Link"])
"""A comment's window and an area to click are no marks on the paper."""
DEEPEST = 60
"""Steps up or down a tree; a loop has no end."""


def pages_of_tree(document: pikepdf.Pdf) -> Iterator[Any]:
    """Each page as a dictionary with what it inherits; None in place of one that is not there.

    Raises one of PDF_FAULTS where there is no page tree at all.
    """
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, dict[str, Any], int]] = [(document.Root.Pages, {}, 0)]
    while waiting:
        node, above, depth = waiting.pop()
        if not isinstance(node, Dictionary):
            yield None
            continue
        own = {**above, **{name: node[name] for name in _INHERITED if name in node}}
        if not _is_branch(node):
            yield Dictionary({**{name: node[name] for name in (*LOOKS, "/Annots") if name in node}, **own})
            continue
        if node.objgen in seen or depth > DEEPEST:
            yield None
            continue
        if node.is_indirect:
            seen.add(node.objgen)
        waiting += [(kid, own, depth + 1) for kid in reversed(list(node.Kids))]


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
    return [annotation for annotation in annotations if _is_shown(annotation)] if isinstance(annotations, Array) else []


def _is_shown(annotation: Any) -> bool:
    if not isinstance(annotation, Dictionary) or str(annotation.get("/Subtype")) in _UNDRAWN:
        return False
    flags = annotation.get("/F", 0)
    return not (isinstance(flags, int) and flags & (_HIDDEN | _NO_VIEW))


def inherited(field: Any, name: str) -> Any:
    """What a field has or inherits under a name; None where nothing is said."""
    for _ in range(DEEPEST):
        if name in field:
            return field[name]
        field = field.get("/Parent")
        if not isinstance(field, Dictionary):
            break
    return None
