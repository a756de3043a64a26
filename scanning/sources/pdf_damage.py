"""Pages that viewers show as if nothing were missing: blank where their content is gone, or without a picture."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from scanning.sources.pdf_tree import PDF_FAULTS

_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_DEEPEST = 4
"""Forms within forms that are looked into."""


def is_damaged(document: pikepdf.Pdf, page: Any) -> bool:
    """Whether something that belongs on the page cannot be shown."""
    try:
        contents = page.get("/Contents")
        if contents is None:  # a blank page has none; or it is named, and not there
            return any(thing is None for thing in document.objects)
        streams = list(contents) if isinstance(contents, Array) else [contents]
        content = b"\n".join(stream.read_bytes() for stream in streams)
        return _draws_broken(content, page.get("/Resources"), _DEEPEST)
    except PDF_FAULTS:
        return True


def _draws_broken(content: bytes, resources: Any, depth: int) -> bool:
    things = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    if not isinstance(things, Dictionary) or depth == 0:
        return False
    names = {b"/" + name for name in _DRAWN.findall(content)}
    drawn = (thing for name, thing in things.items() if name.encode() in names)
    return any(_is_broken(thing, resources, depth) for thing in drawn)


def _is_broken(thing: Any, resources: Any, depth: int) -> bool:
    if not isinstance(thing, Stream):
        return True
    if thing.get("/Subtype") == Name.Form:
        return _draws_broken(thing.read_bytes(), thing.get("/Resources", resources), depth - 1)
    if thing.get("/Subtype") != Name.Image or "/JPXDecode" in str(thing.get("/Filter")):
        return False  # JPEG 2000 knows its own size
    return not (int(thing.Width) > 0 and int(thing.Height) > 0)
