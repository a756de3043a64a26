"""What can go wrong, said so that a clerk knows what happened and what to do.

Every failure is a class of its own with two English sentences; `counter_app.language` holds their Vietnamese. Values
go into the sentences by name and are shown to the clerk only: the log gets the class and `details`, which never hold
anything personal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, ClassVar

from counter_app.language import DEFAULT_LANGUAGE, Phrase, translate

Value = str | int | Phrase
"""What goes into a sentence; a phrase is said in the clerk's language too."""
_ENDS = (".", "!", "?", "…", ":")


class ExitStatus(IntEnum):
    """How a command ends, by the kind of failure. Scripts use these numbers: none ever changes its meaning."""

    DONE = 0
    NOT_DONE = 1  # what was asked for cannot be done, or not with every input
    USAGE = 2  # the command line itself is wrong
    MISSING_PART = 3  # a program, language or font this machine must have is not installed
    DISK = 4  # the system refused to read or write: full, no rights, gone
    STORE = 5  # the desk's data or its key is missing or damaged
    LINE = 6  # the server, its database or the line to it
    INTERRUPTED = 130  # Ctrl+C, as shells say it


class CounterError(Exception):
    """A failure with a sentence for the clerk (`what`, `todo`) and details for the log.

    It can be pickled, because failures come back from worker processes.
    """

    what: ClassVar[str] = "Something went wrong."
    todo: ClassVar[str] = "Try again; if it happens again, call the technician."
    code: ClassVar[str] = ""
    """What stores know this very class by; "" is its name. A class that gets another name keeps its old one here."""
    exit_status: ClassVar[ExitStatus] = ExitStatus.NOT_DONE
    """How a command ends that is stopped by it; `ExitStatus` tells which kind has which."""

    def __init__(self, details: str = "", **values: Value) -> None:
        super().__init__(details)
        self.details = details
        self.values = values

    def sentence(self, language: str = DEFAULT_LANGUAGE) -> str:
        """What happened and what to do, in the clerk's language."""
        happened = self.happened(language)
        end = "" if happened.endswith(_ENDS) else "."  # some end in a name or reason that has no full stop
        return f"{happened}{end} {self.advice(language)}"

    def happened(self, language: str = DEFAULT_LANGUAGE) -> str:
        """What happened, in the clerk's language."""
        return self._said(self.what, language)

    def advice(self, language: str = DEFAULT_LANGUAGE) -> str:
        """What to do about it, in the clerk's language."""
        return self._said(self.todo, language)

    def _said(self, sentence: str, language: str) -> str:
        values = {
            name: translate(*value, language) if isinstance(value, Phrase) else value
            for name, value in self.values.items()
        }
        return translate("errors", sentence, language).format(**values)

    def __str__(self) -> str:
        return f"{type(self).__name__}: {self.details}" if self.details else type(self).__name__

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.details, self.values)


@dataclass(frozen=True)
class StoredFailure:
    """Work that did not succeed, as a print job, a page or the province's outbox keeps it: a code and its values.

    The sentence is made when it is shown, in the language of whoever looks. `said` is the sentence itself, where a
    desk kept no more than that.
    """

    code: str = ""
    details: str = ""
    values: dict[str, Value] = field(default_factory=dict)
    said: str = ""

    @classmethod
    def of(cls, error: CounterError) -> StoredFailure:
        """The failure that `error` is."""
        return cls(code_of(type(error)), error.details, error.values)

    def error(self) -> CounterError:
        """The error it was; one this program does not know, or whose values do not fit, in general.

        Known are the kinds of the modules that were imported: whoever shows failures imports their errors first.
        """
        kinds = {code_of(kind): kind for kind in _kinds(CounterError)}
        error = kinds.get(self.code, CounterError)(self.details or ("" if self.code in kinds else self.code))
        error.values = self.values
        try:
            error.sentence()
        except (LookupError, ValueError):
            return CounterError(self.details or self.code)
        return error

    def sentence(self, language: str = DEFAULT_LANGUAGE) -> str:
        """What happened and what to do, in the language of whoever looks."""
        return self.said or self.error().sentence(language)


def code_of(kind: type[CounterError]) -> str:
    """What stores know the class by."""
    return str(vars(kind).get("code", "")) or kind.__name__


def _kinds(kind: type[CounterError]) -> Iterator[type[CounterError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _kinds(child)


def _restore(kind: type[CounterError], details: str, values: dict[str, Value]) -> CounterError:
    return kind(details, **values)
