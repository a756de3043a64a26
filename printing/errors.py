"""What can go wrong between a dossier and the paper in the citizen's hand."""

from __future__ import annotations

from counter_app.errors import CounterError


class NoVietnameseFont(CounterError):
    """No serif font with all Vietnamese letters; printing with another would leave empty boxes."""

    what = "This computer has no font that can print Vietnamese papers."
    todo = "Install the package fonts-liberation2 (Linux) or Times New Roman (Windows), then print again."


class PrinterGone(CounterError):
    """The system does not know the printer any more."""

    what = "The printer {printer} is no longer there."
    todo = "Choose another printer, or plug it in and print again. Nothing counts as printed yet."


class PrinterOff(CounterError):
    """The system says the printer is stopped or in error."""

    what = "The printer {printer} does not print: it is off, out of paper or stopped."
    todo = "Turn it on, look at its display, then print again. Nothing counts as printed yet."


class PrinterRefused(CounterError):
    """The job was refused or broke off."""

    what = "The printer {printer} did not take the paper."
    todo = "Print again, or choose another printer. Nothing counts as printed yet."


class BadLogo(CounterError):
    """The office's logo is not there, or no picture this program reads."""

    what = "The office's logo {file} is missing or is no picture."
    todo = "Put a PNG or JPEG file there, or take the logo out of the desk's profile, then print again."


class OfficeIncomplete(CounterError):
    """The profile of the office lacks what its papers must say."""

    what = "The profile of the office does not say: {field}."
    todo = "Enter it under [office] in the desk's profile, then print again."


class CannotFit(CounterError):
    """Some text is longer than its place on the paper allows."""

    what = "A text is too long for the paper “{form}”."
    todo = "Shorten the longest text of the dossier, or of the office's own wording, then print again."
