"""What the desk has drawn, kept outside its database as well: an older database is known by it.

Two files say the same: `desk.drawn` among the desk's data, and `<folder>.drawn` beside the folder, for the day the
whole folder is gone or was put back as it was. Their first line names the desk and is plain, so that a desk is known
where even its key is lost. Every other line is one transaction, encrypted and authenticated with its number (AES-GCM
under a key of the store), so that none can be changed or moved; what one file lacks at its end is in the other.

A line is written after its commit and not fsynced: it survives the death of the program, not a power cut. What a power
cut can take is bounded: before a sequence is used, a line that reserves a block of them is fsynced in both files.
"""

from __future__ import annotations

import base64
import logging
import os
import secrets
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import Field, ValidationError

from counter_app.dossier.value import Value
from counter_app.durable import write_durably
from counter_app.store.faults import store_error

_log = logging.getLogger(__name__)
INSIDE = "desk.drawn"
BLOCK = 64
"""Sequences reserved at a time: one fsync of two files for so many entries."""
_DAYS = 4  # of which the highest dossier number is kept
_TAIL = 16_384  # bytes read at the end of a file to find its last line
_NONCE = 12
_APPENDING = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
_KEPT = 10_000  # lines that stay when a file has grown to twice as many
_LARGE = 8_000_000  # bytes after which a file is looked at for that


class Print(Value):
    """A print number that was drawn; `about` as the store writes a subject."""

    form: str
    about: str
    codes: tuple[str, ...]
    number: int


class Drawn(Value):
    """What had been drawn after one transaction, and what that transaction was.

    `sequence` and `hash` are of the desk's last entry, `prints` counts the print numbers drawn. `codes` and `receipts`
    are the highest numbers by day's prefix and by series; `running` are those of outgoing papers and registers' books
    that the transaction drew (`counter_app.store.lost_numbers`). Entries up to `reserved` may have been written though
    no line tells of them, unless the program `ended` in order.
    """

    sequence: int = 0
    hash: str = ""
    reserved: int = 0
    prints: int = 0
    codes: dict[str, int] = Field(default_factory=dict)
    receipts: dict[str, int] = Field(default_factory=dict)
    kind: str = ""
    dossier: str = ""
    at: str = ""
    printed: Print | None = None
    running: dict[str, int] = Field(default_factory=dict)
    ended: bool = False

    @property
    def unknown(self) -> int:
        """How many entries more there may have been than the line tells of, if a power cut took their lines."""
        return 0 if self.ended else max(self.reserved - self.sequence, 0)

    def with_code(self, prefix: str, number: int) -> dict[str, int]:
        """The codes with one more of that day; only the last few days are kept."""
        codes = self.codes | {prefix: max(number, self.codes.get(prefix, 0))}
        if len(codes) == len(self.codes):
            return codes
        return dict(sorted(codes.items(), key=lambda item: item[0][-7:])[-_DAYS:])


class _Head(Value):
    """The first line: whose numbers these are."""

    desk: str
    store: str
    version: int = 1


class _Line(Value):
    """A sealed line as it was found."""

    number: int
    drawn: Drawn


