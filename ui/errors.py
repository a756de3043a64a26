"""What can go wrong in the window itself."""

from __future__ import annotations

from counter_app.errors import CounterError, StoredFailure


class Unexpected(CounterError):
    """A fault of the program itself; `details` is its kind, the log has where it happened."""

    what = "The program made a mistake."
    todo = "What was typed and scanned is kept. Try again; if it happens again, call the technician."


class CodeUnknown(CounterError):
    """A look-up code was read that belongs to no dossier of this desk."""

    what = "This desk knows no dossier with the code that was read."
    todo = "If another desk received it, wait until its entries have come; or find it by name or number."


class CardReaderGone(CounterError):
    """The card reader of the desk's profile is not at its port."""

    what = "The card reader at {port} does not answer."
    todo = "Plug it in; the program looks for it by itself. Meanwhile type the card, or use another reader."


class NotSaved(CounterError):
    """A file the clerk wanted to save could not be written."""

    what = "The file could not be saved."
    todo = "Choose another folder, or check that the disk is not full."


class ExtractNotWhole(CounterError):
    """The verifier found something wrong in an extract."""

    what = "{file} is NOT whole: {faults}"
    todo = "Ask who gave it for a new one, and keep this one: what is wrong in it is evidence."


def error_of(failure: StoredFailure) -> CounterError:
    """The error that a print job or a page keeps, to be said in the clerk's language."""
    import scanning.errors  # noqa: F401 - so that the codes of both are known

    return failure.error()


def sentence_of(failure: StoredFailure | None, language: str) -> str:
    """What happened and what to do; "" where nothing failed."""
    if failure is None:
        return ""
    return failure.said or error_of(failure).sentence(language)
