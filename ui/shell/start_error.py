"""What is shown when the program cannot start: what happened, what to do, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStyle, QVBoxLayout, QWidget

from counter_app.errors import CounterError


class StartErrorWindow(QWidget):
    """A plain window with one button."""

    def __init__(self, failure: CounterError, language: str) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("The Counter cannot start"))
        sign = QLabel()
        critical = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxCritical)
        sign.setPixmap(critical.pixmap(48, 48))
        self.happened = _paragraph(failure.happened(language), bold=True)
        self.advice = _paragraph(failure.advice(language))
        details = _paragraph(self.tr("For the technician: {details}").format(details=str(failure)))
        details.setEnabled(False)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)

        self.texts = texts = QVBoxLayout()
        for part in (self.happened, self.advice, details):
            texts.addWidget(part)
        texts.addStretch()
        texts.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(20)
        layout.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        self.setMinimumWidth(560)


def _paragraph(text: str, *, bold: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if bold:
        font = label.font()
        font.setBold(True)
        label.setFont(font)
    return label
