"""The field that is verified now: its cut-out, enlarged, and right below it the input."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from counter_app.desk.desk import Desk
from counter_app.dossier.verifying import FieldRow, State
from scanning.fields.values import parse
from ui.theme import SPACE, dress
from ui.verify.states import SIGNS, named, said, whose
from ui.widgets.address_completer import AddressCompleter

_HEIGHT = 64  # pixels of the cut-out
_LARGEST = 3.0  # times its own size
_LEADING_ON = frozenset(
    {
        *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
        *(Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
    }
)
_WITHOUT_RULE = frozenset({"", "text", "address", "agency"})
"""Kinds of which whatever a clerk types holds: no rule says more, or a list of places that is not waited for."""


class CutOut(QWidget):
    """Shows the place of a field as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setFixedHeight(_HEIGHT)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is shown."""
        return self._image.isNull()

    def show_image(self, image: QImage | None) -> None:
        """Shows another cut-out, or none."""
        self._image = image or QImage()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        largest = QSize(round(self._image.width() * _LARGEST), round(self._image.height() * _LARGEST))
        size = self._image.size().scaled(self.size().boundedTo(largest), Qt.AspectRatioMode.KeepAspectRatio)
        dense = size * self.devicePixelRatioF()
        drawn = self._image.scaled(
            dense, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(QRect(0, (self.height() - size.height()) // 2, size.width(), size.height()), drawn)
        painter.end()


class FieldEditor(QFrame):
    """Enter settles the field as it stands in the input, Ctrl+Enter the sure ones in view; the other keys lead on, and
    settle it where something was typed."""

    settled = Signal(str, str)  # what was typed, and what it means
    seen = Signal()
    step_wanted = Signal(int)  # a field down (1) or up (-1)
    paper_wanted = Signal(int)  # a paper on (1) or back (-1)
    next_wanted = Signal()  # the next field that asks
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("floating")
        self._row: FieldRow | None = None
        self._warned_of = self._known = ""
        self._told_of_blank = False
        self.name = QLabel()
        self.name.setObjectName("heading")
        self.state = QLabel()
        self.cut_out = CutOut()
        self.input = QLineEdit()
        self.input.setStyleSheet("QLineEdit { font-size: 13pt; }")
        self.accept = QPushButton(self.tr("Accept (Enter)"))
        self.accept.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cursor stays in the input
        self.accept.clicked.connect(lambda: self._settle())
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setObjectName("fieldWarning")
        self.hint.setMinimumHeight(2 * self.hint.fontMetrics().lineSpacing())  # the list below stays where it is
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.input.textEdited.connect(lambda _: self.hint.clear())
        self.places = AddressCompleter(desk, self.input)
        self.places.setParent(self)  # the input would delete it where it has none
        popup = self.places.popup()
        assert popup is not None  # it is made when it is first asked for
        self._offered = popup
        popup.installEventFilter(self)
        self.input.installEventFilter(self)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        column.setSpacing(SPACE // 2)
        column.addLayout(head)
        column.addWidget(self.cut_out)
        typed = QHBoxLayout()
        typed.addWidget(self.input, 1)
        typed.addWidget(self.accept)
        column.addLayout(typed)
        column.addWidget(self.hint)

    def show_field(self, row: FieldRow, cut_out: QImage | None, known: str = "") -> None:
        """Shows another field, or the same one as it stands now; the cursor is in its input. `known`: what is known of
        the same person elsewhere, or what handwriting may say."""
        self._row, self._warned_of, self._told_of_blank = row, "", False
        self._known = "" if row.state is State.TWICE or known == row.value else known
        self.name.setText(" · ".join(filter(None, (whose(row.read), named(row.read)))))
        self.state.setText(said(row.state))
        dress(self.state, f"color: @{SIGNS[row.state].ink.name}@; font-weight: 600;")
        self.cut_out.show_image(cut_out)
        self.input.setText("" if row.state is State.TWICE else row.value)
        self.input.setAccessibleName(self.name.text())
        self._offered.hide()
        self.input.setCompleter(self.places if row.read.kind == "address" else None)  # type: ignore[arg-type]
        self.input.selectAll()
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        points = () if row.state is State.TWICE else row.read.points  # they say what was read
        self.hint.setText("\n".join(filter(None, (self._about(row), *points, self._offer(row)))))

    def tell(self, contradictions: Sequence[str], meant: str) -> None:
        """What was typed goes with something else only if it is typed so on purpose: Enter once more keeps it. `meant`:
        what it may be meant to say."""
        assert self._row is not None
        self._known = meant
        keep = self.tr("Enter keeps it as it is typed.")
        told = " ".join((*contradictions, keep))
        self.hint.setText("\n".join(filter(None, (told, self._offer(self._row)))))

    def _offer(self, row: FieldRow) -> str:
        if not self._known:
            return ""
        if self._known == row.read.suggestion and not row.read.value:
            return self.tr("Perhaps written: {value} (Ctrl+I)").format(value=self._known)
        return self.tr("Known elsewhere: {value} (Ctrl+I)").format(value=self._known)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is not self.input:
            if not self._leads_past_places(event):
                return False
            self._offered.hide()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        next_wanted = control and event.key() == Qt.Key.Key_J
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.isAutoRepeat():
                pass  # a key that is held down has seen nothing
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if control:
                self.seen.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._settle()
            case Qt.Key.Key_I if control and self._known:
                self.input.setText(self._known)
                self.input.setModified(True)
            case _ if (event.key() in _LEADING_ON or next_wanted) and self._is_changed():
                self._settle(on_purpose=False)  # what was typed is not left behind
            case Qt.Key.Key_Down | Qt.Key.Key_Tab:
                self.step_wanted.emit(1)
            case Qt.Key.Key_Up | Qt.Key.Key_Backtab:
                self.step_wanted.emit(-1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self.paper_wanted.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
            case _ if next_wanted:
                self.next_wanted.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                return False
        return True

    def _is_changed(self) -> bool:
        had = self._row is not None and self._row.value
        return self.input.isModified() and bool(self.input.text().strip() or had)

    def _leads_past_places(self, event: QKeyEvent) -> bool:
        """Whether a key pressed while places are offered is for the field all the same: none of them is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return not self._offered.currentIndex().isValid()
        return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

    def _settle(self, *, on_purpose: bool = True) -> None:
        """What does not look like its kind is told; Enter again keeps it as it was typed, and no other key does."""
        if self._row is None:
            return
        typed = " ".join(self.input.text().split())
        read = self._row.read
        if typed == " ".join(self._row.value.split()) and typed:
            self.settled.emit(typed, read.normal if self._row.done is None else self._row.done.normal)
            return
        if not typed and self._row.state is State.TO_TYPE and read.expected and not self._told_of_blank:
            self._told_of_blank = True
            said = self.tr("The form has to have this, and something is written there. Enter says that nothing is.")
            self.hint.setText(said)
            return
        normal, holds = _meaning(read.kind, typed)
        if typed and not holds and not (on_purpose and self._warned_of == typed):
            self._warned_of = typed
            self.hint.setText(
                self.tr("This does not look like what stands in such a field. Enter keeps it as it is typed.")
            )
            return
        self.settled.emit(typed, normal)

    def _about(self, row: FieldRow) -> str:
        if row.keyed is not None:
            return self.tr("Not what was read: look at the paper and key it once more.")
        match row.state:
            case State.TWICE:
                return self.tr("Keyed without seeing what was read: type what stands on the paper.")
            case State.MISSING:
                return self.tr("The form has to have this. Type it, or Enter where nothing stands on the paper.")
            case State.TO_TYPE:
                return self.tr("It could not be read. Type it, or Enter where nothing stands on the paper.")
            case State.CORRECTED if row.read.value:
                return self.tr("Read: {value}").format(value=row.read.value)
        return ""


def _meaning(kind: str, typed: str) -> tuple[str, bool]:
    """What a typed value means, "" where it does not hold for its kind, and whether it does. A name is one by its
    capitals and letters: that another is more usual (Mai, not Mái) tells of misreading, not of typing."""
    if kind in _WITHOUT_RULE or not typed:
        return "", True
    found = parse(kind, typed.split())
    holds = found is not None and bool(found.text) and (found.valid or found.possible or kind == "name")
    return (found.normal, True) if found and holds else ("", False)
