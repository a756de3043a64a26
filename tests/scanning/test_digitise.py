"""`counter digitise` from files to one PDF and what was read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from scanning.digitise import digitise

WornPages = dict[str, Any]


def test_good_pages_are_done_although_others_are_bad(worn_pages: WornPages, tmp_path: Path) -> None:
    folder = tmp_path / "giấy tờ"
    folder.mkdir()
    (folder / "1.jpg").write_bytes(worn_pages["upside down"].raw.data)
    (folder / "2.jpg").write_bytes(worn_pages["upright"].raw.data[:200_000])
    (folder / "3.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "4.jpg").write_bytes(worn_pages["turned 90"].raw.data)
    steps: list[tuple[int, int | None]] = []
    output = tmp_path / "kết quả" / "hồ sơ.pdf"
    result = digitise([folder], output, jobs=2, progress=lambda done, of: steps.append((done, of)))
    assert [(page["source"], page["rotation"]) for page in result["pages"]] == [("1.jpg", 180), ("4.jpg", 90)]
    assert [page["index"] for page in result["pages"]] == [0, 1]
    assert sorted(error["source"] for error in result["errors"]) == ["2.jpg", "3.pdf"]
    assert all(error["source"] in error["message"] for error in result["errors"])
    assert steps[-1] == (4, 4)
    assert result["pdf"] == str(output)
    document = pypdfium2.PdfDocument(output)
    assert len(document) == 2
    assert "Phan Thị Tuyết Nhung" in document[0].get_textpage().get_text_bounded()
    word = next(word for word in result["pages"][0]["words"] if word["text"] == "Nhung")
    assert set(word) == {"text", "confidence", "box"}
    assert 0 < word["box"][0] < result["pages"][0]["width"]
    assert json.loads(json.dumps(result)) == result
    assert [path.name for path in output.parent.iterdir()] == ["hồ sơ.pdf"], "no half file is left"


def test_nothing_good_leaves_no_pdf_and_an_older_one_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(b"nothing")
    output = tmp_path / "old.pdf"
    output.write_bytes(b"older")
    result = digitise([tmp_path / "x.jpg"], output, jobs=1)
    assert (result["pages"], result["pdf"], len(result["errors"])) == ([], None, 1)
    assert output.read_bytes() == b"older"


@pytest.mark.parametrize("missing", ["lao"])
def test_a_missing_language_is_one_error_a_page(worn_pages: WornPages, tmp_path: Path, missing: str) -> None:
    (tmp_path / "1.jpg").write_bytes(worn_pages["upright"].raw.data)
    result = digitise([tmp_path / "1.jpg"], tmp_path / "o.pdf", jobs=1, language=missing)
    assert result["pages"] == []
    assert "tesseract-ocr-lao" in result["errors"][0]["message"]
