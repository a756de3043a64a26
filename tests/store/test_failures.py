"""A failure that was kept is said in the language of whoever looks, also one that an older program kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.errors import CounterError, ExitStatus, StoredFailure, code_of
from counter_app.language import Phrase
from counter_app.store.failures import read_failure, read_values, write_failure, write_values
from printing.errors import PrinterOff
from printing.printers.reasons import NO_PAPER
from scanning.errors import NotAPicture
from tests.test_translations import failures, sentences_of_errors

LIST = Path(__file__).with_name("failure_codes.txt")
ROOMS = ("scanning.errors", "printing.errors", "counter_app.store.", "counter_app.province.national")
KEPT = [
    PrinterOff("media-empty", printer="Máy A", reason=NO_PAPER),
    PrinterOff(printer="Máy A", reason=Phrase("printers", "it is off, out of paper or stopped")),
    NotAPicture("JPEG", file="tờ khai {1}.jpg"),
    CounterError(),
]


def codes() -> list[str]:
    """Of the kinds of failure that a store keeps."""
    sentences_of_errors()  # imports all rooms
    kinds = {kind for kind in failures() if kind.__module__.startswith(ROOMS)}
    return sorted(code_of(kind) for kind in kinds)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("error", KEPT, ids=str)
def test_a_failure_is_said_as_the_error_was(error: CounterError, language: str) -> None:
    kept = read_failure(write_failure(StoredFailure.of(error)))
    assert kept is not None
    assert kept == StoredFailure.of(error)
    assert kept.sentence(language) == error.sentence(language)
    assert type(kept.error()) is type(error) and kept.error().details == error.details


@pytest.mark.parametrize("error", KEPT, ids=str)
def test_where_the_code_has_its_own_column_the_values_stand_alone(error: CounterError) -> None:
    kept = StoredFailure.of(error)
    again = StoredFailure(kept.code, values=read_values(write_values(kept)))
    assert again.sentence("vi") == error.sentence("vi") and again.sentence("en") == error.sentence("en")


def test_a_page_that_failed_before_shows_the_sentence_that_was_kept() -> None:
    sentence = "Không đọc được trang này. Hãy quét lại."
    kept = read_failure(sentence)
    assert kept is not None and kept.sentence("en") == sentence
    assert write_failure(kept) == sentence, "and it stays as it is"


def test_a_print_job_of_before_says_why_it_stands() -> None:
    before = '{"kind": "PrinterOff", "details": "x", "values": {"printer": "A", "reason": ["printers", "it is busy"]}}'
    kept = read_failure(before)
    assert kept is not None and isinstance(kept.error(), PrinterOff)
    assert "A" in kept.sentence() and read_failure("null") is None and read_failure("") is None


@pytest.mark.parametrize(
    "text", ["{", "{}", '{"code": 3}', '{"code": "PrinterOff", "values": [1]}', '{"code": "PrinterOff", "values": {}}']
)
def test_what_is_damaged_or_unknown_is_a_sentence_too(text: str) -> None:
    kept = read_failure(text)
    assert kept is not None and kept.sentence() == CounterError().sentence()
    assert StoredFailure("OfNextYear", "5", {"n": 1}).sentence() == CounterError().sentence()
    assert read_values("[") == read_values("3") == {}


def test_a_class_with_another_name_keeps_its_code() -> None:
    class Renamed(CounterError):
        what = "It had another name."
        code = "NamedBefore"

    class Child(Renamed):
        exit_status = ExitStatus.DISK

    assert type(StoredFailure("NamedBefore").error()) is Renamed
    assert code_of(Child) == "Child", "a code is of one class alone"


def test_every_code_a_store_may_hold_is_known_and_of_one_class() -> None:
    """One that is missing is still in somebody's store: give the renamed class its old name as `code`.

    A new one is added by `python -m tests.store.test_failures`.
    """
    now = codes()
    assert len(now) == len(set(now))
    assert now == LIST.read_text(encoding="utf-8").split()


if __name__ == "__main__":
    LIST.write_text("\n".join(codes()) + "\n", encoding="utf-8")
