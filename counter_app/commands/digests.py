"""`counter digests`: the signed days of this desk as a file to keep elsewhere, and the desk compared with it."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from counter_app.bounded_files import read_file
from counter_app.desk.desk import Desk
from counter_app.dossier.digest import DayDigest
from counter_app.dossier.value import Value
from counter_app.durable import write_durably
from counter_app.errors import CounterError, ExitStatus
from counter_app.language import translate
from counter_app.store.digests import HistoryRewritten

_LARGEST = 100_000_000  # bytes


class NoDigests(CounterError):
    """The file holds no day digests, or not this desk's."""

    what = "The file {file} holds no day digests of this desk, or somebody changed it."
    todo = "Take a file that ‘counter digests’ wrote on this desk."


class _Export(Value):
    """What the file holds."""

    desk: str
    digests: tuple[DayDigest, ...]


def export_digests(desk: Desk, file: Path) -> int:
    """Signs the days that are over and writes all digests to `file` (JSON), readable by its user only."""
    store = desk.store
    store.digests.close_days(desk.now())
    store.digests.check(-1)
    digests = tuple(store.digests.all())
    write_durably(file, _Export(desk=store.desk, digests=digests).model_dump_json(indent=1).encode())
    print(_say("{count} signed days were written to {file}.").format(count=len(digests), file=file.name))
    return ExitStatus.DONE


def check_digests(desk: Desk, file: Path) -> int:
    """Compares the desk's entries with a file of before. Raises NoDigests, HistoryRewritten."""
    try:
        export = _Export.from_json(read_file(file, _LARGEST))
    except ValidationError as fault:
        raise NoDigests(file=file.name) from fault
    if export.desk != desk.store.desk or not all(
        digest.is_signed() and digest.desk == export.desk for digest in export.digests
    ):
        raise NoDigests(file=file.name)
    for digest in export.digests:
        if desk.store.entries.seal(digest.last) != digest.head:
            raise HistoryRewritten(str(digest.last), day=f"{digest.day:%d/%m/%Y}")
    print(
        _say("The entries are those of all {count} days in {file}.").format(count=len(export.digests), file=file.name)
    )
    return ExitStatus.DONE


def _say(sentence: str) -> str:
    return translate("digests", sentence)
