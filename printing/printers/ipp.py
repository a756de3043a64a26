"""Printers that speak IPP: in the network, and the queues of the CUPS of this computer.

The paper goes as the very PDF; a printer that takes none gets its pages as PWG raster (PWG 5102.4).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from printing.errors import STANDS_STILL, PaperBrokeOff, PaperUnknown, PrinterGone, PrinterOff, PrinterRefused
from printing.layout.pictures import page_sizes
from printing.printers import reasons
from printing.printers.ipp_connection import IppConnection, Operation, server_and_path
from printing.printers.ipp_messages import Attribute, Group, Message, Read, Tag
from printing.printers.order import Order, Progress
from printing.printers.pwg_raster import GREY, raster

PDF = "application/pdf"
RASTER = "image/pwg-raster"
RASTER_DPI = 300
ASKED_OF_PRINTER = (
    "printer-state",
    "printer-state-reasons",
    "printer-state-message",
    "printer-is-accepting-jobs",
    "document-format-supported",
    "pwg-raster-document-resolution-supported",
    "pwg-raster-document-type-supported",
    "copies-supported",
    "sides-supported",
    "multiple-document-handling-supported",
    "print-scaling-supported",
    "media-col-supported",
    "media-size-supported",
    "media-source-supported",
)
ASKED_OF_JOB = ("job-state", "job-state-reasons")
SAME_SIZE = 100  # hundredths of a millimetre: printers round their sizes
LONGEST_TITLE = 80  # letters: a name may have 255 bytes (RFC 8011, 5.1.3)
COLLATED = "separate-documents-collated-copies"


class PrinterState(IntEnum):
    """RFC 8011, 5.4.11."""

    IDLE = 3
    PROCESSING = 4
    STOPPED = 5


class JobState(IntEnum):
    """RFC 8011, 5.3.7."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


@dataclass(frozen=True)
class IppPrinter:
    """A printer or a queue. `uri` is its own address of itself, `user` whom its queue names as the sender."""

    name: str
    uri: str
    line: IppConnection
    user: str = "counter"

    def send(self, order: Order) -> str:
        """Hands the paper over and gives the job's number. Raises PrinterGone, PrinterOff, PrinterRefused.

        A printer that stands still gets nothing: what it would keep could come out beside what another one printed.
        """
        told = self._ready()
        if not _makes_copies(order.copies, told):
            order = replace(order, pdf=_repeated(order.pdf, order.copies), copies=1)
        kind, document = _document(order.pdf, told, self.name)
        about = (
            Attribute("job-name", Tag.NAME, (order.title[:LONGEST_TITLE],)),
            Attribute("document-format", Tag.MIME_TYPE, (kind,)),
        )
        job = tuple(_job(order, told))
        answer = self._asked(Operation.PRINT_JOB, about, job=job, document=document).first(Group.JOB)
        self._watch_over(_number(answer, "job-state"), _words(answer, "job-state-reasons"))
        return str(number) if (number := _number(answer, "job-id")) else ""

    def progress(self, job: str) -> Progress:
        """How far the job is; raises PrinterOff, PrinterRefused (PaperBrokeOff, PaperForgotten), PrinterGone."""
        answer = self._asked(Operation.GET_JOB_ATTRIBUTES, [_wanted(ASKED_OF_JOB)], number=job)
        told = answer.first(Group.JOB)
        state = _number(told, "job-state")
        self._watch_over(state, _words(told, "job-state-reasons"))
        if state == JobState.COMPLETED:
            return Progress.DONE
        printer = self._told()
        self._moving(printer)
        words = _words(printer, "printer-state-reasons")
        if reason := reasons.stopping(words, "".join(_words(printer, "printer-state-message"))):
            raise PrinterOff(",".join(words), printer=self.name, reason=reason)
        if state == JobState.HELD:
            raise PrinterOff(printer=self.name, reason=reasons.HELD)
        if state == JobState.STOPPED:
            raise PrinterOff(printer=self.name)
        return Progress.WORKING

    def cancel(self, job: str) -> None:
        """Withdraws the job. Raises PrinterGone; PrinterRefused where it has ended already or is not known."""
        self._asked(Operation.CANCEL_JOB, (), number=job)

    def trays(self) -> list[str]:
        """The printer's keywords for where paper lies; none where it does not tell or does not answer."""
        try:
            return _trays(self._told())
        except (PrinterGone, PrinterOff, PrinterRefused):
            return []

    def check(self) -> None:
        """Raises what would keep it from printing now."""
        self._ready()

    def _ready(self) -> Read:
        """What the printer tells about itself, if it would take a paper now."""
        told = self._told()
        self._moving(told)
        if told.get("printer-is-accepting-jobs") == (False,):
            raise PrinterRefused("not accepting", printer=self.name)
        return told

    def _moving(self, told: Read) -> None:
        if _number(told, "printer-state") == PrinterState.STOPPED:
            words = _words(told, "printer-state-reasons")
            raise PrinterOff(",".join(words), printer=self.name, reason=reasons.stopping(words) or STANDS_STILL)

    def _watch_over(self, state: int, words: list[str]) -> None:
        """Raises PaperBrokeOff for a job that has ended otherwise than on paper."""
        if state in {JobState.CANCELED, JobState.ABORTED} or "job-completed-with-errors" in words:
            raise PaperBrokeOff(",".join([f"job-state {state}", *words]), printer=self.name)

    def _told(self) -> Read:
        return self._asked(Operation.GET_PRINTER_ATTRIBUTES, (_wanted(ASKED_OF_PRINTER),)).first(Group.PRINTER)

    def _asked(
        self,
        operation: Operation,
        about: Sequence[Attribute],
        *,
        number: str = "",
        job: Sequence[Attribute] = (),
        document: bytes = b"",
    ) -> Message:
        """The answer to a question about the printer, or about its job of that number."""
        _, path = server_and_path(self.name, self.uri)
        target = [Attribute("printer-uri", Tag.URI, (self.uri,))]
        if number:
            target.append(Attribute("job-id", Tag.INTEGER, (int(number),)))
        sender = Attribute("requesting-user-name", Tag.NAME, (self.user,))
        return self.line.asked(self.name, path, operation, [*target, sender, *about], job, document)


