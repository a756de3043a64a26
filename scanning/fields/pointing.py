"""What the rules between fields and papers point at, put to the fields that a clerk is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from counter_app.dossier.plain import plain
from counter_app.dossier.read_papers import ReadField, ReadPaper
from counter_app.dossier.verifying import FieldRow, Verification
from scanning.fields import rules
from scanning.fields.checks import findings, held_together
from scanning.fields.field import Field
from scanning.fields.rules import Finding, Severity

_NOWHERE = (0, 0, 0, 0)


def with_findings(papers: Sequence[ReadPaper], today: date, office: str) -> tuple[ReadPaper, ...]:
    """The papers of one dossier, each field with what the rules say of it; `office` receives them."""
    about: dict[tuple[int, str], list[Finding]] = {}
    for finding in _found(papers, today, office):
        first = finding.fields[0]
        about.setdefault((first.paper, first.field.name), []).append(finding)
    return tuple(
        replace(paper, fields=tuple(_pointed(field, about.get((nth, field.name), [])) for field in paper.fields))
        for nth, paper in enumerate(papers)
    )


def pointed_anew(papers: Sequence[Verification], today: date, office: str) -> tuple[Verification, ...]:
    """The papers, each field with what the rules say of what stands there by now: as read, or as a clerk settled it."""
    told = with_findings([_as_it_stands(paper) for paper in papers], today, office)
    return tuple(
        replace(paper, rows=tuple(_told(row, field) for row, field in zip(paper.rows, now.fields, strict=True)))
        for paper, now in zip(papers, told, strict=True)
    )


def contradictions(
    papers: Sequence[Verification], nth: int, field: str, today: date, office: str
) -> tuple[Finding, ...]:
    """What the rules say, more than a note, of that field of the nth paper as it stands, and of what it was held
    against."""
    return tuple(
        finding
        for finding in _found([_as_it_stands(paper) for paper in papers], today, office)
        if finding.severity is not Severity.NOTE
        and any((at.paper, at.field.name) == (nth, field) for at in finding.fields)
    )


def would_agree(papers: Sequence[Verification], nth: int, field: str, today: date) -> str:
    """The one value elsewhere that the rules hold against that field of the nth paper, in which nothing stands yet;
    "" where there is none, or several. Who is the mother on the hospital's paper is the mother on the declaration."""
    stand = [_as_it_stands(paper) for paper in papers]
    asked = replace(stand[nth], fields=tuple(one for one in stand[nth].fields if one.name == field or one.value))
    read = [_read(asked if at == nth else paper) for at, paper in enumerate(stand)]
    known = {}
    for one, other in held_together(rules.Dossier(tuple(read), today)):
        for mine, theirs in ((one, other), (other, one)):
            if (mine.paper, mine.field.name) == (nth, field) and theirs.field.value:
                known[plain(theirs.field.value)] = theirs.field.value
    return known.popitem()[1] if len(known) == 1 else ""


def _found(papers: Sequence[ReadPaper], today: date, office: str) -> tuple[Finding, ...]:
    return findings([_read(replace(paper, fields=tuple(_filled(paper)))) for paper in papers], today, office)


def _read(paper: ReadPaper) -> rules.ReadPaper:
    return rules.ReadPaper(paper.paper, tuple(map(_field, paper.fields)), paper.title)


def _as_it_stands(paper: Verification) -> ReadPaper:
    return replace(paper.paper, fields=tuple(map(_now, paper.rows)))


def _now(row: FieldRow) -> ReadField:
    done = row.done
    return row.read if done is None else replace(row.read, value=done.value, normal=done.normal)


def _told(row: FieldRow, now: ReadField) -> FieldRow:
    return replace(row, read=replace(row.read, points=now.points, contradicted=now.contradicted, meant=now.meant))


def _filled(paper: ReadPaper) -> list[ReadField]:
    return [field for field in paper.fields if field.value]


def _field(read: ReadField) -> Field:
    box = read.box or _NOWHERE
    return Field(read.name, read.value, read.normal, read.confidence, read.sure, box, read.page)


def _pointed(read: ReadField, found: Sequence[Finding]) -> ReadField:
    meant = {finding.suggestion for finding in found if finding.suggestion}
    return replace(
        read,
        points=tuple(finding.sentence for finding in found),
        contradicted=any(finding.severity is not Severity.NOTE for finding in found),
        meant=meant.pop() if len(meant) == 1 else "",
    )
