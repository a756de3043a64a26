"""What the province gives its desks to know: one zip of catalogue, agencies, calendar, rules and forms."""

from __future__ import annotations

import hashlib
import io
import logging
import shutil
import tempfile
import time
import zipfile
from pathlib import Path
from threading import Lock

from counter_app.knowledge import load_knowledge
from counter_app.procedures.catalogue_index import index_file
from counter_app.procedures.data_files import DataFault
from counter_app.procedures.province_package import INDEX, PARTS

_LOOK = 5.0  # seconds between looks at the folder
_log = logging.getLogger(__name__)


class KnowledgePackage:
    """The folder's files as one zip, checked as a desk would check them. A change with a fault in it is not served."""

    def __init__(self, folder: Path) -> None:
        """Raises DataFault where the folder is faulty now."""
        self._folder = folder
        self._lock = Lock()
        self._seen = _look(folder)
        self._looked = time.monotonic()
        self._content = _packed(folder)

    def current(self) -> tuple[bytes, str]:
        """The zip and its entity tag, which is the same on every server with the same files."""
        with self._lock:
            if time.monotonic() - self._looked > _LOOK:
                self._looked = time.monotonic()
                self._renew()
            return self._content, f'"{hashlib.sha256(self._content).hexdigest()[:32]}"'

    def _renew(self) -> None:
        seen = _look(self._folder)
        if seen == self._seen:
            return
        self._seen = seen
        try:
            self._content = _packed(self._folder)
        except (DataFault, OSError) as fault:
            _log.error("the knowledge is faulty; the last good one is served: %s", type(fault).__name__)


def _look(folder: Path) -> list[tuple[str, int, int]]:
    return [(name, path.stat().st_mtime_ns, path.stat().st_size) for name, path in _files(folder)]


def _files(folder: Path) -> list[tuple[str, Path]]:
    """The files by their names in the package: those that people write, and the index of what was imported."""
    named = [(f"{part}/{path.name}", path) for part in PARTS for path in sorted((folder / part).glob("*.toml"))]
    index = index_file(folder / "procedures")
    return [*named, (INDEX, index)] if index else named


def _packed(folder: Path) -> bytes:
    """Packs a copy, so that what is served is what was checked."""
    with tempfile.TemporaryDirectory() as beside:
        copy = Path(beside)
        for name, path in _files(folder):
            (copy / name).parent.mkdir(exist_ok=True)
            shutil.copyfile(path, copy / name)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, path in _files(copy):
                entry = zipfile.ZipInfo(name)  # its time is always the same
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
        if faults := load_knowledge(copy).faults:
            raise DataFault(faults=faults)
    return packed.getvalue()
