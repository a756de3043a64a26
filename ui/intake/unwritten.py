"""What was typed and is not on the disk yet: written soon, and once more where the disk did not take it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.dossier.draft import Draft
from counter_app.errors import CounterError
from ui.background.tasks import Progress
from ui.background.workplace import Workplace

_SOON = 250  # milliseconds without a key; with the write itself well under half a second


class UnwrittenDrafts(QObject):
    """Each draft as it was typed last, until the disk has it so, whichever intake is on the screen by then."""

    due = Signal()  # nothing was typed for a moment

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = workplace.tasks
        self._drafts: dict[str, Draft] = {}
        self._on_their_way: dict[str, Draft] = {}
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.due)

    @property
    def ids(self) -> frozenset[str]:
        """Of which the disk may have less than was typed."""
        return frozenset(self._drafts)

    def typed(self, draft: Draft) -> None:
        """It is as it stands now, and to be written soon."""
        self._drafts[draft.id] = draft
        self._soon.start()

    def as_typed(self, draft: Draft) -> Draft:
        """The draft that lies on the disk, with what was typed since."""
        return self._drafts.get(draft.id, draft)

    def forget(self, draft_id: str) -> None:
        """It is no draft any more, or somebody else writes it."""
        self._drafts.pop(draft_id, None)

    def go_on(self) -> None:
        """What is typed meanwhile is to be written soon."""
        if self._drafts:
            self._soon.start()

    def not_taken(self, draft: Draft) -> None:
        """The disk did not take it: it is written with whatever is written next. No timer, which would only tell the
        clerk the same again and again."""
        self._drafts.setdefault(draft.id, draft)

    def write(self, but: str = "") -> None:
        """All of them but one, in the order of what the clerk does. What the disk does not take is told."""
        self._soon.stop()
        for draft in self._drafts.values():
            if draft.id != but and self._on_their_way.get(draft.id) is not draft:
                self._on_their_way[draft.id] = draft
                self._write(draft)

    def _write(self, draft: Draft) -> None:
        def work(progress: Progress) -> None:
            progress.desk.keep_draft(draft)

        def arrived() -> None:
            if self._on_their_way.get(draft.id) is draft:
                del self._on_their_way[draft.id]

        def done(_: None) -> None:
            arrived()
            if self._drafts.get(draft.id) is draft:
                del self._drafts[draft.id]

        def broken(failure: CounterError) -> None:
            arrived()
            self._tasks.failed.emit(failure)

        self._tasks.submit(work, done, broken, in_order=True, about=draft.id)
