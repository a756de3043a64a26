"""The clerk's language for everything outside the window: errors, statuses, the command line.

Source sentences are English; the Vietnamese ones stand in the same Qt translation file the window uses
(resources/translations/counter_vi.ts), so a sentence is translated in one place only.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree

from counter_app.resources import resource

DEFAULT_LANGUAGE = "vi"


class Phrase(NamedTuple):
    """A sentence or word still to be said in the clerk's language: its context and its English."""

    context: str
    source: str


def translate(context: str, source: str, language: str = DEFAULT_LANGUAGE) -> str:
    """The sentence in `language`; the English source where there is no translation."""
    return _sentences(language).get((context, source), source)


@cache
def _sentences(language: str) -> dict[tuple[str, str], str]:
    path = resource("translations", f"counter_{language}.ts")
    if not path.exists():
        return {}
    found: dict[tuple[str, str], str] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            if translation := message.findtext("translation"):
                found[name, message.findtext("source", "")] = translation
    return found