def at_address(name: str, uri: str) -> IppPrinter:
    """The printer at an ipp:// or ipps:// address. Raises BadAddress; the printer is not asked yet."""
    server, _ = server_and_path(name, uri)
    return IppPrinter(name, uri, IppConnection(server))


def _makes_copies(copies: int, told: Read) -> bool:
    """Whether the printer makes so many by itself; some would leave out what they cannot do, and say nothing."""
    ranges = [span for span in told.get("copies-supported", ()) if isinstance(span, tuple)]
    return copies == 1 or any(span[-1] >= copies for span in ranges)


def _repeated(pdf: bytes, copies: int) -> bytes:
    """The pages, all of them so many times."""
    import pikepdf

    memory = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as once, pikepdf.new() as often:
        for _ in range(copies):
            often.pages.extend(once.pages)
        often.save(memory)
    return memory.getvalue()


def _document(pdf: bytes, told: Read, printer: str) -> tuple[str, bytes]:
    """The paper in the best way the printer takes, with the name of that way. Raises PaperUnknown."""
    kinds = _words(told, "document-format-supported")
    if PDF in kinds or not kinds:
        return PDF, pdf
    if RASTER in kinds and GREY in _words(told, "pwg-raster-document-type-supported"):
        return RASTER, raster(pdf, _dpi(told))
    raise PaperUnknown(",".join(kinds), printer=printer)


def _dpi(told: Read) -> int:
    """The raster's resolution: 300 dpi, the next finer one, or the finest the printer takes."""
    offered = told.get("pwg-raster-document-resolution-supported", ())
    each = sorted(
        resolution[0]
        for resolution in offered
        if isinstance(resolution, tuple) and resolution[0] == resolution[1] and resolution[2] == 3
    )
    return next((dpi for dpi in each if dpi >= RASTER_DPI), each[-1] if each else RASTER_DPI)


def _job(order: Order, told: Read) -> Iterator[Attribute]:
    """How the paper is to be printed, as far as the printer can be told."""
    if order.copies > 1:
        yield Attribute("copies", Tag.INTEGER, (order.copies,))
        if COLLATED in _words(told, "multiple-document-handling-supported"):
            yield Attribute("multiple-document-handling", Tag.KEYWORD, (COLLATED,))
    if "one-sided" in _words(told, "sides-supported"):
        yield Attribute("sides", Tag.KEYWORD, ("one-sided",))
    if "none" in _words(told, "print-scaling-supported"):
        yield Attribute("print-scaling", Tag.KEYWORD, ("none",))
    if media := tuple(_media(order, told)):
        yield Attribute("media-col", Tag.COLLECTION, (media,))


def _media(order: Order, told: Read) -> Iterator[Attribute]:
    """Size and tray of the paper. Landscape pages lie on portrait paper: the PDF says how, so nothing turns them twice.

    A size the printer does not have is not asked for: it would wait for such paper.
    """
    settable = _words(told, "media-col-supported")
    short, long = sorted(round(side * 2540 / 72) for side in page_sizes(order.pdf)[0])
    if "media-size" in settable and (size := _size(short, long, told)):
        sides = zip(("x-dimension", "y-dimension"), size, strict=True)
        yield Attribute("media-size", Tag.COLLECTION, (tuple(Attribute(n, Tag.INTEGER, (v,)) for n, v in sides),))
    if "media-source" in settable and order.tray in _trays(told):
        yield Attribute("media-source", Tag.KEYWORD, (order.tray,))


def _size(short: int, long: int, told: Read) -> tuple[int, int] | None:
    """The printer's own measure of such paper, in hundredths of a millimetre."""
    for size in told.get("media-size-supported", ()):
        if isinstance(size, Mapping):
            match size.get("x-dimension"), size.get("y-dimension"):
                case (int(x),), (int(y),) if abs(x - short) <= SAME_SIZE and abs(y - long) <= SAME_SIZE:
                    return x, y
    return None


def _trays(told: Read) -> list[str]:
    return [source for source in _words(told, "media-source-supported") if source != "auto"]


def _wanted(names: Sequence[str]) -> Attribute:
    return Attribute("requested-attributes", Tag.KEYWORD, tuple(names))


def _words(told: Read, name: str) -> list[str]:
    return [word for word in told.get(name, ()) if isinstance(word, str)]


def _number(told: Read, name: str) -> int:
    """The first number of that name; 0 where there is none."""
    return next((number for number in told.get(name, ()) if isinstance(number, int)), 0)
