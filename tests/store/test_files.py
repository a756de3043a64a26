"""Scans as encrypted files."""

from __future__ import annotations

import hashlib
import os
import secrets

import pytest

from counter_app.store.files import DiskFails, FileDamaged, FileMissing
from counter_app.store.store import FILES, Store

SCAN = b"\x89PNG a page" * 1000


def test_a_file_is_named_by_its_content_and_comes_back(store: Store) -> None:
    kept = store.files.put(SCAN, "image/png")
    assert (kept.sha256, kept.size) == (hashlib.sha256(SCAN).hexdigest(), len(SCAN))
    assert store.files.get(kept.sha256) == SCAN


def test_the_same_page_twice_is_kept_once(store: Store) -> None:
    assert store.files.put(SCAN, "image/png") == store.files.put(SCAN, "image/png")
    assert len([path for path in (store.folder / FILES).rglob("*") if path.is_file()]) == 1


def test_a_damaged_file_is_noticed(store: Store) -> None:
    kept = store.files.put(SCAN, "image/png")
    path = store.folder / FILES / kept.sha256[:2] / kept.sha256
    sealed = bytearray(path.read_bytes())
    sealed[100] ^= 1
    path.write_bytes(bytes(sealed))
    with pytest.raises(FileDamaged):
        store.files.get(kept.sha256)


def test_a_file_put_in_the_place_of_another_is_noticed(store: Store) -> None:
    one, two = store.files.put(SCAN, "image/png"), store.files.put(SCAN[:-1], "image/png")
    (store.folder / FILES / one.sha256[:2] / one.sha256).write_bytes(
        (store.folder / FILES / two.sha256[:2] / two.sha256).read_bytes()
    )
    with pytest.raises(FileDamaged):
        store.files.get(one.sha256)


def test_a_file_that_is_elsewhere_is_said_to_be(store: Store) -> None:
    with pytest.raises(FileMissing):
        store.files.get("0" * 64)


def test_a_disk_that_takes_nothing_is_said_so_and_leaves_no_half_file(store: Store) -> None:
    name = hashlib.sha256(SCAN).hexdigest()
    (store.folder / FILES).mkdir(exist_ok=True)
    (store.folder / FILES / name[:2]).write_text("a file where the folder should be")
    with pytest.raises(DiskFails):
        store.files.put(SCAN, "image/png")
    assert list((store.folder / FILES).rglob("*.part")) == []


def test_any_piece_of_a_file_is_what_the_whole_has_there(store: Store) -> None:
    content = secrets.token_bytes(5000)
    kept = store.files.put(content, "application/pdf")
    with store.files.reading(kept.sha256) as file:
        assert (file.name, file.size) == (kept.sha256, 5000)
        for offset in (0, 1, 15, 16, 17, 4095, 4999, 5000, 6000):
            for size in (0, 1, 16, 33, 10_000):
                assert file.read(offset, size) == content[offset : offset + size]


def test_a_file_cut_short_on_the_disk_is_noticed_when_it_is_read_in_pieces(store: Store) -> None:
    kept = store.files.put(SCAN, "image/png")
    path = store.folder / FILES / kept.sha256[:2] / kept.sha256
    with store.files.reading(kept.sha256) as file:
        os.truncate(path, 500)
        with pytest.raises(FileDamaged):
            file.read(0, len(SCAN))
    path.write_bytes(b"CTR")
    with pytest.raises(FileDamaged), store.files.reading(kept.sha256):
        pass
    with pytest.raises(FileMissing), store.files.reading("0" * 64):
        pass
