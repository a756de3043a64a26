"""`counter digitise -o`: an input is never written over, and what cannot be written is told before the work."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from counter_app.cli import main
from scanning import digitise as digitising
from scanning.digitise import digitise
from scanning.errors import NotWritable, WouldOverwrite
from tests.scanning.drawn_pictures import encoded, written_page

SCAN = encoded(written_page(100), "PDF", resolution=100)
Naming = Callable[[Path], Path]


def _relative(file: Path) -> Path:
    return Path(os.path.relpath(file))


def _roundabout(file: Path) -> Path:
    return file.parent / ".." / file.parent.name / file.name


def _symbolic(file: Path) -> Path:
    link = file.parent.parent / "liên kết.pdf"
    link.symlink_to(file)
    return link


def _hard(file: Path) -> Path:
    link = file.parent.parent / "tên khác.pdf"
    link.hardlink_to(file)
    return link


def _through_a_folder(file: Path) -> Path:
    link = file.parent.parent / "thư mục khác"
    link.symlink_to(file.parent)
    return link / file.name


@pytest.mark.parametrize("naming", [Path, _relative, _roundabout, _symbolic, _hard, _through_a_folder])
@pytest.mark.parametrize("as_folder", [False, True])
@pytest.mark.parametrize("option", ["-o", "--json"])
def test_an_input_is_never_written_over(
    tmp_path: Path, naming: Naming, as_folder: bool, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = tmp_path / "hồ sơ" / "đơn.pdf"
    scan.parent.mkdir()
    scan.write_bytes(SCAN)
    named = naming(scan)
    arguments = ["digitise", str(scan.parent if as_folder else scan), option, str(named)]
    if option == "--json":
        arguments += ["-o", str(tmp_path / "ra.pdf")]
    assert main(arguments) == 2
    assert str(named) in capsys.readouterr().err
    assert scan.read_bytes() == SCAN
    assert not (tmp_path / "ra.pdf").exists()


def test_two_results_do_not_go_into_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(SCAN)
    twice = ["-o", str(tmp_path / "ra.pdf"), "--json", str(tmp_path / "x" / ".." / "ra.pdf")]
    assert main(["digitise", str(tmp_path / "a.pdf"), *twice]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_result_beside_the_inputs_is_fine_the_first_time_only(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(SCAN)
    digitise([tmp_path], tmp_path / "ra.pdf", jobs=1)
    with pytest.raises(WouldOverwrite):
        digitise([tmp_path], tmp_path / "ra.pdf", jobs=1)


@pytest.mark.parametrize("place", ["tệp/ra.pdf", "tệp/sâu/hơn/ra.pdf", ".", "x" * 300 + ".pdf", "a\0.pdf"])
def test_what_cannot_be_written_is_told_before_anything_is_read(
    tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tệp").write_bytes(b"a file, not a folder")
    (tmp_path / "a.pdf").write_bytes(SCAN)
    monkeypatch.setattr(digitising, "Pipeline", None)  # it would fail as soon as it began
    with pytest.raises(NotWritable) as error:
        digitise([tmp_path / "a.pdf"], tmp_path / place)
    assert str(tmp_path / place) in error.value.sentence("en")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_device_is_not_replaced_by_a_pdf(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống.pdf")
    (tmp_path / "a.pdf").write_bytes(SCAN)
    with pytest.raises(NotWritable):
        digitise([tmp_path / "a.pdf"], tmp_path / "ống.pdf")


def test_a_disk_that_fills_up_costs_the_pdf_but_not_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device", str(path.parent / ".tmp1234.part"))

    monkeypatch.setattr(digitising, "write_durably", full)
    (tmp_path / "a.pdf").write_bytes(SCAN)
    output, report = tmp_path / "ra.pdf", tmp_path / "báo cáo" / "ra.json"
    assert main(["digitise", str(tmp_path / "a.pdf"), "-o", str(output), "--json", str(report), "--jobs", "1"]) == 1
    told = json.loads(report.read_text(encoding="utf-8"))
    assert told["pdf"] is None
    assert len(told["pages"]) == 1
    assert str(output) in told["errors"][0]["message"]
    assert ".part" not in capsys.readouterr().err
