"""What can go wrong between a dossier and the paper in the citizen's hand."""

from __future__ import annotations

from counter_app.errors import CounterError, ExitStatus, Value
from counter_app.language import Phrase

STANDS_STILL = Phrase("printers", "it is off, out of paper or stopped")
"""Why a printer does not print where it does not say itself."""


class NoVietnameseFont(CounterError):
    """No serif font with all Vietnamese letters; printing with another would leave empty boxes."""

    what = "This computer has no font that can print Vietnamese papers."
    todo = "Install the package fonts-liberation2 (Linux) or Times New Roman (Windows), then print again."
    exit_status = ExitStatus.MISSING_PART


class PdfNotDrawn(CounterError):
    """A PDF that cannot be opened, or whose drawing takes more memory, time or pages than any paper's."""

    what = "This PDF cannot be drawn: it is damaged, or far larger than papers are."
    todo = "Ask who sent it for another copy, or print and scan it."


class PrinterGone(CounterError):
    """Nobody answers where the printer was, or the system does not know it any more."""

    what = "The printer {printer} is no longer there."
    todo = "Choose another printer, or plug it in and print again. Nothing counts as printed yet."


class NoPrinter(PrinterGone):
    """Neither the system nor the profile has one."""

    what = "This desk has no printer."
    todo = "Set one up in the system, or enter its address in the settings. The paper waits until then."


class NoSuchPrinter(PrinterGone):
    """The server answers, and knows no such printer."""


class PrinterOff(CounterError):
    """The printer is there and stands still until somebody helps it; `reason` says why, in the clerk's words."""

    what = "The printer {printer} does not print: {reason}."
    todo = "Help it and print again, or choose another printer. Nothing counts as printed yet."

    def __init__(self, details: str = "", *, reason: Phrase = STANDS_STILL, **values: Value) -> None:
        super().__init__(details, reason=reason, **values)


class PrinterRefused(CounterError):
    """The printer did not take the job."""

    what = "The printer {printer} did not take the paper."
    todo = "Print again, or choose another printer. Nothing counts as printed yet."


class FolderFull(PrinterRefused):
    """There is no room for the paper on the disk of a folder that stands in a printer's place."""

    what = "The disk of the printer {printer} is full: the paper could not be written."
    todo = "Free some disk space, then print again. Nothing counts as printed yet."


class PaperBrokeOff(PrinterRefused):
    """The job ended before its time, in the printer or on the way to it; some of its sheets may lie in the tray."""

    what = "The printer {printer} broke off in the middle of the paper."
    todo = "Throw away what came out, then print again. Nothing counts as printed yet."


class PaperForgotten(PrinterRefused):
    """The printer knows nothing of a job it took: it was turned off, or keeps no list of what it printed."""

    what = "The printer {printer} does not say what became of the paper."
    todo = "Look into its tray, and print again if the paper is not there. Nothing counts as printed yet."


class PaperUnknown(PrinterRefused):
    """The printer takes neither PDF nor the pictures every IPP printer should take, so the paper cannot be sent."""

    what = "The printer {printer} understands no paper this program can send."
    todo = "Set it up as a printer of the system and choose it there, or choose another printer."


class BadAddress(PrinterRefused):
    """The address the desk's profile gives for a printer is none."""

    what = "The address {address} of the printer {printer} is none the program knows."
    todo = "Correct it in the settings; examples: ipp://192.168.1.9/ipp/print, escpos+tcp://192.168.1.8:9100."


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
