"""Drawing a form on the screen: open it, draw or propose boxes, name their fields, try on scans, save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk.catalogue import refuse_unless_theirs
from counter_app.dossier.identity import Card
from counter_app.dossier.pages import Box
from counter_app.errors import CounterError
from counter_app.procedures.data_files import DataFault
from scanning.fields.drawing import DrawnField, DrawnForm, label_before, name_of_paper, proposed, reopened
from scanning.fields.drawn_files import as_template, drawn_forms, keep_form, remove_form
from scanning.fields.headings import title_on
from scanning.fields.papers import fields_of, papers_of
from scanning.fields.templates import Forms, Template, folder_in, forms_of
from scanning.fields.titles import classify, known_papers
from scanning.pages import ReadPage
from ui.background.changes import DossiersChanged
from ui.background.page_work import ReadFile
from ui.background.workplace import Workplace
from ui.drawing.box_editor import BoxEditor, narrow_choice
from ui.drawing.canvas import Canvas, ShownBox
from ui.drawing.saved import SavedForms
from ui.drawing.trial import MOST, Trial, TriedScan
from ui.theme import SPACE
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_choice import choose_file, choose_files
from ui.widgets.lazy_screen import Slices
from ui.widgets.tab_room import tab_room

_PICTURES = "*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.heic"
_SIDE = 520  # pixels: the boxes beside the page


class DrawingPage(QWidget):
    """The page at the left; its boxes, the try and the saved forms at the right."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._folder = folder_in(workplace.desk.knowledge.own)
        self._pages: tuple[ReadPage, ...] = ()
        self._page = 0
        self._fields: tuple[DrawnField, ...] = ()
        self._saved_fields: tuple[DrawnField, ...] = ()
        self._chosen: int | None = None
        self._scans: tuple[ReadFile, ...] = ()
        self._asked_for: Path | None = None  # a form, while another one is drawn and not saved
        self._busy = False
        self._on_canvas: ReadPage | None = None
        self._both = QSplitter(Qt.Orientation.Horizontal, self)
        self._left = QStackedWidget(self._both)
        self.canvas = Canvas(self._left)
        self._side = QWidget(self._both)
        self.tabs = QTabWidget(self._side)
        self.open = QPushButton(self.tr("Open a form… (Ctrl+O)"))
        self.propose = QPushButton(self.tr("Propose boxes (Ctrl+G)"))
        self.save = QPushButton(self.tr("Save the form (Ctrl+S)"))
        self.save.setObjectName("primary")
        self.name = QLineEdit()
        self.form_title = QLineEdit()
        self.paper = ChoiceBox()
        narrow_choice(self.paper)
        self.paper.addItem(self.tr("A form of our own"), "")
        for paper, title in known_papers():
            self.paper.addItem(title, paper)
        self.back = _arrow(Qt.ArrowType.LeftArrow, self.tr("Page before"))
        self.next = _arrow(Qt.ArrowType.RightArrow, self.tr("Next page"))
        self.which = QLabel()
        self.empty = EmptyState(
            self.tr("Draw a form once, and it is read from then on"),
            self.tr(
                "Open a blank or filled form as a scan or PDF, draw a box where each answer stands and choose its "
                "field. Then try it on five scans and save it."
            ),
            "checklist",
            action=self.tr("Open a form… (Ctrl+O)"),
        )

    def make_rest(self) -> Slices[None]:
        """What stands in its tabs; nobody comes here before the last is there."""
        room = tab_room(self.tabs)
        self.boxes = BoxEditor(room)
        yield
        self.trial, self.saved = Trial(room), SavedForms(self._workplace.language, room)
        yield
        self._connect()
        self._build()
        self._show()

    @property
    def is_edited(self) -> bool:
        """Whether boxes are drawn that are not saved."""
        return self._fields != self._saved_fields

    def enter(self) -> None:
        """The administrator came here: as it was left."""
        self._show_saved()
        (self.canvas if self._pages else self.empty.button).setFocus()

    def print_paper(self) -> None:
        """Nothing: a form that is being drawn is not printed."""

    def take_card(self, card: Card) -> bool:
        """No: a form is about nobody."""
        return False

    def take_code(self, code: str) -> bool:
        """No: a form is about no dossier."""
        return False

    def take_change(self, change: DossiersChanged) -> None:
        """Nothing: no dossier is shown here."""

    @property
    def form(self) -> DrawnForm:
        """The form as it was drawn so far."""
        name, title = self.name.text().strip(), self.form_title.text().strip()
        paper = self.paper.currentData() or name_of_paper(name or title)
        return DrawnForm(name or title, title, paper, self._fields)

    def choose_form(self) -> None:
        """Asks for the file of a form."""
        if name := choose_file(self, self.tr("A blank or filled form"), self._kinds()):
            self.open_form(Path(name))

    def open_form(self, path: Path) -> None:
        """Reads a form; its boxes are there again where it was drawn before. Boxes that are not saved are lost only to
        whoever asks for it once more."""
        if self.is_edited and self._asked_for != path:
            self._asked_for = path
            said = self.tr("The drawn boxes are not saved: save them, or open the other form once more.")
            self._workplace.messages.inform(said)
            return
        self._asked_for = None

        def done(read: tuple[ReadFile, ...]) -> None:
            self._set_busy(False)
            pages = tuple(page for file in read for page in file.pages if not page.left_out)
            if pages:
                self._begin(pages, path.stem)

        self._read([path], done)

    def choose_scans(self) -> None:
        """Asks for scans to try the form on."""
        if not self._pages:
            return
        self.tabs.setCurrentWidget(self.trial)
        if names := choose_files(self, self.tr("Up to five scans of this form"), self._kinds()):
            self.try_on([Path(name) for name in names[:MOST]])

    def try_on(self, paths: Sequence[Path]) -> None:
        """Reads the scans and shows what the form, as it is drawn now, finds on them."""
        self.tabs.setCurrentWidget(self.trial)
        self.trial.show_reading()

        def done(read: tuple[ReadFile, ...]) -> None:
            self._set_busy(False)
            self._scans = tuple(file for file in read if file.pages)
            self._try_again()

        self._read(list(paths), done)

    def propose_boxes(self) -> None:
        """A box behind each label of this page that has none yet."""
        if not self._pages:
            return
        used = {field.field for field in self._fields}
        new = [
            field if field.field not in used else replace(field, field="")
            for field in proposed(self._pages[self._page], self._page)
            if not any(_overlap(field.box, other.box) for other in self._fields if other.page == self._page)
        ]
        self._change((*self._fields, *new), len(self._fields) if new else self._chosen)

    def save_form(self) -> None:
        """Keeps the form among the office's: from now on it is recognised and read."""
        if not self._pages or self._folder is None:
            return
        try:
            refuse_unless_theirs(self._workplace.desk)
            keep_form(self._folder, self.form, self._pages)
        except CounterError as failure:
            self._workplace.messages.fail(failure)
            return
        self._saved_fields = self._fields
        for about in ("NoTitle", "NoFields", "FieldTwice", "FormNotKept", DataFault.__name__):
            self._workplace.messages.take_back(about)
        self._show_saved()
        saved = self.tr("Saved: {name}. Papers scanned from now on are read by it.").format(name=self.form.name)
        unnamed = sum(not field.field for field in self._fields)
        left_out = self.tr("%n boxes without a field are not in it.", "", unnamed) if unnamed else ""
        self._workplace.messages.succeed(f"{saved} {left_out}".rstrip())

    def _begin(self, pages: tuple[ReadPage, ...], name: str) -> None:
        self._pages, self._page, self._scans = pages, 0, ()
        drawn = self._drawn_before(pages)
        if drawn is not None:
            self.name.setText(drawn.name)
            self.form_title.setText(drawn.titles[0] if drawn.titles else title_on(pages[0]))
        else:
            self.name.setText("")
            self.form_title.setText(title_on(pages[0]))
        known = drawn.paper if drawn else classify(pages[0].text).paper
        self.paper.setCurrentIndex(max(0, self.paper.findData(known)))
        self.name.setPlaceholderText(self.form_title.text() or name)
        self._saved_fields = reopened(drawn, pages) if drawn else ()
        self._change(self._saved_fields, None)
        self.tabs.setCurrentWidget(self.boxes)
        self.canvas.setFocus()
        self._try_again()

    def _drawn_before(self, pages: Sequence[ReadPage]) -> Template | None:
        if self._folder is None:
            return None
        papers = papers_of(pages, forms_of(self._folder))
        paper = papers[0].known_as.paper if papers else ""
        return next(iter(drawn_forms(self._folder).of(paper)), None)

    def _draw(self, box: Box) -> None:
        others = [field.box for field in self._fields if field.page == self._page]
        label = label_before(self._pages[self._page], box, others)
        self._change((*self._fields, DrawnField(self._page, box, label)), len(self._fields))
        self.boxes.name_the_box()

    def _place(self, number: int, box: Box) -> None:
        """A box was moved: its label is read anew, unless somebody typed another."""
        field = self._fields[number]
        page = self._pages[field.page]
        others = [other.box for at, other in enumerate(self._fields) if other.page == field.page and at != number]
        typed = field.label and field.label != label_before(page, field.box, others)
        label = field.label if typed else label_before(page, box, others)
        self._take(number, replace(field, box=box, label=label))

    def _take(self, number: int, field: DrawnField) -> None:
        fields = list(self._fields)
        fields[number] = field
        self._change(tuple(fields), number)

    def _remove(self, number: int) -> None:
        fields = tuple(field for at, field in enumerate(self._fields) if at != number)
        self._change(fields, min(number, len(fields) - 1) if fields else None)

    def _change(self, fields: tuple[DrawnField, ...], chosen: int | None) -> None:
        self._fields = fields
        self._choose(chosen)

    def _choose(self, number: int | None) -> None:
        self._chosen = number
        if number is not None:
            self._page = self._fields[number].page
        self._show()

    def _turn(self, by: int) -> None:
        self._page = min(max(0, self._page + by), len(self._pages) - 1)
        self._chosen = None
        self._show()

    def _show(self) -> None:
        there = bool(self._pages)
        self._left.setCurrentIndex(1 if there else 0)
        for part in (self.propose, self.save, self.trial.choose, self.name, self.form_title, self.paper):
            part.setEnabled(there and not self._busy)
        self.open.setEnabled(not self._busy)
        self.boxes.show_boxes(self._fields, self._chosen)
        self.tabs.setTabText(0, self.tr("Boxes ({count})").format(count=len(self._fields)))
        several = len(self._pages) > 1
        for widget in (self.back, self.next, self.which):
            widget.setVisible(several)
        if not there:
            return
        page = self._pages[self._page]
        if page is not self._on_canvas:
            self._on_canvas = page
            self.canvas.show_page(page.sheet, page.dpi)
        here = [(at, field) for at, field in enumerate(self._fields) if field.page == self._page]
        self.canvas.show_boxes([ShownBox(at, field.box, bool(field.field)) for at, field in here], self._chosen)
        self.which.setText(self.tr("Page {number} of {all}").format(number=self._page + 1, all=len(self._pages)))
        self.back.setEnabled(self._page > 0)
        self.next.setEnabled(self._page + 1 < len(self._pages))

    def _show_saved(self) -> None:
        if self._folder is not None:
            self.saved.show_forms(drawn_forms(self._folder))

    def _try_again(self) -> None:
        """What the form finds on the scans that were read, as it is drawn now."""
        if not self._scans:
            self.trial.show_scans((), ())
            return
        try:
            template = as_template(self.form, self._pages)
        except CounterError as failure:
            self._workplace.messages.fail(failure)
            return
        others = [other for other in forms_of(self._folder).templates if other.name != template.name]
        forms = Forms((template, *others))
        self.trial.show_scans(template.fields, [_tried(scan, template, forms) for scan in self._scans])

    def _forget(self, name: str) -> None:
        assert self._folder is not None
        try:
            refuse_unless_theirs(self._workplace.desk)
            remove_form(self._folder, name)
        except CounterError as failure:
            self._workplace.messages.fail(failure)
            return
        self._show_saved()
        self._workplace.messages.succeed(self.tr("Deleted: {name}.").format(name=name))

    def _read(self, paths: list[Path], done: Callable[[tuple[ReadFile, ...]], None]) -> None:
        def broken(failure: CounterError) -> None:
            self._set_busy(False)
            self._workplace.messages.fail(failure)

        self._set_busy(True)
        self._workplace.pages.read_files(paths, done, broken)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.empty.button.setEnabled(not busy)
        self.open.setText(self.tr("Reading…") if busy else self.tr("Open a form… (Ctrl+O)"))
        self._show()

    def _kinds(self) -> str:
        return self.tr("Pictures and PDFs ({kinds})").format(kinds=_PICTURES)

    def _connect(self) -> None:
        self.canvas.drawn.connect(self._draw)
        self.canvas.chosen.connect(self._choose)
        self.canvas.changed.connect(self._place)
        self.canvas.removed.connect(self._remove)
        self.boxes.chosen.connect(self._choose)
        self.boxes.changed.connect(self._take)
        self.boxes.removed.connect(self._remove)
        self.saved.removal_wanted.connect(self._forget)
        self.tabs.currentChanged.connect(lambda _: self._try_again() if self._scans else None)
        self.empty.action_chosen.connect(self.choose_form)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        for button, key, act in (
            (self.open, "Ctrl+O", self.choose_form),
            (self.propose, "Ctrl+G", self.propose_boxes),
            (self.trial.choose, "Ctrl+T", self.choose_scans),
            (self.save, "Ctrl+S", self.save_form),
        ):
            button.clicked.connect(act)
            QShortcut(QKeySequence(key), self).activated.connect(button.click)

    def _build(self) -> None:
        title = QLabel(self.tr("Reading templates"))
        title.setObjectName("title")
        top = QHBoxLayout()
        top.addWidget(title, 1)
        for part in (self.back, self.which, self.next, self.open, self.propose, self.save):
            top.addWidget(part)
        about = QFormLayout()
        about.setSpacing(SPACE)
        about.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        about.addRow(self.tr("Printed title"), self.form_title)
        about.addRow(self.tr("Called"), self.name)
        about.addRow(self.tr("It is"), self.paper)
        self.tabs.addTab(self.boxes, "")
        self.tabs.addTab(self.trial, self.tr("Try"))
        self.tabs.addTab(self.saved, self.tr("Saved forms"))
        right = QVBoxLayout(self._side)
        right.setContentsMargins(SPACE, 0, 0, 0)
        right.addLayout(about)
        right.addWidget(self.tabs, 1)
        self._left.addWidget(self.empty)
        self._left.addWidget(self.canvas)
        both = self._both
        both.setChildrenCollapsible(False)
        both.addWidget(self._left)
        both.addWidget(self._side)
        both.setStretchFactor(0, 1)
        both.setSizes([_SIDE * 2, _SIDE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 8)
        layout.addLayout(top)
        layout.addWidget(both, 1)


def _tried(scan: ReadFile, template: Template, forms: Forms) -> TriedScan:
    papers = papers_of(scan.pages, forms)
    mine = [paper for paper in papers if paper.known_as.paper == template.paper]
    fields = {field.name: field for paper in mine for field in fields_of(paper, scan.pages, Forms((template,)))}
    return TriedScan(scan.name, bool(mine), fields)


def _overlap(one: Box, other: Box) -> bool:
    return all(one[side] < other[side] + other[side + 2] and other[side] < one[side] + one[side + 2] for side in (0, 1))


def _arrow(way: Qt.ArrowType, tip: str) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setArrowType(way)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
