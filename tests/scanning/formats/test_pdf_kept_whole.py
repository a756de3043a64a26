"""A digitally signed PDF is kept as the very bytes that came: saved anew, it would bear no signature any more."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pikepdf import Array, Dictionary, Name, String

from counter_app.dossier.pages import Signature, Treatment, page_number
from counter_app.errors import CounterError
from scanning.digitise import digitise
from scanning.errors import PdfPageBroken
from scanning.formats.pdf_whole import media_type_in_whole, taken_out
from scanning.page.decode import decode
from scanning.page.read_page import read_page
from scanning.pages import RawPage
from scanning.pipeline import pipeline as pipelines
from scanning.pipeline.pipeline import Pipeline
from scanning.sources.opening import pages_in
from tests.scanning.pdf_papers import Draft, draft, grey_sheet, line, scan_of, sign, signed_container

SIGNER = "Nguyễn Văn Mẫu"
TIME = String("D:20261124101500+07'00'")
SIGNED = (Signature(SIGNER, "2026-11-24T10:15:00+07:00"),)
WORDS = ("MOT MOT MOT TO KHAI MAU THU NHAT", "HAI HAI HAI GIAY MAU THU HAI", "BA BA BA DON MAU THU BA")


def letter() -> Draft:
    made = draft()
    for words in WORDS:
        made.add_page(line(words) + line("NOI DUNG THU NGHIEM CUA TRANG NAY", y=700))
    return sign(made, signed_container(SIGNER), M=TIME)


def raw_pages(data: bytes) -> list[RawPage]:
    pages = list(pages_in(data, "đơn.pdf"))
    assert not any(isinstance(page, CounterError) for page in pages)
    return [page for page in pages if isinstance(page, RawPage)]


def test_every_page_of_a_signed_file_carries_the_whole_file_untouched_and_only_once() -> None:
    data = b"From: a web server\r\n\r\n" + letter().data() + b"\nafter the end"
    pages = raw_pages(data)
    assert [page.media_type for page in pages] == [f"application/pdf; page={number}" for number in (1, 2, 3)]
    assert all(page.data is data for page in pages), "the same object, not one a page"
    assert {page.signatures for page in pages} == {SIGNED}


def test_an_unsigned_file_is_taken_apart_as_before() -> None:
    made = draft().add_page(line(WORDS[0])).add_page(line(WORDS[1]))
    waiting = made.annotate("Widget", (50, 50, 150, 90), FT=Name.Sig, T=String("ky"))
    pages = raw_pages(made.fields(waiting).data())
    assert [page.media_type for page in pages] == ["application/pdf"] * 2
    assert [taken_out(page) for page in pages] == pages


@pytest.mark.parametrize("number", [1, 2, 3])
def test_page_two_of_a_signed_file_is_page_two(number: int) -> None:
    page = raw_pages(letter().data())[number - 1]
    read = read_page(page)
    assert WORDS[number - 1] in read.text
    assert read.signatures == SIGNED


def test_a_signed_page_looks_as_it_did_when_it_was_saved_alone() -> None:
    made = letter()
    filled = made.annotate("Widget", (50, 300, 250, 330), FT=Name.Tx, T=String("ten"), V=String("VIET KHONG ANH"))
    filled.DA = String("/Helv 12 Tf 0 g")
    made.document.Root.AcroForm.Fields.append(filled)
    whole = raw_pages(made.data())[2]
    with_field = decode(whole).picture
    del made.document.Root.AcroForm.Fields[0]  # the signature
    alone = raw_pages(made.data())[2]
    assert alone.media_type == "application/pdf"
    assert np.array_equal(with_field, decode(alone).picture), "fields without an appearance are drawn too"


def test_the_jpeg_of_a_signed_scan_is_not_taken_out_in_place_of_the_file() -> None:
    made = scan_of(grey_sheet((1240, 1755)))
    (unsigned,) = raw_pages(made.data())
    assert unsigned.media_type == "image/jpeg"
    value = Dictionary(Contents=String(signed_container(SIGNER)))
    made.document.Root.AcroForm = Dictionary(Fields=Array([Dictionary(FT=Name.Sig, V=value)]))
    data = made.data()
    (page,) = raw_pages(data)
    assert (page.data, page.media_type) == (data, "application/pdf; page=1")
    drawn, taken = decode(page).picture.shape, decode(unsigned).picture.shape
    assert all(0 <= side - other <= 1 for side, other in zip(drawn[:2], taken[:2], strict=True)), "no pixel less"


def test_whoever_reads_it_from_the_store_again_knows_who_signed() -> None:
    page = replace(raw_pages(letter().data())[1], signatures=(), index=0, treatment=Treatment(rotation=0))
    read = read_page(page)
    assert "HAI HAI HAI" in read.text, "by OCR, for the clerk has decided about the page"
    assert read.signatures == SIGNED


def test_a_page_that_is_not_there_costs_itself_alone() -> None:
    data = letter().data()
    with pytest.raises(PdfPageBroken) as missing:
        read_page(RawPage(data, media_type_in_whole(7), None, "đơn.pdf", 0))
    assert "8" in missing.value.sentence() and "đơn.pdf" in missing.value.sentence()
    made = letter()
    made.document.Root.Pages.Kids[1] = Name.Gone
    first, broken, third = pages_in(made.data(), "đơn.pdf")
    assert isinstance(broken, PdfPageBroken)
    assert isinstance(first, RawPage) and isinstance(third, RawPage)
    assert WORDS[2] in read_page(third).text, "the pages after it keep their numbers"


@pytest.mark.parametrize(
    ("media_type", "number"),
    [
        ("application/pdf; page=3", 3),
        ("application/pdf", 0),
        ("application/pdf; page=0", 0),
        ("application/pdf; page=-1", 0),
        ("image/tiff; page=2", 0),
    ],
)
def test_the_media_type_says_which_page_it_is(media_type: str, number: int) -> None:
    assert page_number(media_type) == number
    assert page_number(media_type_in_whole(0)) == 1


def test_of_a_large_signed_file_only_the_page_goes_to_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    data = letter().data()
    sent: list[int] = []
    send = pipelines.PageWorker.read
    monkeypatch.setattr(
        pipelines.PageWorker,
        "read",
        lambda self, page, *rest: (sent.append(len(page.data)), send(self, page, *rest))[1],
    )
    pages = raw_pages(data)
    with Pipeline(workers=1) as pipeline:
        (whole,) = pipeline.submit(pages[1]).result()
        monkeypatch.setattr(pipelines, "MOST_SENT", 100)
        (alone,) = pipeline.submit(pages[1]).result()
        broken = pipeline.submit(replace(pages[0], media_type=media_type_in_whole(7)))
        assert isinstance(broken.exception(), PdfPageBroken)
    assert sent[0] == len(data) > sent[1] and len(sent) == 2
    assert alone == whole and alone.signatures == SIGNED


@pytest.mark.parametrize(
    ("written", "shown"),
    [("Nguyễn\nVăn\tMẫu", "Nguyễn Văn Mẫu"), ("Mẫu \u202eụv hcủl", "Mẫu ụv hcủl"), ("x" * 5000, "x" * 200)],
)
def test_a_name_stays_on_its_line_whatever_the_file_gives(written: str, shown: str) -> None:
    made = draft().add_page(line(WORDS[0]))
    (page,) = raw_pages(sign(made, b"no container", Name=String(written)).data())
    assert page.signatures == (Signature(shown, None),)


def test_digitise_reads_all_pages_of_a_signed_file(tmp_path: Path) -> None:
    data = letter().data()
    (tmp_path / "đơn.pdf").write_bytes(data)
    report = digitise([tmp_path / "đơn.pdf"], tmp_path / "o.pdf", jobs=1)
    assert report["errors"] == []
    assert [page["text"].splitlines()[0] for page in report["pages"]] == list(WORDS)
    assert {page["signatures"][0]["signer"] for page in report["pages"]} == {SIGNER}
    assert hashlib.sha256((tmp_path / "đơn.pdf").read_bytes()).digest() == hashlib.sha256(data).digest()
