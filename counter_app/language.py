"""The clerk's language for everything outside the window: errors, statuses, the command line.

Source sentences are English; the Vietnamese ones stand in the same Qt translation file the window uses
(resources/translations/counter_vi.ts), so a sentence is translated in one place only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree

from counter_app.resources import resource

DEFAULT_LANGUAGE = "vi"


class Phrase(NamedTuple):
    """A sentence or word still to be said in the clerk's language: its context and its English."""

    context: str
    source: str


@dataclass(frozen=True)
class Sentence:
    """A sentence still to be said, with the values that go into it by name; `inside` another one it begins small."""

    context: str
    source: str
    values: Mapping[str, Words] = field(default_factory=dict)
    inside: bool = False

    def within(self) -> Sentence:
        """The sentence as it stands in the middle of another."""
        return replace(self, inside=True)


Words = str | int | Phrase | Sentence
"""What is said as it stands, or in the reader's language."""
Say = Callable[[str, str], str]
"""Gives the sentence of a context in somebody's language."""


def sentence(context: str, source: str, /, **values: Words) -> Sentence:
    """A sentence of a context, with its values."""
    return Sentence(context, source, values)


def joined(by: str, *parts: Words) -> Words:
    """The parts one after the other; those that say nothing are left out."""
    kept = [part for part in parts if part != ""]
    values = {f"part{number}": part for number, part in enumerate(kept)}
    return Sentence("", by.join(f"{{{name}}}" for name in values), values) if kept else ""


def said(words: Words, say: Say) -> str:
    """The words in the language of `say`."""
    match words:
        case Phrase():
            return say(*words)
        case Sentence(context, source, values, inside):
            filled = {name: said(value, say) for name, value in values.items()}
            text = (say(context, source) if context else source).format(**filled)
            return text.lower() if inside else text
    return str(words)


def translate(context: str, source: str, language: str = DEFAULT_LANGUAGE) -> str:
    """The sentence in `language`; the English source where there is no translation."""
    return _sentences(language).get((context, source), source)


def read_sentences(language: str) -> None:
    """Reads all of a language, once: the first sentence that is said waits for nothing."""
    _sentences(language)


@cache
def _sentences(language: str) -> dict[tuple[str, str], str]:
    path = resource("translations", f"counter_{language}.ts")
    if not path.exists():
        return {}
    found: dict[tuple[str, str], str] = {}
    for _, context in ElementTree.iterparse(path):  # in one piece it would keep Python's lock for a tenth of a second
        if context.tag == "context":
            name = context.findtext("name", "")
            for message in context.iter("message"):
                if translation := message.findtext("translation"):
                    found[name, message.findtext("source", "")] = translation
            context.clear()
    return found