class Witness:
    """The two files of one store, for all its threads."""

    def __init__(self, folder: Path, head: _Head, key: bytes, former: bytes | None = None) -> None:
        self._folder = folder
        self._places = places(folder)
        self._head = head
        self._cipher = AESGCM(key)
        self._opening = [self._cipher, AESGCM(former)] if former else [self._cipher]
        self._lock = threading.Lock()
        self._number = 0
        self.last = Drawn()
        self.stopped = False
        """Whether nothing may be drawn any more until the store was rebuilt: another copy of it was used too."""

    @property
    def store(self) -> str:
        """The identity of the store it was made for."""
        return self._head.store

    @classmethod
    def make(cls, folder: Path, desk: str, store: str, key: bytes) -> Self:
        """Both files, new. Files of another desk that lie in their place are kept aside."""
        made = cls(folder, _Head(desk=desk, store=store), key)
        for place in places(folder):
            _put_aside(place)
        made._rewrite([])
        return made

    @classmethod
    def read(cls, folder: Path, head: _Head, key: bytes, former: bytes | None = None) -> Self | None:
        """What the files say, the further one first; None where neither can be read. The one behind is made alike.

        `former` opens lines of before, while the key is renewed.
        """
        found = cls(folder, head, key, former)
        lasts = {place: found._last(place) for place in places(folder)}
        known = {place: line for place, line in lasts.items() if line is not None}
        if not known:
            return None
        best = max(known, key=lambda place: known[place].number)
        found._number, found.last = known[best].number, known[best].drawn
        if len({line.number if line else -1 for line in lasts.values()}) > 1 or best.stat().st_size > _LARGE:
            lines = best.read_bytes().splitlines()[1:]
            found._rewrite(lines[-_KEPT:] if len(lines) > 2 * _KEPT else lines)
        return found

    def lines(self) -> Iterator[Drawn]:
        """Every transaction that is told of, the oldest first; what cannot be read is passed over."""
        for raw in self._best().read_bytes().splitlines()[1:]:
            if line := self._opened(raw):
                yield line.drawn

    def reserve(self, sequence: int) -> None:
        """Makes sure that `sequence` is known as one that may have been used. Raises StoreFault, by its kind."""
        if sequence <= self.last.reserved and not self.last.ended:
            return
        with self._lock:
            if sequence > self.last.reserved or self.last.ended:
                self._write(self._only(reserved=sequence + BLOCK - 1, ended=False), sync=True)

    def tell(self, change: Callable[[Drawn], Drawn]) -> None:
        """What was just committed, as the change it makes, which keeps or raises what is reserved. A disk that fails
        now is logged: the commit stands."""
        with self._lock:
            drawn = change(self.last)
            try:
                self._write(drawn, sync=False)
            except Exception as fault:  # noqa: BLE001 - what was committed is not failed for it
                _log.error("witness: %s", type(fault).__name__)
                self.last = drawn

    def settle(self, drawn: Drawn) -> None:
        """What the database holds is right from now on, whatever was told before it. Raises StoreFault."""
        with self._lock:
            self._write(drawn, sync=True)

    def seal_anew(self) -> None:
        """No line is left that the key of before opens."""
        with self._lock:
            found = map(self._opened, self._best().read_bytes().splitlines()[1:])
            self._rewrite([self._sealed(line.number, line.drawn).strip() for line in found if line])

    def end(self) -> None:
        """The program ends in order: nothing is drawn after this."""
        with self._lock:
            try:
                self._write(self._only(ended=True), sync=True)
            except Exception as fault:  # noqa: BLE001 - the files then say that there may be more, which is safe
                _log.error("witness: %s", type(fault).__name__)

    def _only(self, **changes: Any) -> Drawn:
        """What was drawn so far, without the transaction that was told last."""
        return self.last.model_copy(
            update={"kind": "", "dossier": "", "at": "", "printed": None, "running": {}} | changes
        )

    def _write(self, drawn: Drawn, *, sync: bool) -> None:
        self._number += 1
        raw = self._sealed(self._number, drawn)
        for place in self._places:
            try:
                self._append(place, raw, sync=sync)
            except OSError as fault:
                if place.parent == self._folder:
                    raise store_error(fault, self._folder, opened=True) from fault
                _log.warning("witness beside the folder: %s", type(fault).__name__)
        self.last = drawn

    def _append(self, place: Path, raw: bytes, *, sync: bool) -> None:
        try:
            handle = os.open(place, _APPENDING)
        except FileNotFoundError:  # somebody took it away meanwhile
            write_durably(place, self._head.model_dump_json().encode() + raw)
            return
        try:
            while raw:  # of a line that does not fit any more the system takes the first part, and says no error
                raw = raw[os.write(handle, raw) :]
            if sync:
                os.fsync(handle)
        finally:
            os.close(handle)

    def _rewrite(self, lines: list[bytes]) -> None:
        content = b"\n".join([self._head.model_dump_json().encode(), *lines])
        for place in self._places:
            if _head(place) not in (None, self._head):
                _put_aside(place)
            try:
                write_durably(place, content)
            except OSError as fault:
                if place.parent == self._folder:
                    raise store_error(fault, self._folder, opened=True) from fault
                _log.warning("witness beside the folder: %s", type(fault).__name__)

    def _best(self) -> Path:
        inside, beside = self._places
        return inside if inside.exists() else beside

    def _last(self, place: Path) -> _Line | None:
        """The last line that can be read; a file that holds none yet counts as line 0. None where it is not ours."""
        if _head(place) != self._head:
            return None
        with place.open("rb") as file:
            file.seek(max(os.fstat(file.fileno()).st_size - _TAIL, 0))
            tail = file.read().splitlines()
        for lines in (tail, place.read_bytes().splitlines()):
            for raw in reversed(lines):
                if line := self._opened(raw):
                    return line
        return _Line(number=0, drawn=Drawn())

    def _sealed(self, number: int, drawn: Drawn) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        plain = drawn.model_dump_json(exclude_defaults=True).encode()
        # the end of line goes first: what a power cut left unfinished spoils no other line
        return b"\n%d %s" % (number, base64.b64encode(nonce + self._cipher.encrypt(nonce, plain, self._place(number))))

    def _opened(self, raw: bytes) -> _Line | None:
        number, _, sealed = raw.partition(b" ")
        try:
            body, place = base64.b64decode(sealed, validate=True), self._place(int(number))
        except ValueError:  # the head, or a line a power cut tore
            return None
        for cipher in self._opening:
            try:
                plain = cipher.decrypt(body[:_NONCE], body[_NONCE:], place)
                return _Line(number=int(number), drawn=Drawn.from_json(plain))
            except (ValueError, InvalidTag, ValidationError):
                continue
        return None

    def _place(self, number: int) -> bytes:
        return f"{self._head.store} {number}".encode()


def places(folder: Path) -> tuple[Path, Path]:
    """Where the two files lie: in the folder, and beside it."""
    whole = folder.resolve()
    return folder / INSIDE, whole.with_name(f"{whole.name}.drawn")


def desk_known(folder: Path) -> str:
    """The desk whose numbers were drawn in `folder`, be its database there or not; "" where none was."""
    heads = (_head(place) for place in places(folder))
    return next((head.desk for head in heads if head), "")


def witness_of(folder: Path, desk: str, key: bytes, former: bytes | None = None) -> Witness | None:
    """The witness of this desk, with the store it was made for; None where there is none that can be read."""
    heads = dict.fromkeys(head for place in places(folder) if (head := _head(place)) and head.desk == desk)
    return next((found for head in heads if (found := Witness.read(folder, head, key, former))), None)


def forget_desk(folder: Path) -> None:
    """Takes the files away, of a desk that is thrown away on purpose."""
    for place in places(folder):
        place.unlink(missing_ok=True)


def _head(place: Path) -> _Head | None:
    try:
        with place.open("rb") as file:
            return _Head.from_json(file.readline(1000))
    except (OSError, ValidationError):
        return None


def _put_aside(place: Path) -> None:
    if place.exists():
        place.replace(place.with_name(f"{place.name}.{secrets.token_hex(3)}"))
