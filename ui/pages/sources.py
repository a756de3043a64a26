"""Where the pages of a paper come from: the scanner, files, the camera; asked for by a key or a button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.background.feed import FeedState, ScanOrder
from ui.background.workplace import Workplace
from ui.pages.holder import PageHolder
from ui.pages.panel import PagesPanel
from ui.pages.scan_choice import remembered
from ui.widgets.file_choice import choose_files
from ui.widgets.fit import close_others

_PICTURES = "*.jpg *.jpeg *.jfif *.png *.tif *.tiff *.bmp *.gif *.webp *.heic *.heif *.avif *.jp2 *.pdf"
_ONLY_SHOWN = "a paper that is only shown"
"""What is said of it goes once the clerk insists."""


class PaperChoice(Protocol):
    """The list in which the clerk chooses the paper that is scanned."""

    @property
    def selected(self) -> SignalInstance: ...
    @property
    def scan_wanted(self) -> SignalInstance: ...
    @property
    def files_wanted(self) -> SignalInstance: ...
    def current_key(self) -> str: ...
    def select(self, key: str) -> None: ...


class PageSources(QObject):
    """Takes pages of the paper that is chosen, as long as the panel of its pages is on the screen."""

    def __init__(
        self, workplace: Workplace, holder: PageHolder, choice: PaperChoice, panel: PagesPanel, screen: QWidget
    ) -> None:
        """`screen` is what its keys belong to and its dialogs stand above."""
        super().__init__(screen)
        self._workplace = workplace
        self._holder = holder
        self._choice = choice
        self._panel = panel
        self._screen = screen
        self._photographed = ("", "")  # whose paper the camera was opened for last
        self._insisted = ("", "")  # draft and component of which a scan was asked for that the law does not want
        choice.selected.connect(self._forget_asking)
        choice.scan_wanted.connect(self.scan)
        choice.files_wanted.connect(self.choose_files)
        panel.scan_wanted.connect(self.scan)
        panel.files_wanted.connect(self.choose_files)
        panel.files_dropped.connect(self.add_files)
        panel.scanner_wanted.connect(self.choose_scanner)
        panel.camera_wanted.connect(self.open_camera)
        panel.covers_wanted.connect(self.open_covers)
        panel.note_wanted.connect(self.scan_note)
        panel.anew_wanted.connect(self.scan_anew)
        for key, act in (
            ("F5", self.scan),
            ("F6", self.choose_files),
            ("F7", self.scan_note),
            ("Shift+F7", self.scan_anew),
            ("Ctrl+F5", self.choose_scanner),
            ("Ctrl+F6", self.open_camera),
            ("Ctrl+F7", self.open_covers),
        ):
            action = QAction(screen)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, run=act: run())
            screen.addAction(action)

    def scan(self, key: str = "") -> None:
        """Scans the chosen component; asks for the scanner only if none was ever chosen. While it scans the same key
        goes on with the turned stack, or does nothing: a key pressed twice is one scan."""
        feed = self._workplace.pages.feed(self._holder.holder)
        if feed is not None and not feed.idle:
            if feed.state is FeedState.TURN:
                feed.go_on()
            return
        if not self._lets_scan(key or self._choice.current_key()):
            return
        order = remembered(self._workplace.settings)
        device = order.device or self._workplace.desk.profile.devices.scanner
        if not device:
            self.choose_scanner()
        else:
            self._scan(replace(order, device=device), key)

    def scan_note(self) -> None:
        """Scans the page on the screen once more, with the note attached to it."""
        self._scan_page(self.tr("Choose the page that has a note first, then press F7."), self._scan_note)

    def scan_anew(self) -> None:
        """Scans the page on the screen anew; the new picture takes its place."""
        self._scan_page(self.tr("Choose the page to be scanned anew first, then press Shift+F7."), self._scan_anew)

    def _scan_page(self, choose_first: str, scan: Callable[[ScanOrder], None]) -> None:
        if not self._panel.isVisible() or self._workplace.pages.feed(self._holder.holder) is not None:
            return
        if self._panel.current is None:
            self._workplace.messages.inform(choose_first)
            return
        order = remembered(self._workplace.settings)
        device = order.device or self._workplace.desk.profile.devices.scanner
        if device:
            scan(replace(order, device=device))
        else:
            self._ask_for_scanner(scan)

    def choose_scanner(self) -> None:
        """Opens the scanner dialog."""
        if self._panel.isVisible() and self._lets_scan(self._choice.current_key()):
            self._ask_for_scanner(lambda order: self._scan(order, ""))

    def _ask_for_scanner(self, then: Callable[[ScanOrder], None]) -> None:
        from ui.pages.scan_dialog import ScanDialog

        dialog = ScanDialog(self._workplace, self._screen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(then)
        dialog.open()

    def choose_files(self, key: str = "") -> None:
        """Asks for pictures and PDFs of the chosen component."""
        key = key or self._choice.current_key()
        if not key or not self._panel.isVisible() or not self._lets_scan(key):
            return
        title, kinds = self.tr("Pictures or PDFs of this paper"), self.tr("Pictures and PDFs ({kinds})")
        if names := choose_files(self._screen, title, kinds.format(kinds=_PICTURES)):
            self._add_files(key, [Path(name) for name in names])

    def add_files(self, key: str, paths: list[Path]) -> None:
        """Takes files as pages of a component."""
        if self._lets_scan(key):
            self._add_files(key, paths)

    def _add_files(self, key: str, paths: list[Path]) -> None:
        holder = self._holder
        self._choice.select(key)
        holder.keep()
        self._workplace.pages.add_files(holder.holder, key, paths, holder.component_keys, holder.not_scanned)

    def open_camera(self) -> None:
        """Takes pages of the chosen component with a document camera."""
        key = self._choice.current_key()
        if not key or not self._panel.isVisible() or not self._lets_scan(key):
            return
        from ui.pages.camera_dialog import CameraDialog

        about = self._holder.holder, key
        for dialog in self._screen.findChildren(CameraDialog):
            if dialog.isVisible() and self._photographed == about:
                dialog.raise_()
                dialog.activateWindow()
                return
        close_others(self._screen, CameraDialog)  # of another paper: there is one camera
        self._photographed = about
        self._holder.keep()
        dialog = CameraDialog(self._workplace, self._holder.papers.get(key, ""), self._screen)
        self._workplace.pages.take_photos(self._holder.holder, key, dialog.pages.pages)
        dialog.show()

    def open_covers(self) -> None:
        """Shows the cover and separator sheets of the procedure."""
        procedure = self._holder.covers
        if procedure is not None and self._panel.isVisible():
            from ui.pages.cover_dialog import CoverDialog

            close_others(self._screen, CoverDialog)
            dialog = CoverDialog(self._workplace, procedure, self._screen)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def _scan(self, order: ScanOrder, key: str) -> None:
        key = key or self._choice.current_key()
        holder = self._holder
        if key and self._panel.isVisible():
            self._choice.select(key)
            holder.keep()
            self._workplace.pages.scan(holder.holder, key, order, holder.component_keys, holder.not_scanned)

    def _scan_note(self, order: ScanOrder) -> None:
        page = self._panel.current
        if page is not None:
            base = page.note_of or page.id
            self._workplace.pages.scan(page.holder, page.component, order.once_more, note_of=base)

    def _scan_anew(self, order: ScanOrder) -> None:
        page = self._panel.current
        if page is not None and not page.document:
            self._workplace.pages.scan(page.holder, page.component, order.once_more, instead_of=page.id)

    def _lets_scan(self, key: str) -> bool:
        """A paper that is only shown is not scanned, unless the clerk insists: asks for it again."""
        if not self._holder.ready:
            return False  # a fresh intake, of which nothing is on disk yet
        wanted = (self._holder.holder, key)
        if not self._holder.only_shown(key) or self._holder.pages_of(key) or self._insisted == wanted:
            self._workplace.messages.take_back(_ONLY_SHOWN)
            return True
        self._insisted = wanted
        why = self.tr("This paper is only shown, not scanned (TT 03/2025/TT-VPCP art. 5.2): tick it once you saw it.")
        again = self.tr("If your office wants it scanned all the same, press the same key once more.")
        self._workplace.messages.inform(f"{why} {again}", _ONLY_SHOWN, for_a_while=True)
        return False

    def _forget_asking(self, key: str) -> None:
        if key != self._insisted[1]:
            self._insisted = ("", "")
