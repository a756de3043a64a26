"""`counter digitise`: pictures, PDFs and folders → one searchable PDF/A and what was read."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import asdict, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from counter_app.durable import write_durably
from counter_app.errors import CounterError
from scanning.destination import check_destinations, not_writable
from scanning.documents.searchable_pdf import searchable_pdf
from scanning.errors import NotWritable
from scanning.fields.checks import findings
from scanning.fields.components import Component, ComponentMatch, component_of
from scanning.fields.field import EMPTY, Field
from scanning.fields.hands import hands
from scanning.fields.papers import FOLLOWS, Paper, best_template, fields_of, papers_of
from scanning.fields.rules import Finding, ReadPaper
from scanning.fields.templates import Forms, forms_of
from scanning.fields.titles import PageClass, title_of
from scanning.fields.versions import version_of
from scanning.pages import ReadPage
from scanning.pipeline.pipeline import Pipeline
from scanning.sources.files import pages_of
from scanning.sources.folders import shown

Progress = Callable[[int, int | None], None]
"""Called with (pages done, pages in all or None while they are still being counted)."""


def digitise(
    inputs: Sequence[Path],
    output: Path,
    *,
    jobs: int | None = None,
    language: str = "vie",
    progress: Progress | None = None,
    beside: Sequence[Path] = (),
    templates: Path | None = None,
    components: Sequence[Component] = (),
    with_fields: bool = True,
) -> dict[str, Any]:
    """Read every page of `inputs` into the PDF `output`; what cannot be read is told in "errors" and the rest done.

    `beside`: files that the caller will write. Raises WouldOverwrite, NotWritable before anything is done: an input is
    never written over. `templates`: the folder of the forms that were drawn at an office. `components`: those of the
    procedure that the papers are for. `with_fields`: what stands in the fields of forms is wanted; without it the
    second reader is not asked, and no field is as sure.
    Returns the object that `counter digitise --json` writes.
    """
    check_destinations(inputs, output, beside)
    started = time.monotonic()
    done: list[tuple[str, ReadPage]] = []  # where each came from, without its bytes
    errors: list[dict[str, str]] = []
    with Pipeline(jobs, language) as pipeline:
        under_way: deque[tuple[str, Future[tuple[ReadPage, ...]]]] = deque()

        def collect() -> None:
            source, future = under_way.popleft()
            try:
                done.extend((source, read) for read in future.result())
            except CounterError as error:
                errors.append(_told(source, error))
            if progress is not None:
                progress(len(done) + len(errors), None)

        for page in pages_of(inputs):
            if isinstance(page, CounterError):
                errors.append(_told(str(page.values.get("file", "")), page))
                continue
            under_way.append((page.source, pipeline.submit(replace(page, with_fields=with_fields), templates)))
            if len(under_way) > 2 * pipeline.workers:  # what waits stays on disk, not in memory
                collect()
        while under_way:
            collect()
    written = False
    if done:
        try:
            _write([read for _, read in done], output)
            written = True
        except NotWritable as error:
            errors.append(_told(shown(str(output)), error))
    if progress is not None:
        progress(len(done) + len(errors), len(done) + len(errors))
    readings = [read for _, read in done]
    forms = forms_of(templates)
    papers = papers_of(readings, forms)
    known_as = {number: _known_as(paper, number) for paper in reversed(papers) for number in paper.pages}
    facts = {paper.pages[0]: _paper_facts(paper, readings, forms) for paper in reversed(papers)}
    read_papers = [_read_paper(paper, readings, forms) for paper in papers]
    # of two forms on a sheet the first
    fields = [field for paper in reversed(papers) for field in fields_of(paper, readings, forms, empty=True)]
    return {
        "pages": [
            _page_facts(index, source, read, known_as.get(index), [field for field in fields if field.page == index])
            | facts.get(index, {})
            | {"empty_fields": _empty_facts([field for field in fields if field.page == index])}
            for index, (source, read) in enumerate(done)
        ],
        "papers": [
            {
                "document_type": paper.known_as.paper,
                "title": read.called,
                "pages": list(paper.pages),
                "component": _component_facts(component_of(paper, readings, components)),
                "fields": _field_facts(read.fields),
            }
            for paper, read in zip(papers, read_papers, strict=True)
        ],
        "findings": [_finding_facts(finding) for finding in findings(read_papers, date.today())],
        "pdf": shown(str(output)) if written else None,
        "seconds": round(time.monotonic() - started, 3),
        "errors": errors,
    }


def _write(pages: Sequence[ReadPage], output: Path) -> None:
    """Raises NotWritable; what was read is not lost by it."""
    content = searchable_pdf(pages, title=shown(output.stem), created=datetime.now().astimezone())
    try:
        write_durably(output, content)
    except OSError as error:
        raise not_writable(output, error) from error


def _told(source: str, error: CounterError) -> dict[str, str]:
    return {"source": source, "message": error.sentence()}


def _known_as(paper: Paper, number: int) -> PageClass:
    """What a page is: as its paper is; a page that only follows has no title of its own."""
    return paper.known_as if number == paper.pages[0] else replace(paper.known_as, reason=FOLLOWS)


def _paper_facts(paper: Paper, readings: Sequence[ReadPage], forms: Forms) -> dict[str, Any]:
    """What is told of a paper at its first page: the version of its form, and how many hands filled it in."""
    pages = [readings[number] for number in paper.pages]
    version = version_of(pages[0].text, best_template(paper.known_as.paper, pages, forms))
    return {"form_version": asdict(version), "hands": hands(pages)}


def _read_paper(paper: Paper, readings: Sequence[ReadPage], forms: Forms) -> ReadPaper:
    """A paper with what is printed in it: of handwriting nothing can be said."""
    printed = tuple(field for field in fields_of(paper, readings, forms) if field.value)
    return ReadPaper(paper.known_as.paper, printed, title_of(paper.known_as.paper, forms.own_titles))


def _component_facts(match: ComponentMatch | None) -> dict[str, Any] | None:
    return asdict(match) if match else None


def _finding_facts(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.sentence,
        "suggestion": finding.suggestion,
        "fields": [{"paper": at.paper, "page": at.field.page, "name": at.field.name} for at in finding.fields],
    }


def _page_facts(
    index: int, source: str, read: ReadPage, known: PageClass | None, fields: Sequence[Field]
) -> dict[str, Any]:
    known = known or PageClass(read.document_type)
    return {
        "index": index,
        "source": source,
        "text": read.text,
        "mean_confidence": read.mean_confidence,
        "blank": read.blank,
        "kept": read.kept,
        "shades": read.shades,
        "rotation": read.rotation,
        "skew": read.skew,
        "width": read.width,
        "height": read.height,
        "dpi": read.dpi,
        "codes": [{"format": code.format, "text": code.text} for code in read.codes],
        "document_type": known.paper,
        "document_confidence": known.confidence,
        "document_reason": known.reason,
        "words": [{**asdict(word), "box": list(word.box)} for word in read.words],
        "fields": _field_facts(fields),
        "signatures": [
            {"signer": signature.signer, "time": signature.time, "validity": "not checked"}
            for signature in read.signatures
        ],
    }


def _field_facts(fields: Sequence[Field]) -> dict[str, dict[str, Any]]:
    return {
        field.name: {
            "value": field.value,
            "normalised": field.normal,
            "confidence": field.confidence,
            "sure": field.sure,
            "box": list(field.box),
            "page": field.page,
            "filled": field.filled,
            "filled_confidence": field.filled_confidence,
            "suggestion": field.suggestion,
            "crossed_out": field.crossed_out,
        }
        for field in fields
        if field.filled != EMPTY
    }


def _empty_facts(fields: Sequence[Field]) -> dict[str, dict[str, Any]]:
    return {field.name: {"box": list(field.box), "page": field.page} for field in fields if field.filled == EMPTY}
