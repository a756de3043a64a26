"""Papers that lie elsewhere: scanned at another desk of the office, or uploaded as a result by the province."""

from __future__ import annotations

from counter_app.config import Server
from counter_app.dossier.value import FileRef
from counter_app.store.files import FileMissing
from counter_app.store.store import Store
from counter_app.sync.client import ProvincialServer


def content_of(store: Store, server: Server, file: FileRef) -> bytes:
    """The file as it lies here; else the province's copy, which lies here from then on.

    Raises FileMissing where the province has not got it either, and what the line brings.
    """
    try:
        return store.files.get(file.sha256)
    except FileMissing:
        if not server.url:
            raise
    with ProvincialServer(server, store) as province:
        content = province.fetch(file.sha256, file.size)
    store.files.put(content, file.media_type)
    return content
