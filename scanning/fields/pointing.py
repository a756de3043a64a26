"""What the rules between fields and papers point at, put to the fields that a clerk is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from counter_app.dossier.read_papers import ReadField, ReadPaper
from scanning.fields import rules
from scanning.fields.checks import findings
from scanning.fields.field import Field
from scanning.fields.rules import Finding, Severity

_NOWHERE = (0, 0, 0, 0)


def with_findings(papers: Sequence[ReadPaper], today: date, office: str) -> tuple[ReadPaper, ...]:
    """The papers of one dossier, each field with what the rules say of it; `office` receives them."""
    read = [rules.ReadPaper(paper.paper, tuple(map(_field, _filled(paper))), paper.title) for paper in papers]
    about: dict[tuple[int, str], list[Finding]] = {}
    for finding in findings(read, today, office):
        first = finding.fields[0]
        about.setdefault((first.paper, first.field.name), []).append(finding)
    return tuple(
        replace(paper, fields=tuple(_pointed(field, about.get((nth, field.name), [])) for field in paper.fields))
        for nth, paper in enumerate(papers)
    )


def _filled(paper: ReadPaper) -> list[ReadField]:
    return [field for field in paper.fields if field.value]


def _field(read: ReadField) -> Field:
    box = read.box or _NOWHERE
    return Field(read.name, read.value, read.normal, read.confidence, read.sure, box, read.page)


def _pointed(read: ReadField, found: Sequence[Finding]) -> ReadField:
    suggestions = {finding.suggestion for finding in found if finding.suggestion}
    return replace(
        read,
        points=tuple(finding.sentence for finding in found),
        contradicted=any(finding.severity is not Severity.NOTE for finding in found),
        suggestion=suggestions.pop() if len(suggestions) == 1 else read.suggestion,
    )
