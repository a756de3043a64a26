"""The versions of the program at a desk, in the folder `program` beside its data.

Which one is in force stands in one small file that is replaced whole; a version's folder gets its name when all of it
is on the disk. So whatever breaks off, the version before or the new one runs. A new version comes into force when the
window closes after the day's work, or at the first start of a later day; it is given two starts to show its window, and
is left for the one before otherwise.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from pydantic import ConfigDict, Field, ValidationError

from counter_app.dossier.value import Value
from counter_app.durable import make_folder, move_into_place, sync_file, sync_folder, write_durably
from counter_app.updates.errors import UpdateDamaged, UpdateForged, UpdateNeedsInstaller
from counter_app.updates.offer import VERSION, Offer, is_newer

FOLDER = "program"
LOCK = "requirements.lock"
"""In a program's folder: which libraries it runs with."""
_STATE = "versions.json"
_STARTS = 2  # that a new version has to show its window
_ENTRY = "counter_app/__main__.py"
_LARGEST = 500_000_000  # bytes of an unpacked version
_SAYS_VERSION = re.compile(r'^__version__ = "([^"]+)"', re.MULTILINE)
_VERSION_OR_NONE = rf"{VERSION}|^$"


class State(Value):
    """`current` is in force ("" for the installed one), `previous` was before it, `ready` comes into force once the day
    on which it came, `ready_on`, is over. While `trying`, the current one has not shown its window yet in so many
    `starts`. `failed` never did. What a newer version wrote beside it is passed over: the installed one reads it, too.
    """

    model_config = ConfigDict(extra="ignore")

    current: str = Field(default="", pattern=_VERSION_OR_NONE)
    previous: str = Field(default="", pattern=_VERSION_OR_NONE)
    ready: str = Field(default="", pattern=_VERSION_OR_NONE)
    ready_on: date | None = None
    trying: bool = False
    starts: int = 0
    failed: tuple[str, ...] = ()
    went_back: bool = False


