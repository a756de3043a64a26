"""A form that is scrolled: wherever the cursor is put, its field is seen, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.labelled_field import LabelledField
from ui.widgets.scrolled_form import ScrolledForm


def test_what_is_wrong_with_the_last_field_is_seen_whole(qtbot: QtBot) -> None:
    """It was laid out below the edge, half cut, once the cursor stood in its field already."""
    inside = QWidget()
    layout = QVBoxLayout(inside)
    for name in ("Name", "Telephone", "Address"):
        layout.addWidget(LabelledField(name, QLineEdit()))
    text = QPlainTextEdit()
    text.setFixedHeight(90)
    last = LabelledField("What is said", text, required=True)
    layout.addWidget(last)
    form = ScrolledForm()
    form.setWidget(inside)
    qtbot.addWidget(form)
    form.resize(300, inside.sizeHint().height())
    form.show()
    qtbot.waitUntil(form.isVisible)
    form.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    last.set_lacking()

    def seen() -> bool:
        label = next(label for label in last.findChildren(QLabel) if label.text() == last.error())
        is_laid_out = label.y() >= text.y() + text.height()
        return is_laid_out and label.visibleRegion().boundingRect().height() >= label.height() > 0

    qtbot.waitUntil(seen)
