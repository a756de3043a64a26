"""Forms that only Adobe's programs can show: dynamic XFA, whose page says "Please wait" to everybody else."""

from __future__ import annotations

import pikepdf
from pikepdf import Dictionary

from printing.layout.pictures import first_text
from scanning.formats.pdf_tree import PDF_FAULTS, pages_of_tree, shown_annotations

_NOTICE = "please wait"
"""How the notice begins that Adobe's form designer puts on the page, in English whatever the form's language."""
_LONGEST_NOTICE = 1500
"""Letters; a form that is shown may have these words in its text."""


def only_acrobat_shows(document: pikepdf.Pdf, data: bytes) -> bool:
    """Whether the form's content is nowhere on its pages."""
    try:
        form = document.Root.get("/AcroForm")
        if not isinstance(form, Dictionary) or "/XFA" not in form:
            return False
        pages = list(pages_of_tree(document))
        if any(page is None or shown_annotations(page) for page in pages):
            return False
        if bool(document.Root.get("/NeedsRendering", False)):
            return True
        text = first_text(data)
    except PDF_FAULTS:
        return False
    return len(pages) == 1 and len(text) < _LONGEST_NOTICE and _NOTICE in text.casefold()
