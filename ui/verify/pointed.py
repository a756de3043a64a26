"""What the rules point at between the fields of the papers, as they stand now: read, or what the clerk made of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from counter_app.dossier.verifying import FieldRow, Verification
from scanning.fields.checks import findings
from scanning.fields.field import Field
from scanning.fields.rules import FilledPaper, Finding, Severity


def pointed_at(papers: Sequence[Verification], today: date, office: str) -> tuple[Finding, ...]:
    """The findings of all papers of the dossier; a paper's number in them is its place among `papers`."""
    filled = [
        FilledPaper(paper.paper.paper, tuple(_field(row) for row in paper.rows if row.value), paper.paper.title)
        for paper in papers
    ]
    return findings(filled, today, office)


def about(found: Sequence[Finding], paper: int, field: str) -> list[Finding]:
    """Those of the findings that concern a field, the gravest first."""
    mine = [finding for finding in found if any((at.paper, at.field.name) == (paper, field) for at in finding.fields)]
    return sorted(mine, key=lambda finding: list(Severity).index(finding.severity))


def contradicted(found: Sequence[Finding], paper: int) -> frozenset[str]:
    """The fields of a paper that something else contradicts: they are looked at one by one, what they were held
    against is not."""
    asked = (finding.fields[0] for finding in found if finding.severity is Severity.WRONG)
    return frozenset(at.field.name for at in asked if at.paper == paper)


def _field(row: FieldRow) -> Field:
    read, done = row.read, row.done
    normal = done.normal if done is not None else read.normal
    return Field(read.name, row.value, normal, read.confidence, read.sure, read.box or (0, 0, 0, 0), read.page)
