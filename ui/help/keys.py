"""The keys of the window, screen by screen, and which of them are valid now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from counter_app.language import Phrase

EVERYWHERE = ""
"""The screen of keys that are valid on all of them."""


@dataclass(frozen=True)
class KeyLine:
    """A key, or some for the same, in Qt's own words; `typed`: a list or field takes it, no shortcut of the window."""

    screen: str
    keys: tuple[str, ...]
    does: Phrase
    typed: bool = False


def _line(screen: str, keys: str, does: Phrase, *, typed: bool = False) -> KeyLine:
    return KeyLine(screen, tuple(keys.split(" ")), does, typed)


KEYS: tuple[KeyLine, ...] = (
    _line(EVERYWHERE, "F1", Phrase("keys", "Help for this screen")),
    _line(EVERYWHERE, "Ctrl+F1", Phrase("keys", "This sheet of keys")),
    _line(EVERYWHERE, "Ctrl+H", Phrase("keys", "Today: what waits, and what is new")),
    _line(EVERYWHERE, "F2", Phrase("keys", "Receive a dossier: a fresh intake, or one of the person shown")),
    _line(EVERYWHERE, "F3 Ctrl+F", Phrase("keys", "Find dossiers")),
    _line(EVERYWHERE, "F4", Phrase("keys", "Books and reports")),
    _line(EVERYWHERE, "Ctrl+F3", Phrase("keys", "Feedback and recommendations")),
    _line(EVERYWHERE, "Ctrl+F10", Phrase("keys", "Forms that are read, for administrators")),
    _line(EVERYWHERE, "Ctrl+F11", Phrase("keys", "Catalogue, for administrators")),
    _line(EVERYWHERE, "Ctrl+F12", Phrase("keys", "Accounts, for administrators")),
    _line(EVERYWHERE, "Ctrl+,", Phrase("keys", "Settings")),
    _line(EVERYWHERE, "Ctrl+P", Phrase("keys", "Print what is shown, or show what would be printed")),
    _line(EVERYWHERE, "Ctrl+Z", Phrase("keys", "Take back what was done last"), typed=True),
    _line(EVERYWHERE, "Ctrl+B", Phrase("keys", "What was told today")),
    _line(EVERYWHERE, "Esc", Phrase("keys", "Leave, close, or close what is told"), typed=True),
    _line(EVERYWHERE, "Shift+Esc", Phrase("keys", "Close what is told")),
    _line(EVERYWHERE, "Ctrl+F8", Phrase("keys", "What waits to be sent, and the province")),
    _line(EVERYWHERE, "Ctrl+F9", Phrase("keys", "Papers that wait to be printed")),
    _line(EVERYWHERE, "Ctrl+L", Phrase("keys", "Lock, or let somebody else sign in")),
    _line("today", "1 2 3 4 5 6 7 8", Phrase("keys", "Open what waits, by the digit of its tile"), typed=True),
    _line("today", "Left Right Up Down", Phrase("keys", "From tile to tile, and down to the news"), typed=True),
    _line("today", "0", Phrase("keys", "Begin to type the number of who is at the desk"), typed=True),
    _line("today", "Return", Phrase("keys", "Open the tile, or the dossier the news are of"), typed=True),
    _line("person", "Alt+1", Phrase("keys", "Return the result to this person")),
    _line("person", "Return", Phrase("keys", "Open the chosen dossier, go on with the chosen intake"), typed=True),
    _line("intake", "Ctrl+Shift+P", Phrase("keys", "After a receipt: print all papers of the dossier")),
    _line("intake", "F5", Phrase("keys", "Scan the chosen paper")),
    _line("intake", "F6", Phrase("keys", "Add files to the chosen paper")),
    _line("intake", "F7", Phrase("keys", "Scan a page once more with its note")),
    _line("intake", "Shift+F7", Phrase("keys", "Scan a page anew, in its place")),
    _line("intake", "Ctrl+F5", Phrase("keys", "Choose the scanner and how it scans")),
    _line("intake", "Ctrl+F6", Phrase("keys", "Document camera")),
    _line("intake", "Ctrl+F7", Phrase("keys", "Cover and separator sheets")),
    _line("intake", "Ctrl+F4", Phrase("keys", "Stop the scanner, while it scans"), typed=True),
    _line("intake", "Shift+F2", Phrase("keys", "Many dossiers of one submitter")),
    _line("intake", "Ctrl+O", Phrase("keys", "Open intakes: go on with one, give one up")),
    _line("intake", "Alt+Left Alt+Right", Phrase("keys", "To the column beside: person, papers, pages, the page")),
    _line("intake", "F8", Phrase("keys", "Go on with who was sent home; after a receipt: take the money")),
    _line("intake", "F9", Phrase("keys", "Receive")),
    _line("intake", "Shift+F5", Phrase("keys", "Use a paper of an earlier dossier again")),
    _line("intake", "Ctrl+K", Phrase("keys", "Take the person of a scanned card into the intake")),
    _line("intake", "Ctrl+I", Phrase("keys", "Take what the paper says into the field")),
    _line("intake", "Ctrl+J", Phrase("keys", "Hold what was read against the paper; there: the next doubtful field")),
    _line("intake", "Ctrl+1", Phrase("keys", "Open the dossier that is there already")),
    _line("intake", "Ctrl+2", Phrase("keys", "Ask for supplements: Mẫu 02")),
    _line("intake", "Ctrl+3", Phrase("keys", "Refuse: Mẫu 03")),
    _line("intake", "Ctrl+D", Phrase("keys", "Make the procedure a favourite, or not")),
    _line("intake", "Alt+L", Phrase("keys", "Kind of applicant")),
    _line("intake", "Alt+T", Phrase("keys", "One more owner")),
    _line("intake", "Alt+X", Phrase("keys", "Take the owner with the cursor out"), typed=True),
    _line("intake", "Alt+G", Phrase("keys", "Another agency decides or returns")),
    _line("intake", "Alt+1 … Alt+9 Alt+0", Phrase("keys", "One of ten procedures used of late; whose card was read")),
    _line("intake", "Delete", Phrase("keys", "Delete the chosen page"), typed=True),
    _line("intake", "Ctrl+Left Ctrl+Right", Phrase("keys", "Move the chosen page"), typed=True),
    _line("intake", "Ctrl+M", Phrase("keys", "Put the page to another paper")),
    _line("intake", "Shift+F6", Phrase("keys", "Put a page where it seems to belong, or look at the first such")),
    _line("intake", "Ctrl+R", Phrase("keys", "Turn the page")),
    _line("intake", "+ - 0 9 1", Phrase("keys", "On the page: larger, smaller, width, whole, true size"), typed=True),
    _line("intake", "Space", Phrase("keys", "On the page: a screen further, with the arrows a little"), typed=True),
    _line("intake", "Ctrl+A Ctrl+C", Phrase("keys", "On the page: choose all words, copy the chosen ones"), typed=True),
    _line("lookup", "Ctrl+1", Phrase("keys", "Only those due today")),
    _line("lookup", "Ctrl+2", Phrase("keys", "Only those overdue")),
    _line("lookup", "Ctrl+3", Phrase("keys", "Only those received today")),
    _line("lookup", "Ctrl+0", Phrase("keys", "All dossiers again")),
    _line("lookup", "Alt+Right Alt+Left", Phrase("keys", "Sort by the next column, or back; each from both ends")),
    _line("lookup", "Ctrl+A", Phrase("keys", "Choose all, in the list"), typed=True),
    _line("lookup", "Alt+1", Phrase("keys", "Hand over the chosen ones")),
    _line("lookup", "Alt+2", Phrase("keys", "Take the results of the chosen ones")),
    _line("lookup", "Alt+3", Phrase("keys", "Return the results of the chosen ones")),
    _line("lookup", "Ctrl+Shift+P", Phrase("keys", "Print all papers of the chosen ones, each once")),
    _line("lookup", "Ctrl+E", Phrase("keys", "Save the list as a spreadsheet")),
    _line("detail", "Alt+1 Alt+2 Alt+3", Phrase("keys", "The acts that are most likely now")),
    _line("detail", "Alt+0", Phrase("keys", "All other acts")),
    _line("detail", "F5 F6 F7 Shift+F7", Phrase("keys", "Scan into the dossier, on its page of scans")),
    _line("detail", "Ctrl+F5 Ctrl+F6 Ctrl+F7", Phrase("keys", "Scanner, camera, cover sheets, on its page of scans")),
    _line("detail", "Ctrl+J", Phrase("keys", "Hold what was read against the paper; there: the next doubtful field")),
    _line("detail", "Ctrl+Shift+P", Phrase("keys", "Print all papers of the dossier, each once")),
    _line("detail", "Ctrl+M Ctrl+R", Phrase("keys", "Put a page to another paper; turn it")),
    _line("detail", "Delete", Phrase("keys", "Take a page out, with a reason where it is in a document"), typed=True),
    _line("settings", "Ctrl+S", Phrase("keys", "Save the settings")),
    _line("feedback", "Ctrl+N", Phrase("keys", "New feedback")),
    _line("feedback", "F9", Phrase("keys", "Take it, answer it, note that it is public")),
    _line("feedback", "Alt+1 Alt+2 Alt+3", Phrase("keys", "For this office; pass it on; do not take it up")),
    _line("catalogue", "Ctrl+S", Phrase("keys", "Save the version")),
    _line("drawing", "Ctrl+O", Phrase("keys", "Open a form")),
    _line("drawing", "Ctrl+G", Phrase("keys", "Propose boxes")),
    _line("drawing", "Insert Delete", Phrase("keys", "On the page: a box more, a box less"), typed=True),
    _line("drawing", "Left Right Up Down", Phrase("keys", "Move the box; with Shift its size"), typed=True),
    _line("drawing", "Ctrl+T", Phrase("keys", "Try the form on scans")),
    _line("drawing", "Ctrl+S", Phrase("keys", "Save the form")),
    _line("reports", "Alt+Left Alt+Right", Phrase("keys", "The period before, the period after")),
    _line("reports", "F8", Phrase("keys", "Count the cash")),
    _line("reports", "Shift+F8", Phrase("keys", "Monthly evaluation, for who signs it off")),
    _line("reports", "Shift+F9", Phrase("keys", "Thresholds of reading, at the report of what was read")),
    _line("reports", "F9", Phrase("keys", "Keep the count; sign the evaluation off")),
)
"""In the order in which they stand on the sheet."""


def lines_of(screen: str) -> list[KeyLine]:
    """The keys of a screen, those of all screens last."""
    return [line for line in KEYS if line.screen == screen] + [line for line in KEYS if line.screen == EVERYWHERE]


def valid_now(window: QWidget) -> set[str]:
    """The keys that the window would act on now, in Qt's own words."""
    found: set[str] = set()
    for shortcut in window.findChildren(QShortcut):
        holder = shortcut.parent()
        if shortcut.isEnabled() and isinstance(holder, QWidget) and holder.isVisible():
            found |= _names(shortcut.keys())
    for action in window.findChildren(QAction):
        holder = action.parent()
        if action.isEnabled() and isinstance(holder, QWidget) and holder.isVisible():
            found |= _names(action.shortcuts())
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled():
            found |= _names([button.shortcut()])
    return found


def _names(keys: Sequence[QKeySequence]) -> set[str]:
    named = {key.toString(QKeySequence.SequenceFormat.PortableText) for key in keys}
    return named - {""}
