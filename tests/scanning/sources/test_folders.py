"""Folders with everything that lies about in folders: each file is done or named, nothing is waited for."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from counter_app.errors import CounterError
from scanning.errors import FileNotReadable, FileTooLarge, FolderTooLarge, NotAFile, NotAPicture, NothingToScan
from scanning.pages import RawPage
from scanning.sources import folders
from scanning.sources.files import pages_of
from scanning.sources.opening import MOST_BYTES
from tests.scanning.drawn_pictures import coloured_paper, encoded, heic

KINDS = {
    "trang 1.jpg": "JPEG",
    "trang 2.jfif": "JPEG",
    "trang 3.jpe": "JPEG",
    "trang 4.gif": "GIF",
    "trang 5.jp2": "JPEG2000",
    "trang 6.webp": "WEBP",
    "trang 7.avif": "AVIF",
    "trang 8.pcx": "PCX",
    "trang 9": "PNG",
    "trang 10.bin": "TIFF",
}


def told(paths: list[Path]) -> list[tuple[str, type]]:
    return [
        (page.source if isinstance(page, RawPage) else str(page.values["file"]), type(page)) for page in pages_of(paths)
    ]


def test_a_picture_is_known_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    for name, kind in KINDS.items():
        (tmp_path / name).write_bytes(encoded(coloured_paper(), kind))
    (tmp_path / "trang 11.heic").write_bytes(heic(coloured_paper()))
    assert told([tmp_path]) == [(name, RawPage) for name in [*KINDS, "trang 11.heic"]]


def test_what_is_no_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\3\4" + bytes(500))
    (tmp_path / "b.txt").write_text("ghi chú", encoding="utf-8")
    (tmp_path / "c.jpg").write_bytes(b"")
    (tmp_path / "d.png").write_bytes(encoded(coloured_paper(), "PNG"))
    assert told([tmp_path]) == [
        ("a.docx", NotAPicture),
        ("b.txt", NotAPicture),
        ("c.jpg", NotAPicture),
        ("d.png", RawPage),
    ]


def test_the_systems_own_files_are_passed_over(tmp_path: Path) -> None:
    for name in (
        "Thumbs.db",
        "thumbs.db",
        "desktop.ini",
        "Desktop.ini",
        ".DS_Store",
        "~$đơn.docx",
        ".ẩn.jpg",
        "ehthumbs.db",
    ):
        (tmp_path / name).write_bytes(b"x")
    for name in (".thumbnails", "__MACOSX", "@eaDir"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.jpg").write_bytes(b"x")
    assert told([tmp_path]) == [(tmp_path.name, NothingToScan)]
    assert told([tmp_path / "Thumbs.db"]) == [("Thumbs.db", NotAPicture)], "named by the clerk, it is tried"


def test_folders_in_folders_tell_where_a_file_lies(tmp_path: Path) -> None:
    for folder in ("hồ sơ 2", "hồ sơ 10/phụ lục"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.png").write_bytes(encoded(coloured_paper(), "PNG"))
    (tmp_path / "hồ sơ 10" / "b.png").write_bytes(b"x")
    assert told([tmp_path]) == [
        ("hồ sơ 2/a.png", RawPage),
        ("hồ sơ 10/b.png", NotAPicture),
        ("hồ sơ 10/phụ lục/a.png", RawPage),
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_pipes_sockets_devices_and_links_to_nowhere_are_named_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a pipe.jpg")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.fspath(tmp_path / "b"))
        (tmp_path / "c.png").symlink_to("/dev/zero")
        (tmp_path / "d.png").symlink_to("d.png")
        (tmp_path / "e.png").symlink_to("nowhere.png")
        (tmp_path / "f").symlink_to(tmp_path)
        (tmp_path / "g.png").write_bytes(encoded(coloured_paper(), "PNG"))
        expected = [
            ("a pipe.jpg", NotAFile),
            ("b", NotAFile),
            ("c.png", NotAFile),
            ("d.png", FileNotReadable),
            ("e.png", FileNotReadable),
            ("f", NotAFile),
            ("g.png", RawPage),
        ]
        assert told([tmp_path]) == expected
        assert told([tmp_path / "a pipe.jpg", tmp_path / "c.png"]) == [("a pipe.jpg", NotAFile), ("c.png", NotAFile)]


@pytest.mark.skipif(os.name == "nt", reason="needs rights to make links")
def test_a_link_to_another_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "kho").mkdir()
    (tmp_path / "kho" / "a.png").write_bytes(encoded(coloured_paper(), "PNG"))
    (tmp_path / "hồ sơ").mkdir()
    (tmp_path / "hồ sơ" / "liên kết").symlink_to(tmp_path / "kho")
    assert told([tmp_path / "hồ sơ"]) == [("liên kết/a.png", RawPage)]


@pytest.mark.skipif(os.name == "nt", reason="names of Windows are text")
def test_a_name_that_is_no_text_can_still_be_told(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/h\xe1 s\xbf.png"))
    path.write_bytes(b"x")
    (result,) = pages_of([tmp_path])
    assert isinstance(result, CounterError)
    result.sentence().encode("utf-8")


def test_a_file_of_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "phim.mp4").open("wb") as film:
        film.truncate(MOST_BYTES + 1)  # which takes no room on the disk
    assert told([tmp_path]) == [("phim.mp4", FileTooLarge)]


def test_names_no_system_allows_are_errors() -> None:
    assert told([Path("a\0b.png"), Path("x" * 5000)]) == [("a\0b.png", FileNotReadable), ("x" * 5000, FileNotReadable)]


def test_folders_deeper_than_anybody_files_are_named_and_what_is_beside_them_goes_on(tmp_path: Path) -> None:
    inside = tmp_path / "hồ sơ"
    (inside / "/".join("a" * 300)).mkdir(parents=True)
    (inside / "z.png").write_bytes(encoded(coloured_paper(), "PNG"))
    found = told([inside])
    assert [kind for _, kind in found] == [NotAFile, RawPage] and len(found[0][0]) <= 200


def test_more_files_than_any_archive_has_are_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MOST_FILES", 3)
    for number in range(5):
        (tmp_path / f"{number}.png").write_bytes(encoded(coloured_paper(), "PNG"))
    assert [kind for _, kind in told([tmp_path])] == [RawPage, RawPage, RawPage, FolderTooLarge]
