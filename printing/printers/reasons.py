"""What a printer says of itself, in a clerk's words."""

from __future__ import annotations

from collections.abc import Iterable

from counter_app.language import Phrase

NO_PAPER = Phrase("printers", "it is out of paper")
DOOR = Phrase("printers", "its cover or a door is open")
SILENT = Phrase("printers", "it does not answer; it is off, or its cable is out")
PAUSED = Phrase("printers", "it is paused")
BUSY = Phrase("printers", "it is busy with other papers")
HELD = Phrase("printers", "it holds the paper back")
FAULT = Phrase("printers", "it reports a fault")
NO_INK = Phrase("printers", "its ink or toner has run out")

OF_KEYWORD: dict[str, Phrase] = {
    "media-jam": Phrase("printers", "paper is jammed in it"),
    "media-empty": NO_PAPER,
    "media-needed": Phrase("printers", "it waits for paper of another size"),
    "input-tray-missing": Phrase("printers", "its paper tray is missing"),
    "cover-open": DOOR,
    "door-open": DOOR,
    "interlock-open": DOOR,
    "toner-empty": NO_INK,
    "marker-supply-empty": NO_INK,
    "marker-waste-full": Phrase("printers", "its container for waste ink is full"),
    "output-area-full": Phrase("printers", "its output tray is full"),
    "output-tray-missing": Phrase("printers", "its output tray is missing"),
    "offline": SILENT,
    "timed-out": SILENT,
    "shutdown": SILENT,
    "paused": PAUSED,
    "moving-to-paused": PAUSED,
    "spool-area-full": BUSY,
    "fuser-over-temp": FAULT,
    "fuser-under-temp": FAULT,
    "opc-life-over": FAULT,
    "developer-empty": FAULT,
    "cups-missing-filter": FAULT,
}
"""By the keywords of `printer-state-reasons` (RFC 8011, 5.4.12; PWG 5100.9), the most telling first."""


UNREACHED = (
    "The printer may not exist or is unavailable at this time.",
    "The printer is unreachable at this time.",
    "The printer is not responding.",
)
"""All that CUPS says, and as text only, while it tries again and again to reach a network printer that is off."""


def stopping(keywords: Iterable[str], message: str = "") -> Phrase | None:
    """Why the printer cannot go on by its `printer-state-reasons` and `printer-state-message`; None where it can.

    A keyword's ending says how bad it is: warnings and reports let it print on, but a printer CUPS reports as offline
    prints nothing.
    """
    severe = {word.removesuffix("-error") for word in keywords}  # …-warning and …-report stay, and are in no table
    if "offline-report" in severe or message in UNREACHED:
        severe.add("offline")
    return next((words for keyword, words in OF_KEYWORD.items() if keyword in severe), None)
