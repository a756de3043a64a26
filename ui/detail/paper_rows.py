"""The papers of a dossier as a list: what was handed in, digitised or not, and what was given to the citizen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.dossier.model import Component, Dossier, PaperHandedOut
from counter_app.dossier.value import FileRef
from ui import words


@dataclass(frozen=True)
class PaperRow:
    """A paper; `form` is "" for one that was handed in, which `component` is then; `file` None without a document."""

    name: str
    facts: str
    form: str
    file: FileRef | None
    component: Component | None = None
    about: str = ""


def paper_rows(dossier: Dossier) -> list[PaperRow]:
    """Components first, then the results, then the papers given out, in order."""
    return [
        *map(_component, dossier.components),
        *(PaperRow(result.name, _say("result"), "", result.file) for result in dossier.results if result.file),
        *map(_given, dossier.papers),
    ]


def _component(component: Component) -> PaperRow:
    counts = (
        (component.originals, _say("{n} original")),
        (component.certified_copies, _say("{n} certified copy")),
        (component.copies, _say("{n} copy")),
    )
    parts = [text.format(n=count) for count, text in counts if count]
    parts += [_say("only shown")] if component.shown else []
    if component.reused:
        parts.append(_say("used again from dossier {code}").format(code=component.reused.dossier))
    elif component.document:
        parts.append(_say("%n pages digitised", component.images))
        parts += [_say("%n left out", component.left_out)] if component.left_out else []
    elif component.awaits_scan:
        parts.append(_say("not digitised"))
    parts += [words.digitally_signed(component.signed)] if component.signed else []
    return PaperRow(component.name, " · ".join(parts), "", component.document, component)


def _given(paper: PaperHandedOut) -> PaperRow:
    when = _say("given {when}") if paper.print_number == 1 else _say("printed again {when}, reprint {n}")
    facts = when.format(when=words.moment(paper.at), n=paper.print_number - 1)
    return PaperRow(words.form_name(paper.form), facts, paper.form, paper.file, about=paper.about)


def _say(sentence: str, number: int = -1) -> str:
    return QCoreApplication.translate("papers", sentence, None, number)
