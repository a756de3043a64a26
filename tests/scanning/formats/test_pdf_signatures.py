"""A digitally signed PDF is named as signed, by whom and when; nobody here says that it is valid."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from counter_app.dossier.pages import Signature
from counter_app.store.page_notes import read_reading, write_reading
from scanning.digitise import digitise
from scanning.page.read_page import read_page
from scanning.pages import RawPage, with_sheet
from scanning.sources.opening import pages_in
from tests.scanning.pdf_papers import Draft, draft, grey_sheet, line, scan_of, sign, signed_container

SIGNER = "Nguyễn Văn Mẫu"
TIME = String("D:20261124101500+07'00'")
LETTER = "QUYET DINH MAU THU VE VIEC THU NGHIEM"


def letter(pages: int = 1) -> Draft:
    made = draft()
    for _ in range(pages):
        made.add_page(line(LETTER))
    return made


def signatures(made: Draft) -> list[tuple[Signature, ...]]:
    return [page.signatures for page in pages_in(made.data(), "giấy.pdf") if isinstance(page, RawPage)]


@pytest.mark.parametrize("with_authority", [True, False])
def test_the_signer_is_the_one_in_the_certificate(with_authority: bool) -> None:
    made = sign(letter(), signed_container(SIGNER, with_authority), M=TIME, Name=String("Ai do"))
    assert signatures(made) == [(Signature(SIGNER, "2026-11-24T10:15:00+07:00"),)]


def test_every_page_of_a_signed_file_is_named_as_signed_scans_too() -> None:
    made = sign(letter(3), signed_container(SIGNER), M=TIME)
    assert [page[0].signer for page in signatures(made)] == [SIGNER] * 3
    made = scan_of(grey_sheet((1240, 1755)))
    made.document.Root.AcroForm = Dictionary(
        Fields=Array([Dictionary(FT=Name.Sig, V=Dictionary(Contents=String(signed_container(SIGNER))))])
    )
    (page,) = pages_in(made.data(), "giấy.pdf")
    assert isinstance(page, RawPage)
    assert page.media_type == "application/pdf; page=1", "the JPEG alone would be no signed file"
    assert page.signatures == (Signature(SIGNER, None),)


@pytest.mark.parametrize("contents", [b"\x30\x03abc", b"garbage", bytes(range(1, 200))])
def test_a_container_that_cannot_be_read_leaves_the_name_that_the_file_gives(contents: bytes) -> None:
    made = sign(letter(), contents, Name=String("Ủy ban nhân dân xã Mẫu Thử"))
    assert signatures(made) == [(Signature("Ủy ban nhân dân xã Mẫu Thử", None),)]


def test_a_field_that_waits_for_its_signature_is_none_and_a_stamp_of_time_is_none() -> None:
    made = letter()
    empty = made.annotate("Widget", (50, 50, 150, 90), FT=Name.Sig, T=String("ky"))
    assert signatures(made.fields(empty)) == [()]
    assert signatures(sign(letter(), b"")) == [()]
    assert signatures(sign(letter(), signed_container("TSA"), Type=Name.DocTimeStamp)) == [()]


def test_a_field_may_inherit_that_it_is_a_signature() -> None:
    made = sign(letter(), signed_container(SIGNER), M=TIME)
    widget = made.document.Root.AcroForm.Fields[0]
    del widget["/FT"]
    field = made.document.make_indirect(Dictionary(FT=Name.Sig, Kids=Array([widget])))
    made.document.Root.AcroForm.Fields = Array([field])
    assert [page[0].signer for page in signatures(made)] == [SIGNER]


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("D:20261124101500Z", "2026-11-24T10:15:00+00:00"),
        ("D:20261124101500+07'00", "2026-11-24T10:15:00+07:00"),
        ("D:20261124101500-0330", "2026-11-24T10:15:00-03:30"),
        ("D:202611241015", "2026-11-24T10:15:00"),
        ("20261124", "2026-11-24T00:00:00"),
        ("D:20261399101500", None),
        ("D:20261124101500+99'99'", None),
        ("hom qua", None),
        ("", None),
    ],
)
def test_the_time_is_the_files_own(written: str, time: str | None) -> None:
    made = sign(letter(), signed_container(SIGNER), M=String(written))
    assert signatures(made) == [(Signature(SIGNER, time),)]


@pytest.mark.parametrize(
    "form",
    [
        Dictionary(Fields=Name.Fields),
        Dictionary(Fields=Array([1, None, Name.X, Array([])])),
        Dictionary(Fields=Array([Dictionary(FT=Name.Sig, V=Dictionary(Contents=7))])),
        Array([]),
    ],
)
def test_a_broken_form_costs_no_page(form: pikepdf.Object) -> None:
    made = letter(2)
    made.document.Root.AcroForm = form
    assert signatures(made) == [(), ()]


def test_a_form_that_holds_itself_ends() -> None:
    made = sign(letter(), signed_container(SIGNER))
    field = made.document.Root.AcroForm.Fields[0]
    field.Kids, field.Parent = Array([field]), field
    assert len(signatures(made)) == 1


def test_what_was_read_says_who_signed_and_is_kept() -> None:
    (raw,) = pages_in(sign(letter(), signed_container(SIGNER), M=TIME).data(), "giấy.pdf")
    assert isinstance(raw, RawPage)
    read = read_page(raw)
    assert read.signatures == (Signature(SIGNER, "2026-11-24T10:15:00+07:00"),)
    assert with_sheet(read_reading(write_reading(read)), read.sheet) == read
    unsigned = replace(read, signatures=())
    assert "signatures" not in write_reading(unsigned)
    assert with_sheet(read_reading(write_reading(unsigned)), read.sheet) == unsigned


def test_digitise_names_the_signature_and_says_that_it_is_not_checked(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(sign(letter(), signed_container(SIGNER), M=TIME).data())
    report = digitise([tmp_path / "a.pdf"], tmp_path / "o.pdf", jobs=1)
    assert report["pages"][0]["signatures"] == [
        {"signer": SIGNER, "time": "2026-11-24T10:15:00+07:00", "validity": "not checked"}
    ]
