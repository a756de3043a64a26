"""Killed while passwords change and while the key of everything does: somebody who works there still opens the desk."""

from __future__ import annotations

from pathlib import Path

from counter_app.bench.desk import CLERK, draft
from counter_app.bench.faults.killed_desk import PROFILE, WORDS, Work
from counter_app.desk import receiving
from counter_app.desk.accounts import change_password, make_administrator, sign_in
from counter_app.desk.desk import Desk, open_desk
from counter_app.desk.store_key import keep_key_plain, lock_key, renew_key
from counter_app.errors import CounterError
from counter_app.store import renewal
from counter_app.store.key_file import unlocked
from counter_app.store.keys import KeyPlace, StoreKey, place_of

_HEAD, _PASSWORD = "Trần Thị Mẫu", "mật khẩu thứ nhất"
_CHOSEN = "passwords"  # a line each, before it is set
_DOSSIERS, _FILES = 3, 6


def _make(folder: Path, _: str) -> None:
    """A locked desk with dossiers and scans."""
    desk = open_desk(folder / "desk", PROFILE, CLERK)
    desk.store.backup_keys.set_passphrase(WORDS)
    make_administrator(desk, _HEAD, _PASSWORD, _PASSWORD)
    for number in range(_DOSSIERS):
        receiving.receive(desk, draft(desk, number).id)
    for number in range(_FILES):
        desk.store.files.put(bytes([number]) * 50_000, "image/png")
    desk.store.close()
    (folder / _CHOSEN).write_text(f"{_PASSWORD}\n", encoding="utf-8")


def _passwords(folder: Path) -> list[str]:
    """The last two that were chosen: one of them is in force, the newer first."""
    return (folder / _CHOSEN).read_text(encoding="utf-8").splitlines()[:-3:-1]


def _opened(folder: Path) -> Desk:
    """The desk, as whoever knows the last passwords opens it and signs in. Raises CounterError where nobody does."""
    failure = CounterError()
    for word in _passwords(folder):
        try:
            key = unlocked(folder / "desk", _HEAD, word) if _is_locked(folder) else None
        except CounterError as fault:
            failure = fault
            continue
        return _signed_in(folder, open_desk(folder / "desk", PROFILE, key=key))
    raise failure


def _is_locked(folder: Path) -> bool:
    return place_of(folder / "desk") is KeyPlace.WRAPPED


def _signed_in(folder: Path, desk: Desk) -> Desk:
    failure = CounterError()
    for word in _passwords(folder):
        try:
            return desk.of(sign_in(desk, _HEAD, word).clerk)
        except CounterError as fault:
            failure = fault
    desk.store.close()
    raise failure


def _change_passwords(folder: Path, seed: int) -> None:
    """One password after the other, the key plain and locked again between them."""
    desk = _opened(folder)
    password = next(word for word in _passwords(folder) if _is_right(desk, word))
    _choose(folder, password)  # one that a kill kept from coming into force is no longer among the last two
    for number in range(10_000):
        chosen = f"mật khẩu {seed} {number}"
        _choose(folder, chosen)
        change_password(desk, password, chosen, chosen)
        password = chosen
        keep_key_plain(desk)
        lock_key(desk, password)


def _choose(folder: Path, password: str) -> None:
    with (folder / _CHOSEN).open("a", encoding="utf-8") as said:
        said.write(f"{password}\n")


def _is_right(desk: Desk, password: str) -> bool:
    try:
        return bool(sign_in(desk, _HEAD, password))
    except CounterError:
        return False


def _renew(folder: Path, _: int) -> None:
    """One key after the other."""
    desk = _opened(folder)
    while True:
        key: StoreKey = renew_key(desk)
        desk = open_desk(folder / "desk", PROFILE, desk.clerk, key)
        renewal.finish(desk.store)


def _lost(folder: Path) -> int:
    """Whether nobody opens it any more, and what is not there or cannot be read."""
    try:
        desk = _opened(folder)
    except CounterError:
        return 1
    store = desk.store
    try:
        store.entries.check_own()
        whole = sum(len(store.files.get(name)) == 50_000 for name in store.files.names())
        return _DOSSIERS - len(store.find()) + _FILES - whole
    except CounterError:
        return 1
    finally:
        store.close()


KEY_WORKS = (
    Work("passwords", 100, 1.2, _change_passwords, _lost, _make),
    Work("renewal of the key", 100, 0.8, _renew, _lost, _make),
)
