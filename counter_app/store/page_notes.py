"""How treatments and readings lie in the spool: as JSON, checked when it is read."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter, ValidationError

from counter_app.dossier.pages import (
    LEFT,
    LEFT_TO_THE_PROGRAM,
    LOWER,
    RIGHT,
    UPPER,
    PageFacts,
    PageReading,
    SpooledPage,
    Treatment,
)
from counter_app.errors import CounterError, ExitStatus, StoredFailure
from counter_app.store.failures import read_failure

_TREATMENT, _READING, _FACTS = TypeAdapter(Treatment), TypeAdapter(PageReading), TypeAdapter(PageFacts)
_ROTATIONS, _SIDES = (None, 0, 90, 180, 270), (None, 0, LEFT, RIGHT, UPPER, LOWER)
_WORDS = ', "words": ['


class PageNotesDamaged(CounterError):
    """A treatment or a reading in the spool is not what a program of ours wrote."""

    what = "What this desk had noted about this page is damaged."
    todo = "The scan itself is kept: read the page again, then look whether it lies as it should."
    exit_status = ExitStatus.STORE


def write_treatment(treatment: Treatment) -> str:
    """What was decided; "" for a page left to the program."""
    decided = {name: value for name, value in vars(treatment).items() if value != getattr(LEFT_TO_THE_PROGRAM, name)}
    return json.dumps(decided) if decided else ""


def read_treatment(text: str) -> Treatment:
    """The treatment that was written. Raises PageNotesDamaged."""
    if not text:
        return LEFT_TO_THE_PROGRAM
    try:
        treatment = _TREATMENT.validate_json(text, strict=True)
    except ValidationError as fault:
        raise PageNotesDamaged("treatment") from fault
    if treatment.rotation not in _ROTATIONS or treatment.side not in _SIDES:
        raise PageNotesDamaged("treatment")
    return treatment


def write_reading(reading: PageReading) -> str:
    """The facts first, then words and codes: so lists need not take the words apart."""
    parts = ("sheet", "words", "codes", "signatures", "second_reading", "print_words", "writing", "ruled")
    facts: dict[str, Any] = {name: value for name, value in vars(reading).items() if name not in parts}
    facts["words"] = [asdict(word) for word in reading.words]
    facts["codes"] = [asdict(code) for code in reading.codes]
    if reading.second_reading:
        facts["second_reading"] = [asdict(word) for word in reading.second_reading]
    if reading.signatures:
        facts["signatures"] = [asdict(signature) for signature in reading.signatures]
    facts["print_words"] = [asdict(word) for word in reading.print_words]
    facts["writing"] = [asdict(writing) for writing in reading.writing]
    facts["ruled"] = reading.ruled
    return json.dumps(facts, ensure_ascii=False)


def read_reading(text: str) -> PageReading:
    """The reading that was written. Raises PageNotesDamaged."""
    try:
        return _READING.validate_json(text)
    except ValidationError as fault:
        raise PageNotesDamaged("reading") from fault


def read_facts(text: str) -> PageFacts | None:
    """What lists ask of a reading; None where there is none yet. Raises PageNotesDamaged."""
    if not text:
        return None
    before, words, _ = text.partition(_WORDS)  # inside the page's own text the quotes would stand escaped
    try:
        return _FACTS.validate_json(before + "}" if words else text)
    except ValidationError as fault:
        raise PageNotesDamaged("reading") from fault


def page_of(row: dict[str, Any]) -> SpooledPage:
    """The page of a row. One whose notes are damaged failed: it can be read again."""
    facts, treatment, failure = None, LEFT_TO_THE_PROGRAM, read_failure(row["failure"])
    try:
        treatment = read_treatment(row["treatment"])
        facts = read_facts(row["reading"])
    except PageNotesDamaged as damage:
        failure = StoredFailure.of(damage)
    return SpooledPage.model_validate(row | {"reading": facts, "treatment": treatment, "failure": failure})
