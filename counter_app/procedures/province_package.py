"""The package of knowledge the province sends its desks: one zip, kept whole or not at all, unpacked to be read."""

from __future__ import annotations

import io
import logging
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from counter_app.dossier.clock import VIETNAM
from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.procedures.catalogue_index import replace_index

PARTS = ("procedures", "agencies", "deciding", "calendar", "rules", "forms", "processes", "reuse")
_PACKAGE = "package.zip"
_TAG = "package.etag"
INDEX = "procedures/catalogue.db"
"""The member that holds an index of procedures (`counter_app.procedures.catalogue_index`)."""
_FILE = re.compile(rf"({'|'.join(PARTS)})/[A-Za-z0-9_][A-Za-z0-9._-]{{0,100}}\.toml|{re.escape(INDEX)}")
_LARGEST = 64_000_000  # bytes, unpacked
_MOST = 10_000  # files
NO_ZIP = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError)
"""What zipfile raises of a damaged, cut off, encrypted or strangely packed archive."""
_log = logging.getLogger(__name__)


class PackageFaulty(CounterError):
    """The province's package is no package, or what is in it is wrong."""

    what = "The procedures and calendar that came from the province have a fault: {fault}"
    todo = "Tell the province; what was good before stays in force on this desk."

    @property
    def fault(self) -> str:
        """The first fault, with its file and line."""
        return str(self.values["fault"])


@contextmanager
def unpacked(folder: Path | None) -> Iterator[Path | None]:
    """The kept package as a folder of files; None where there is none, or none that can be read.

    Its index is not among them: it was unpacked for good when the package came.
    """
    if folder is None or not (folder / _PACKAGE).is_file():
        yield None
        return
    with tempfile.TemporaryDirectory() as beside:
        try:
            _unpack((folder / _PACKAGE).read_bytes(), Path(beside), index=False)
        except (OSError, PackageFaulty) as failure:
            _log.warning("the province's package cannot be read: %s", type(failure).__name__)
            yield None
            return
        yield Path(beside)


@contextmanager
def unpacked_bytes(package: bytes) -> Iterator[Path]:
    """A package as it came, as a folder of files. Raises PackageFaulty."""
    with tempfile.TemporaryDirectory() as beside:
        _unpack(package, Path(beside))
        yield Path(beside)


def keep_package(folder: Path, package: bytes, tag: str) -> None:
    """Keeps the package in the place of the one before; a crash in between costs fetching it again."""
    (folder / _TAG).unlink(missing_ok=True)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        index = archive.read(INDEX) if INDEX in archive.namelist() else None
    replace_index(folder / "procedures", index)
    write_durably(folder / _PACKAGE, package)
    write_durably(folder / _TAG, tag.encode())


def kept_tag(folder: Path) -> str:
    """The entity tag of the package that is kept; "" where there is none."""
    try:
        return (folder / _TAG).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def kept_since(folder: Path) -> datetime | None:
    """When the kept package came; None where there is none."""
    try:
        return datetime.fromtimestamp((folder / _PACKAGE).stat().st_mtime, VIETNAM)
    except OSError:
        return None


def _unpack(package: bytes, place: Path, *, index: bool = True) -> None:
    """Only plain files of the known folders; nothing of it ever leaves `place`. Raises PackageFaulty."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            members = archive.infolist()
            if len(members) > _MOST or sum(member.file_size for member in members) > _LARGEST:
                raise PackageFaulty("size", fault=_PACKAGE)
            for member in members:
                if not _FILE.fullmatch(member.filename):
                    raise PackageFaulty("names", fault=repr(member.filename[:80]))
                if member.filename == INDEX and not index:
                    continue
                with archive.open(member) as file:
                    content = file.read(member.file_size + 1)
                target = place / member.filename
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(content)
    except NO_ZIP as failure:
        raise PackageFaulty(type(failure).__name__, fault=_PACKAGE) from failure
