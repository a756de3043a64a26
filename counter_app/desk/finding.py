"""Looking for dossiers and opening them: each look is noted with who looked (`counter_app.store.accesses`)."""

from __future__ import annotations

from counter_app.desk.desk import Desk
from counter_app.dossier.past import PastDossier
from counter_app.dossier.states import Status
from counter_app.store.accesses import Access, AccessKind
from counter_app.store.dossiers import EVERY, FoundDossier, Narrowed

MOST = 200
"""Dossiers that are found at the most."""


def find(desk: Desk, text: str, status: Status | None = None, narrowed: Narrowed = EVERY) -> list[FoundDossier]:
    """Dossiers by words, status and dates, newest first."""
    note(desk, AccessKind.SEARCHED, text)
    return desk.store.find(text, status=status, narrowed=narrowed, limit=MOST)


def find_in_conflict(desk: Desk, text: str, narrowed: Narrowed = EVERY) -> list[FoundDossier]:
    """Dossiers that wait for a contradiction to be settled."""
    note(desk, AccessKind.SEARCHED, text)
    return desk.store.find(text, in_conflict=True, narrowed=narrowed, limit=MOST)


def find_guidance(desk: Desk, text: str) -> list[FoundDossier]:
    """Who was answered before a receipt and has not come back."""
    note(desk, AccessKind.SEARCHED, text)
    return desk.store.find_guidance(text, MOST)


def find_past(desk: Desk, text: str) -> list[FoundDossier]:
    """Imported dossiers of the office's past; none without words."""
    note(desk, AccessKind.SEARCHED, text)
    return desk.store.past.find(text, MOST)


def past_dossier(desk: Desk, code: str) -> tuple[PastDossier, str] | None:
    """One of them with the file and line it came from; None where it was erased meanwhile."""
    note(desk, AccessKind.OPENED, code)
    return desk.store.past.get(code)


def note_paper_read(desk: Desk, code: str, component: str) -> None:
    """Notes that the clerk opens the digitised picture of a paper of that dossier (`reports.papers_used`)."""
    note(desk, AccessKind.READ, f"{code} {component}")


def find_all(desk: Desk, text: str, narrowed: Narrowed = EVERY) -> list[FoundDossier]:
    """All dossiers; where words were typed and nothing else is asked, who waits to come back stands before them, and
    the office's past behind them."""
    if not text.strip() or narrowed != EVERY:
        return find(desk, text, narrowed=narrowed)
    return [*find_guidance(desk, text), *find(desk, text, narrowed=narrowed), *find_past(desk, text)]


def note(desk: Desk, kind: AccessKind, subject: str) -> None:
    """Notes that the clerk looks at `subject`; looking at nobody in particular is no access."""
    subject = " ".join(subject.split())
    if subject:
        with desk.store.transaction():
            desk.store.accesses.add(Access(desk.now(), desk.clerk.name, kind, subject))
