"""Files that nothing needs any more are deleted; the scan of a paper that serves two dossiers stays for the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counter_app.dossier.acts import ERASE
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.erasing import DataErased
from counter_app.store.store import Store


def delete_unneeded(store: Store, names: Sequence[str]) -> list[str]:
    """Deletes those of the files that no page and no entry names; which."""
    if not names:
        return []
    needed = store.entries.names_files(names) | store.drafts.hold_files(names)
    gone = [name for name in names if name not in needed]
    for name in gone:
        store.files.delete(name)
    store.drafts.forget_given_up(gone)
    return gone


def forget_erased(store: Store, came: Iterable[Entry]) -> None:
    """What other desks erased, or this one before its store was restored: the pages and files that lie here of it."""
    for entry in came:
        payload = entry.read() if entry.kind == ERASE.kind else None
        if isinstance(payload, DataErased):
            store.drafts.take_pages_out(entry.dossier)
            delete_unneeded(store, payload.files)
