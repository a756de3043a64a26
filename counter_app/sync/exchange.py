"""Everything desk and province can exchange now, once: for the command line, the demo and the tests."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.store.store import Store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.rounds.bring_back import bring_back
from counter_app.sync.rounds.digests import anchor
from counter_app.sync.rounds.files import agree_on_files, send_files
from counter_app.sync.rounds.history import agree_on_history
from counter_app.sync.rounds.pull import pull
from counter_app.sync.rounds.push import push


def sync_once(
    store: Store,
    server: ProvincialServer,
    *,
    stopped: Callable[[], bool] = lambda: False,
    progress: Callable[[], None] = lambda: None,
) -> list[str]:
    """Where both stand first, then entries, then files one by one; the codes of changed dossiers.

    Raises the errors of `counter_app.sync.errors`; what was exchanged before stays exchanged.
    """
    agree_on_history(store, server)
    push(store, server, stopped, progress)
    anchor(store, server)
    changed = pull(store, server, stopped)
    bring_back(store, server, stopped)
    progress()
    agree_on_files(store, server)
    send_files(store, server, stopped, lambda *_: progress())
    return changed
