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
