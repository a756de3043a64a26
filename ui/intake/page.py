"""Receiving a dossier on one screen: who, what, which papers, receive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from counter_app.dossier.identity import Card
from counter_app.dossier.model import Dossier
from counter_app.errors import CounterError
from ui import words
from ui.background.feed import ScanOrder
from ui.background.late import Late
from ui.background.workplace import Workplace
from ui.intake.applicant_panel import ApplicantPanel
from ui.intake.feed_bar import FeedBar
from ui.intake.intake import Intake, OpenDraft
from ui.intake.pages_panel import PagesPanel
from ui.intake.papers_panel import PapersPanel
from ui.intake.receive_bar import ReceiveBar
from ui.intake.scan_choice import remembered

if TYPE_CHECKING:
    from ui.intake.batch_panel import BatchPanel
    from ui.intake.batch_received import BatchReceived
    from ui.intake.received_view import ReceivedView

_PICTURES = "*.jpg *.jpeg *.jfif *.png *.tif *.tiff *.bmp *.gif *.webp *.heic *.heif *.avif *.jp2 *.pdf"


class IntakePage(QWidget):
    """The intake screen; after receiving it shows the receipt until the next dossier is begun."""

    received = Signal(object)  # Dossier, or the list of a batch
    money_taken = Signal()
    open_wanted = Signal(str)
    list_wanted = Signal(str)  # words to look for in the list of dossiers

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.intake = Intake(place, self)
        self.applicant = ApplicantPanel(self.intake)
        self.papers = PapersPanel(place, self.intake)
        self.pages = PagesPanel(place, self.intake)
        self.feed = FeedBar(place, self.intake)
        self.bar = ReceiveBar(place, self.intake)
        self._done = Late(self._make_done)
        self._batch = Late(self._make_batch)
        self._batch_done = Late(self._make_batch_done)
        self._insisted = ("", "")  # draft and component of which a scan was asked for that the law does not want
        self._form = QWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        for panel in (self.applicant, self.papers, self.pages):
            self._split.addWidget(panel)
        self._split.setChildrenCollapsible(False)
        for index, stretch in enumerate((1, 2, 4)):
            self._split.setStretchFactor(index, stretch)
        self._split.setSizes([272, 450, 548])
        form = QVBoxLayout(self._form)
        form.setContentsMargins(12, 4, 12, 8)
        form.addWidget(self._split, 1)
        form.addWidget(self.feed)
        form.addWidget(self.bar)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._form)
        self._connect()

    @property
    def done(self) -> ReceivedView:
        """What was received."""
        return self._done()

    @property
    def batch(self) -> BatchPanel:
        """The owners of many dossiers."""
        return self._batch()

    @property
    def batch_done(self) -> BatchReceived:
        """The dossiers of a batch that was received."""
        return self._batch_done()

    @property
    def at_receipt(self) -> bool:
        """Whether what was received is shown."""
        return self._stack.currentWidget() in (self._done.made, self._batch_done.made)

    @property
    def at_form(self) -> bool:
        """Whether one dossier is being filled in."""
        return self._stack.currentWidget() is self._form

    @property
    def at_batch(self) -> bool:
        """Whether the owners of many dossiers are being listed."""
        return self._stack.currentWidget() is self._batch.made

    def begin(self) -> None:
        """A fresh intake; what was typed so far stays in the list of open ones."""
        self._stack.setCurrentWidget(self._form)
        if not self.intake.empty:
            self.intake.begin()
        self.applicant.owner.focus("identity_number")

    def receive(self) -> None:
        """Receives, or goes to what is missing."""
        if self.at_receipt or not self.bar.button.isEnabled():
            return
        if self.at_batch:
            if self.batch.ready():
                self.intake.receive_batch()
                self.batch.refresh()
            return
        fault = self.bar.first_fault()
        if fault is not None:
            self.go_to(fault.field)
            self._mark(fault.field, words.say("draft", fault.sentence))
        else:
            self.intake.receive()
            self.bar.refresh()

    def go_to(self, field: str) -> None:
        """Puts the cursor where something is missing."""
        place, _, name = field.partition(".")
        if place in ("owner", "submitter"):
            self.applicant.focus(place, name)
        elif place == "procedure":
            self.papers.search.setFocus()
        elif place in ("exemption", "certified"):
            self.papers.costs.go_to(field)
        elif place == "owners":
            self.open_batch()
        elif place == "promised_on":
            self.bar.day.setFocus()
        elif place == "case":
            self.bar.case.setFocus()
        elif place == "channel":
            self.applicant.channel.setFocus()
        else:
            self.papers.checklist.setFocus()

    def read_card(self, card: Card) -> None:
        """Takes a card over, for the person whose fields are being filled."""
        if self.at_batch:
            self.batch.read_card(card)
            return
        if self.at_receipt:
            self.begin()
        self.intake.read_card(self.applicant.whose_card(card), card)

    def open_batch(self) -> None:
        """Lists the owners of many dossiers; what is filled in stays for all of them."""
        self._stack.setCurrentWidget(self.batch)
        self.batch.begin()

    def leave_batch(self, field: str = "") -> None:
        """Back to what the dossiers share; the owners stay listed."""
        self.batch.leave()
        self._stack.setCurrentWidget(self._form)
        if field:
            self.go_to(field)

    def scan(self, key: str = "") -> None:
        """Scans the chosen component; asks for the scanner only if none was ever chosen."""
        if not self._lets_scan(key or self.papers.checklist.current_key()):
            return
        order = remembered(self._place.settings)
        device = order.device or self._place.desk.profile.devices.scanner
        if not device:
            self.choose_scanner()
        else:
            self._scan(replace(order, device=device), key)

    def scan_note(self) -> None:
        """Scans the page on the screen once more, with the note attached to it."""
        page = self.pages.current
        if not self.at_form:
            return
        if page is None:
            self._place.messages.inform(self.tr("Choose the page that has a note first, then press F7."))
            return
        order = remembered(self._place.settings)
        device = order.device or self._place.desk.profile.devices.scanner
        if device:
            self._scan_note(replace(order, device=device))
        else:
            self._ask_for_scanner(self._scan_note)

    def choose_scanner(self) -> None:
        """Opens the scanner dialog."""
        if self._lets_scan(self.papers.checklist.current_key()):
            self._ask_for_scanner(lambda order: self._scan(order, ""))

    def _ask_for_scanner(self, then: Callable[[ScanOrder], None]) -> None:
        from ui.intake.scan_dialog import ScanDialog

        dialog = ScanDialog(self._place, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(then)
        dialog.open()

    def choose_files(self, key: str = "") -> None:
        """Asks for pictures and PDFs of the chosen component."""
        key = key or self.papers.checklist.current_key()
        if not key or not self.at_form or not self._lets_scan(key):
            return
        title, kinds = self.tr("Pictures or PDFs of this paper"), self.tr("Pictures and PDFs ({kinds})")
        names, _ = QFileDialog.getOpenFileNames(self, title, "", kinds.format(kinds=_PICTURES))
        if names:
            self._add_files(key, [Path(name) for name in names])

    def add_files(self, key: str, paths: list[Path]) -> None:
        """Takes files as pages of a component."""
        if self._lets_scan(key):
            self._add_files(key, paths)

    def _add_files(self, key: str, paths: list[Path]) -> None:
        intake = self.intake
        self.papers.checklist.select(key)
        intake.keep()
        self._place.pages.add_files(intake.draft.id, key, paths, intake.component_keys, intake.not_scanned)

    def open_camera(self) -> None:
        """Takes pages of the chosen component with a document camera."""
        key = self.papers.checklist.current_key()
        if not key or not self.at_form or not self._lets_scan(key):
            return
        from ui.intake.camera_dialog import CameraDialog

        rules = self.intake.procedure.components if self.intake.procedure else ()
        name = next((rule.name for rule in rules if rule.key == key), "")
        self.intake.keep()
        dialog = CameraDialog(self._place, name, self)
        self._place.pages.take_photos(self.intake.draft.id, key, dialog.pages.pages)
        dialog.show()

    def open_covers(self) -> None:
        """Shows the cover and separator sheets of the chosen procedure."""
        if self.intake.procedure is not None and self.at_form:
            from ui.intake.cover_dialog import CoverDialog

            dialog = CoverDialog(self._place, self.intake.procedure, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def print_paper(self) -> None:
        """Prints what is shown after receiving."""
        if self._stack.currentWidget() is self._done.made:
            self.done.papers.print_now()
        elif self._stack.currentWidget() is self._batch_done.made:
            self.batch_done.print_paper()

    def _scan(self, order: ScanOrder, key: str) -> None:
        key = key or self.papers.checklist.current_key()
        intake = self.intake
        if key and self.at_form:
            self.papers.checklist.select(key)
            intake.keep()
            self._place.pages.scan(intake.draft.id, key, order, intake.component_keys, intake.not_scanned)

    def _scan_note(self, order: ScanOrder) -> None:
        page = self.pages.current
        if page is not None:
            base = page.note_of or page.id
            self._place.pages.scan(page.holder, page.component, order.once_more, note_of=base)

    def _lets_scan(self, key: str) -> bool:
        """A paper that is only shown is not scanned, unless the clerk insists: asks for it again."""
        wanted = (self.intake.draft.id, key)
        if not self.intake.only_shown(key) or self.intake.pages_of(key) or self._insisted == wanted:
            return True
        self._insisted = wanted
        why = self.tr("This paper is only shown, not scanned (TT 03/2025/TT-VPCP art. 5.2): tick it once you saw it.")
        again = self.tr("If your office wants it scanned all the same, press the same key once more.")
        self._place.messages.inform(f"{why} {again}")
        return False

    def _forget_asking(self, key: str) -> None:
        if key != self._insisted[1]:
            self._insisted = ("", "")

    def _received(self, dossier: Dossier) -> None:
        self._stack.setCurrentWidget(self.done)
        self.done.show_dossier(dossier)
        self.received.emit(dossier)
        self.intake.begin()

    def _batch_received(self, dossiers: list[Dossier]) -> None:
        self._stack.setCurrentWidget(self.batch_done)
        self.batch_done.show_dossiers(dossiers)
        self.received.emit(dossiers)
        self.intake.begin()

    def _refused(self, failure: CounterError) -> None:
        self._place.messages.fail(failure)
        self.bar.refresh()
        if self._batch.made is not None:
            self._batch.made.refresh()

    def _restored(self, taken_up: OpenDraft) -> None:
        name = taken_up.draft.owner.name or self.tr("no name yet")
        sentence = self.tr("Going on with the intake that was not finished ({name}). F2 begins a new one.")
        self._place.messages.inform(sentence.format(name=name))

    def _mark(self, field: str, sentence: str) -> None:
        place, _, name = field.partition(".")
        if place in ("owner", "submitter"):
            self.applicant.show_fault(place, name, sentence)

    def _moved(self, key: str, count: int) -> None:
        sentence = self.tr("%n scanned pages were put to the first paper of this procedure; check them.", "", count)
        self._place.messages.inform(sentence)

    def _connect(self) -> None:
        self.intake.received.connect(self._received)
        self.intake.batch_received.connect(self._batch_received)
        self.intake.failed.connect(self._refused)
        self.intake.restored.connect(self._restored)
        self.intake.pages_moved.connect(self._moved)
        self.papers.checklist.selected.connect(self.pages.show_component)
        self.papers.checklist.selected.connect(self._forget_asking)
        for panel in (self.papers.checklist, self.pages):
            panel.scan_wanted.connect(self.scan)
            panel.files_wanted.connect(self.choose_files)
        self.pages.files_dropped.connect(self.add_files)
        self.pages.scanner_wanted.connect(self.choose_scanner)
        self.pages.camera_wanted.connect(self.open_camera)
        self.pages.covers_wanted.connect(self.open_covers)
        self.pages.note_wanted.connect(self.scan_note)
        self.bar.receive_wanted.connect(self.receive)
        self.bar.fault_chosen.connect(self.go_to)
        self.papers.batch_wanted.connect(self.open_batch)
        self.papers.costs.left.connect(self.bar.button.setFocus)

    def _make_done(self) -> ReceivedView:
        from ui.intake.received_view import ReceivedView

        view = ReceivedView(self._place)
        self._connect_received(view)
        return view

    def _make_batch(self) -> BatchPanel:
        from ui.intake.batch_panel import BatchPanel

        panel = BatchPanel(self._place, self.intake)
        panel.receive_wanted.connect(self.receive)
        panel.back_wanted.connect(self.leave_batch)
        panel.fault_chosen.connect(self.leave_batch)
        self._stack.addWidget(panel)
        return panel

    def _make_batch_done(self) -> BatchReceived:
        from ui.intake.batch_received import BatchReceived

        view = BatchReceived(self._place)
        view.list_wanted.connect(self.list_wanted)
        self._connect_received(view)
        return view

    def _connect_received(self, view: ReceivedView | BatchReceived) -> None:
        view.next_wanted.connect(self.begin)
        view.open_wanted.connect(self.open_wanted)
        view.banner.money.taken.connect(lambda _: self.money_taken.emit())
        self._stack.addWidget(view)
