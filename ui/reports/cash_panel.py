"""Counting the drawer at the end of the day, by notes: what lies there, what should, and why they differ."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk.cash_count import DifferenceUnexplained, count_cash, expected_cash
from counter_app.dossier.amounts import in_words
from counter_app.dossier.cash import NOTES, CashCount
from counter_app.dossier.clock import VIETNAM
from counter_app.errors import CounterError
from ui import words
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.theme import GREEN, RED, SPACE, dress, icon
from ui.widgets.labelled_field import LabelledField
from ui.widgets.number_box import NumberBox

_MOST = 9_999  # of one note
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CashPanel(QWidget):
    """A line a note, from the largest down; Enter goes to the next. `left` says that the clerk wants the reports back;
    `kept` that a count is on the day's report now. One that was left is gone on with."""

    left = Signal()
    kept = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.expected: int | None = None  # None until it was read
        self.back = QPushButton(icon("back"), self.tr("Back to the reports (Esc)"))
        self.back.setShortcut("Esc")
        self.back.clicked.connect(self.left)
        self.counts: dict[int, QSpinBox] = {}
        self._amounts: dict[int, QLabel] = {}
        self.counted, self.should, self.difference = QLabel(), QLabel(), QLabel()
        self.whose = ""  # whose drawer it is
        self._day: date | None = None  # of the count that is shown
        self._left: dict[tuple[str, date], tuple[dict[int, int], str]] = {}  # counts that others began this day
        self.title = QLabel()
        self.in_letters = QLabel()
        self.in_letters.setObjectName("quiet")
        self.in_letters.setWordWrap(True)
        self.why = QLineEdit()
        self.explanation = LabelledField(self.tr("Why it is more or less"), self.why, required=True)
        self.explanation.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.keep = QPushButton(self.tr("Keep the count (F9)"))
        self.keep.setObjectName("primary")
        self.keep.setShortcut("F9")
        self.keep.clicked.connect(self.keep_count)
        self.anew = QPushButton(self.tr("Count anew"))
        self.anew.clicked.connect(self._count_anew)
        self.before = QLabel()
        self.before.setObjectName("quiet")
        self.before.setWordWrap(True)
        self.why.installEventFilter(self)
        self.why.textEdited.connect(lambda _: self.explanation.set_error(""))
        self._build()

    def begin(self) -> None:
        """The clerk's count of today as it was left; what should be there is read anew."""
        desk = self._workplace.desk
        whose, day = desk.clerk.name, desk.now().astimezone(VIETNAM).date()
        if (whose, day) != (self.whose, self._day):
            if self._day is not None:
                self._left[self.whose, self._day] = self._typed
            self._left = {count: typed for count, typed in self._left.items() if count[1] == day}
            self._put(*self._left.pop((whose, day), ({}, "")))
        self.whose, self._day = whose, day
        self.title.setText(self.tr("Counting the cash of {clerk}").format(clerk=self.whose))
        self.explanation.set_error("")
        self.read()
        self._focus_first()

    @property
    def is_begun(self) -> bool:
        """Whether something was counted that is not kept yet."""
        counts, why = self._typed
        return any(counts.values()) or bool(why.strip())

    @property
    def _typed(self) -> tuple[dict[int, int], str]:
        return {note: box.value() for note, box in self.counts.items()}, self.why.text()

    def _put(self, counts: dict[int, int], why: str) -> None:
        for note, box in self.counts.items():
            box.setValue(counts.get(note, 0))
        self.why.setText(why)

    def _count_anew(self) -> None:
        self._put({}, "")
        self._focus_first()

    def _focus_first(self) -> None:
        self.counts[NOTES[0]].setFocus()
        self.counts[NOTES[0]].selectAll()

    def read(self) -> None:
        """Reads what should lie in the drawer, and the counts of today."""

        def work(progress: Progress) -> tuple[int, list[CashCount]]:
            desk = progress.desk
            today = desk.now().astimezone(VIETNAM).date()
            return expected_cash(desk, today), desk.store.cash_counts.between(today, today)

        self._workplace.tasks.submit(work, lambda found: self._show(*found), in_order=True)

    def keep_count(self) -> None:
        """Keeps the count; one that differs without a word why goes back to the clerk."""
        if not self.isVisible() or not self.keep.isEnabled():
            return
        counts, why = self._typed
        self.keep.setEnabled(False)

        def done(count: CashCount) -> None:
            self._put({}, "")
            self._workplace.messages.succeed(self.tr("The count is kept; it stands on the day's sheet."))
            self.kept.emit()

        def broken(failure: CounterError) -> None:
            self.keep.setEnabled(True)
            self.read()  # money may have been taken since
            if isinstance(failure, DifferenceUnexplained):
                self.explanation.show()
                self.explanation.set_error(failure.sentence(self._workplace.language))
                self.why.setFocus()
            else:
                self._workplace.messages.fail(failure)

        self._workplace.tasks.submit(
            lambda progress: count_cash(progress.desk, counts, why), done, broken, in_order=True
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            if watched is self.why:
                self.keep_count()
            else:
                self._go_on(watched)
            return True
        return False

    def _go_on(self, watched: QObject) -> None:
        """Enter in a count goes to the next note, after the last to why it differs, or to keeping it."""
        boxes = list(self.counts.values())
        place = next((place for place, box in enumerate(boxes) if box is watched), 0) + 1
        if place < len(boxes):
            boxes[place].setFocus()
            boxes[place].selectAll()
        else:
            (self.keep if self.explanation.isHidden() else self.why).setFocus()

    def _show(self, expected: int, earlier: list[CashCount]) -> None:
        self.expected = expected
        said = self.tr("{at}: {counted} counted, {difference} · {why}")
        self.before.setText(
            "\n".join(
                said.format(
                    at=f"{count.at.astimezone(VIETNAM):%H:%M}",
                    counted=words.money(count.counted),
                    difference=self._differs(count.difference),
                    why=count.explanation or "–",
                )
                for count in earlier
            )
        )
        self.keep.setEnabled(True)
        self._add_up()

    def _add_up(self) -> None:
        counted = sum(note * box.value() for note, box in self.counts.items())
        for note, box in self.counts.items():
            self._amounts[note].setText(words.money(note * box.value()) if box.value() else "–")
        self.counted.setText(words.money(counted))
        self.in_letters.setText(in_words(counted))
        if self.expected is None:
            return
        difference = counted - self.expected
        self.should.setText(words.money(self.expected))
        ink = RED if difference else GREEN
        dress(self.difference, f"color: @{ink.name}@; font-weight: 600;")
        self.difference.setText(self._differs(difference))
        self.explanation.setVisible(bool(difference))

    def _differs(self, difference: int) -> str:
        if not difference:
            return self.tr("fits")
        said = self.tr("{amount} too much") if difference > 0 else self.tr("{amount} missing")
        return said.format(amount=words.money(abs(difference)))

    def _build(self) -> None:
        self.title.setObjectName("title")
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        for row, note in enumerate(NOTES):
            self._add_note(grid, row, note)
        grid.setRowStretch(len(NOTES), 1)
        sums = QGridLayout()
        sums.setHorizontalSpacing(20)
        for row, (name, value) in enumerate(
            (
                (self.tr("Counted"), self.counted),
                (self.tr("By the receipts of today, less what was given back"), self.should),
                (self.tr("Difference"), self.difference),
            )
        ):
            value.setObjectName("subtitle")
            label = QLabel(name)
            label.setWordWrap(True)
            sums.addWidget(label, row, 0)
            sums.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
        sums.setColumnStretch(0, 1)
        right = QVBoxLayout()
        right.setSpacing(SPACE)
        right.addLayout(sums)
        right.addWidget(self.in_letters)
        right.addWidget(self.explanation)
        foot = QHBoxLayout()
        foot.addWidget(self.keep)
        foot.addWidget(self.anew)
        foot.addStretch()
        right.addLayout(foot)
        right.addWidget(self.before)
        right.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        scroll.setWidget(sheet)
        both = QHBoxLayout()
        both.setSpacing(3 * SPACE)
        both.addWidget(scroll, 2)
        both.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.title)
        layout.addLayout(both, 1)

    def _add_note(self, grid: QGridLayout, row: int, note: int) -> None:
        box = self.counts[note] = NumberBox(maximum=_MOST)
        box.setStyleSheet("QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }")
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setFixedWidth(80)
        box.setAccessibleName(self.tr("Notes of {note}").format(note=words.money(note)))
        box.valueChanged.connect(lambda _: self._add_up())
        box.installEventFilter(self)
        amount = self._amounts[note] = QLabel("–")
        grid.addWidget(QLabel(words.money(note)), row, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(box, row, 1)
        grid.addWidget(amount, row, 2, Qt.AlignmentFlag.AlignRight)