@dataclass(frozen=True)
class Versions:
    """Those of one data folder; `installed` is the version of the package, which is always there, and `libraries` the
    hash of the lock file its libraries were installed by."""

    data: Path
    installed: str
    libraries: str

    @property
    def folder(self) -> Path:
        return self.data / FOLDER

    @property
    def state(self) -> State:
        """As it was written last; a file that is gone or damaged means the installed version."""
        try:
            return State.from_json((self.folder / _STATE).read_bytes())
        except (OSError, ValidationError):
            return State()

    @property
    def newest(self) -> str:
        """The newest version that is here, in force or not yet."""
        state = self.state
        known = [version for version in (state.current, state.ready) if version]
        return max((self.installed, *known), key=lambda version: [int(part) for part in version.split(".")])

    def wants(self, offer: Offer) -> bool:
        """Whether it is newer than what is here and did not fail here before. Raises UpdateNeedsInstaller."""
        if not is_newer(offer.version, self.newest) or offer.version in self.state.failed:
            return False
        if offer.libraries != self.libraries:
            raise UpdateNeedsInstaller(version=offer.version)
        return True

    def part(self, offer: Offer) -> Path:
        """Where the package is written while it comes."""
        return self.folder / f".{offer.sha256}.part"

    def take_in(self, offer: Offer, today: date) -> None:
        """Unpacks the fetched package; it comes into force once `today` is over. Raises UpdateForged, UpdateDamaged,
        OSError (a full disk)."""
        part, new = self.part(offer), self.folder / f".new-{offer.version}"
        if _sha256(part) != offer.sha256:
            part.unlink()
            raise UpdateForged("another package")
        shutil.rmtree(new, ignore_errors=True)
        try:
            _unpack(part, new, offer.version)
        except (zipfile.BadZipFile, UpdateDamaged) as fault:
            shutil.rmtree(new, ignore_errors=True)
            raise UpdateDamaged(type(fault).__name__) from fault
        place = self._place(offer.version)
        self._delete(place)  # one that never came into force
        move_into_place(new, place)
        sync_folder(self.folder)
        self._write(self.state.model_copy(update={"ready": offer.version, "ready_on": today}))
        part.unlink()

    def install_at_close(self, *, day_is_over: bool) -> None:
        """What is ready is in force from the next start on, if nobody is served here any more today. Raises OSError."""
        state = self.state
        if day_is_over and state.ready and self._is_whole(state.ready):
            self._write(_put_in_force(state))

    def begin(self, today: date) -> Path | None:
        """The folder of the version to start now, None for the installed one: what got ready before today is; after its
        starts without a window the one before it. Raises OSError where that cannot be written down."""
        state = self.state
        waited = state.ready and not state.trying and (state.ready_on is None or state.ready_on < today)
        if waited and self._is_whole(state.ready):
            state = _put_in_force(state)
        if state.trying and state.starts >= _STARTS:
            failed = (*state.failed, state.current)
            state = State(current=state.previous, failed=failed, went_back=True)
            self._write(state)
        elif state.trying:
            self._write(state.model_copy(update={"starts": state.starts + 1}))
        return self.current()

    def current(self) -> Path | None:
        """The folder of the version in force; None for the installed one, which may be newer by now."""
        version = self.state.current
        usable = version and is_newer(version, self.installed) and self._is_whole(version)
        return self._place(version) if usable else None

    def waits(self, running: str) -> None:
        """A question of this version to a person shows, as for the password: until it is answered, the start is not
        counted, however often the program is clicked and given up there. Raises OSError."""
        self._recount(running, -1)

    def goes_on(self, running: str) -> None:
        """The question was answered: the start counts again. Raises OSError."""
        self._recount(running, 1)

    def _recount(self, running: str, starts: int) -> None:
        state = self._taken_back(running)
        if state.trying and running == state.current:
            self._write(state.model_copy(update={"starts": max(0, state.starts + starts)}))

    def _taken_back(self, running: str) -> State:
        """The state in which this version is tried still, if it was given up while it started: somebody clicked again
        and again, and it was slow."""
        state = self.state
        if not (state.went_back and running == state.failed[-1]):
            return state
        return State(
            current=running,
            previous=state.current,
            ready=state.ready,
            trying=True,
            starts=_STARTS,
            failed=state.failed[:-1],
        )

    def started(self, running: str) -> None:
        """The window of this version shows: it stays, if it is the one in force, and those nobody goes back to are
        deleted. Raises OSError."""
        state = self._taken_back(running)
        if state.trying and running == state.current:
            self._write(state.model_copy(update={"trying": False, "starts": 0}))
        kept = {f"v{version}" for version in (state.current, state.previous, state.ready) if version}
        for folder in self.folder.glob("v[0-9]*"):
            if folder.name not in kept:
                self._delete(folder)
        for left in self.folder.glob(".old-*"):
            shutil.rmtree(left, ignore_errors=True)

    def _place(self, version: str) -> Path:
        return self.folder / f"v{version}"

    def _delete(self, folder: Path) -> None:
        """It loses its name before its files: what breaks off leaves no half version under it. Raises OSError."""
        if folder.exists():
            aside = self.folder / f".old-{folder.name}"
            shutil.rmtree(aside, ignore_errors=True)
            move_into_place(folder, aside)
            shutil.rmtree(aside, ignore_errors=True)

    def _is_whole(self, version: str) -> bool:
        """A folder has its name only while everything is in it."""
        return (self._place(version) / _ENTRY).is_file()

    def _write(self, state: State) -> None:
        write_durably(self.folder / _STATE, state.model_dump_json().encode())


def _put_in_force(state: State) -> State:
    return State(current=state.ready, previous=state.current, trying=True, failed=state.failed)


def offer_of(package: Path, offices: tuple[str, ...] = (), hours: tuple[str, ...] = ()) -> Offer:
    """The offer of a program archive, as it stands in it. Raises UpdateDamaged, OSError."""
    try:
        with zipfile.ZipFile(package) as archive:
            said = _SAYS_VERSION.search(archive.read("counter_app/__init__.py").decode())
            lock = archive.read(LOCK)
    except (zipfile.BadZipFile, KeyError) as fault:
        raise UpdateDamaged(type(fault).__name__) from fault
    return Offer(
        version=said.group(1) if said else "",
        sha256=_sha256(package),
        size=package.stat().st_size,
        libraries=hashlib.sha256(lock).hexdigest(),
        offices=offices,
        hours=hours,
    )


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _unpack(package: Path, folder: Path, version: str) -> None:
    with zipfile.ZipFile(package) as archive:
        items = [item for item in archive.infolist() if not item.is_dir()]
        names = {item.filename for item in items}
        if _ENTRY not in names or sum(item.file_size for item in items) > _LARGEST or not all(map(_is_inside, names)):
            raise UpdateDamaged("names or sizes")
        said = _SAYS_VERSION.search(archive.read("counter_app/__init__.py").decode())
        if said is None or said.group(1) != version:
            raise UpdateDamaged("another version")
        for item in items:
            target = folder / item.filename
            make_folder(target.parent)
            target.write_bytes(archive.read(item))
            sync_file(target)
    for inner in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        sync_folder(inner)


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name
