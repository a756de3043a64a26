"""How sync stands, what to do, and the two things a clerk can do about it: send now, pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui import sync_words
from ui.background.sync_watch import SyncWatch
from ui.background.workplace import Workplace
from ui.theme import SPACE, icon

if TYPE_CHECKING:
    from counter_app.sync.status import SyncStatus


class SyncHead(QFrame):
    """The state in one line, the advice below it, then whatever else is not as it should be."""

    def __init__(self, workplace: Workplace, sync: SyncWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("floating")
        self._language, self._sync = workplace.language, sync
        self._address = workplace.desk.profile.server.url
        self.state, self.advice, self.problems = QLabel(), QLabel(), QLabel()
        self.contact, self.waits, self.sending = QLabel(), QLabel(), QLabel()
        for label in (self.state, self.advice, self.problems, self.contact, self.waits):
            label.setWordWrap(True)
        self.contact.setObjectName("quiet")
        self.progress = QProgressBar(textVisible=False)
        self.progress.setFixedHeight(8)
        self.progress.setMinimumWidth(180)
        self.now = QPushButton(icon("sync"), self.tr("Send now"))
        self.now.setToolTip(self.tr("Sends everything at once; files go this time without their hours and speed limit"))
        self.now.clicked.connect(self._send_now)
        self.pause = QPushButton()
        self.pause.clicked.connect(self._pause_or_go_on)
        for button in (self.now, self.pause):
            button.setEnabled(bool(self._address))
            button.setAutoDefault(False)
        self.code = QLineEdit(placeholderText=self.tr("New one-time code from the province"))
        self.code.setMaximumWidth(320)
        self.enrol = QPushButton(self.tr("Enrol with this code"))
        self.enrol.setAutoDefault(False)
        self.enrol.setEnabled(False)
        self.code.textChanged.connect(lambda text: self.enrol.setEnabled(bool(text.strip())))
        self.code.returnPressed.connect(self._enrol)
        self.enrol.clicked.connect(self._enrol)
        self._build()
        self.show_status(sync.status)

    def show_status(self, status: SyncStatus | None) -> None:
        """Shows where sync stands."""
        main = sync_words.state(status, self._language, has_server=bool(self._address))
        self.state.setText(f'<span style="color:{main.ink}">●</span> <b>{_safe(main.happened)}</b>')
        _say(self.advice, _safe(main.advice))
        others = [problem for problem in sync_words.problems(status, self._language) if problem != main]
        lines = [
            f'<span style="color:{other.ink}"><b>{_safe(other.happened)}</b></span> {_safe(other.advice)}'
            for other in others
        ]
        wanted = sync_words.wants_code(status)
        self.code.setVisible(wanted)
        self.enrol.setVisible(wanted)
        _say(self.problems, "<br>".join(lines))
        if self._address:  # without a server nothing waits for one
            _say(self.contact, _safe(sync_words.contact(status, self._address)))
            _say(self.waits, sync_words.waits(status) or (self.tr("Everything was sent.") if status else ""))
        else:
            _say(self.contact, "")
            _say(self.waits, "")
        _say(self.sending, sync_words.sending_text(status))
        sending = None if status is None or status.paused else status.sending
        self.progress.setVisible(sending is not None)
        if sending is not None:
            self.progress.setRange(0, 1000)
            self.progress.setValue(1000 * sending.there // max(sending.file.size, 1))
        self.pause.setText(self.tr("Go on") if self._sync.paused else self.tr("Pause"))
        self.pause.setToolTip("" if self._sync.paused else self.tr("Sends nothing until you go on"))

    def _enrol(self) -> None:
        if code := self.code.text().strip():
            self._sync.take_code(code)
            self.code.clear()
            self.contact.setText(self.tr("Trying now…"))

    def _send_now(self) -> None:
        self._sync.send_now()
        self.contact.setText(self.tr("Trying now…"))
        self.contact.show()

    def _pause_or_go_on(self) -> None:
        if self._sync.paused:
            self._sync.resume()
        else:
            self._sync.pause()

    def _build(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(SPACE // 2)
        typed = QHBoxLayout()
        typed.setSpacing(SPACE)
        typed.addWidget(self.code, 1)
        typed.addWidget(self.enrol)
        typed.addStretch(1)
        said.addWidget(self.state)
        said.addWidget(self.advice)
        said.addLayout(typed)
        said.addWidget(self.problems)
        said.addWidget(self.contact)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addLayout(said, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.now)
        buttons.addWidget(self.pause)
        buttons.addStretch()
        top.addLayout(buttons)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.sending)
        line.addWidget(self.progress)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(SPACE // 2)
        column.addLayout(top)
        column.addWidget(self.waits)
        column.addLayout(line)


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
