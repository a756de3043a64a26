"""A field with its label above it and what is wrong below it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from counter_app.dossier.acts.act import lacking_field
from counter_app.errors import CounterError
from ui.widgets.elided_button import ElidedButton

_WIDEST = 2000  # pixels
_ERROR, _WARNING = "fieldError", "fieldWarning"


class LabelledField(QWidget):
    """Wraps an editor. An error, a warning, an offer takes room only while there is one."""

    offer_taken = Signal()

    def __init__(self, label: str, editor: QWidget, required: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._required = required
        self._offer: ElidedButton | None = None  # made when there is one
        self._label = QLabel()
        self._label.setObjectName("fieldLabel")
        self._label.setBuddy(editor)
        self._notes: dict[str, QLabel] = {}  # what is wrong or looks odd, made when something first does
        self.call(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        layout.addWidget(editor)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout.addStretch()

    def call(self, label: str) -> None:
        """Gives the field its name; another one where what is asked for depends on something."""
        self._label.setText(f"{label} *" if self._required else label)
        name = self.tr("{field}, required").format(field=label) if self._required else label
        self.editor.setAccessibleName(name)

    def error(self) -> str:
        """What is said to be wrong; "" for nothing."""
        return self._told(_ERROR)

    def warning(self) -> str:
        """What is said to look odd; "" for nothing."""
        return self._told(_WARNING)

    def set_error(self, sentence: str) -> None:
        """Says what is wrong and frames the editor; "" takes it back."""
        self._tell(_ERROR, sentence)
        state = "error" if sentence else ""
        if (self.editor.property("state") or "") != state:
            self.editor.setProperty("state", state)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)

    def set_lacking(self) -> None:
        """Says that what is asked for is not there, or cannot be read."""
        self.set_error(self.tr("Missing, or not right yet."))

    def set_warning(self, sentence: str) -> None:
        """Says what looks odd, without hindering anything; "" takes it back."""
        self._tell(_WARNING, sentence)

    def set_offer(self, text: str) -> None:
        """Offers another value below the field, that a click takes, or Ctrl+I in the field; "" takes it back."""
        if self._offer is None and text:
            self._offer = ElidedButton(_WIDEST)  # never wider than its column; the tooltip has all
            self._offer.setStyleSheet("text-align: left; padding: 0 2px;")
            self._offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no stop more on the way through the form
            self._offer.clicked.connect(self.offer_taken)
            key = QShortcut(QKeySequence("Ctrl+I"), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self._offer.click)
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.indexOf(self.editor) + 1, self._offer)
        if self._offer is not None:
            self._offer.setText(text)
            self._offer.setToolTip(text)
            self._offer.setVisible(bool(text))

    def offer(self) -> str:
        """What is offered; "" for nothing."""
        return self._offer.text() if self._offer is not None else ""

    def _told(self, note: str) -> str:
        return self._notes[note].text() if note in self._notes else ""

    def _tell(self, note: str, sentence: str) -> None:
        if sentence == self._told(note):
            return
        label = self._notes.get(note) or self._made(note)
        label.setText(sentence)
        label.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(" ".join(filter(None, (self.error(), self.warning()))))

    def _made(self, note: str) -> QLabel:
        """Its place is below the editor and what is offered: an error before what looks odd."""
        label = self._notes[note] = QLabel(self)
        label.setObjectName(note)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        above: QWidget = self._offer or self.editor
        if note == _WARNING:
            above = self._notes.get(_ERROR, above)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(above) + 1, label)
        return label


def show_lacking(fields: Mapping[str, LabelledField], failure: CounterError) -> bool:
    """Says at its field what an act lacks, and puts the cursor there; whether it has such a field."""
    lacking = lacking_field(failure)
    for name, field in fields.items():
        field.set_lacking() if name == lacking else field.set_error("")
    if lacking not in fields:
        return False
    fields[lacking].editor.setFocus(Qt.FocusReason.OtherFocusReason)
    return True
