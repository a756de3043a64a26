"""Files that nothing needs any more are deleted; the scan of a paper that serves two dossiers stays for the other."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.store.store import Store


def delete_unneeded(store: Store, names: Sequence[str]) -> list[str]:
    """Deletes those of the files that no page and no entry names; which."""
    if not names:
        return []
    needed = store.journal.names_files(names) | store.drafts.hold_files(names)
    gone = [name for name in names if name not in needed]
    for name in gone:
        store.files.delete(name)
    store.drafts.forget_given_up(gone)
    return gone
