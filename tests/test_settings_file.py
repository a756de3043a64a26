"""The settings of a desk as a file and as a code: no secret in them, and nothing that is wrong gets in."""

from __future__ import annotations

import base64
import zlib

import pytest

from counter_app.config import PrinterAddress, Profile, Server, sample_profile
from counter_app.settings_file import CODE_BEGINS, NotSettings, as_code, as_file, exported, laid_over, of_code, of_file


def secretive() -> Profile:
    server = Server(url="https://tinh.example.vn", code="MA-MOT-LAN-7711", proxy="http://quay:matkhau@proxy.example.vn")
    printer = PrinterAddress(name="Quầy", address="ipp://admin:matkhau@192.168.1.9/ipp")
    return sample_profile().model_copy(update={"server": server, "printers": (printer,)})


def test_no_secret_and_nothing_of_this_desk_alone_is_in_an_export() -> None:
    for told in (as_file(exported(secretive())).decode(), str(of_code(as_code(exported(secretive()))))):
        assert "MA-MOT-LAN" not in told and "matkhau" not in told and "number =" not in told and "'number'" not in told
        assert "proxy.example.vn" in told and "192.168.1.9" in told


def test_file_and_code_say_the_same_and_make_the_same_profile() -> None:
    profile = secretive()
    content = exported(profile, number=7, code="MOI-1")
    assert of_file(as_file(content)) == of_code(as_code(content)) == content
    bare = profile.model_copy(update={"office": profile.office.model_copy(update={"phone": "", "unit": "X"})})
    made, stays = laid_over(bare, content)
    assert made.office == profile.office and made.receipts == profile.receipts and stays == []
    assert made.desk.number == 1, "a desk keeps the number from which its codes are drawn"


def test_a_reader_that_types_in_small_letters_is_understood() -> None:
    code = as_code(exported(sample_profile()))
    assert of_code(f" {code.lower()}\r\n") == of_code(code)
    assert set(code.removeprefix(CODE_BEGINS)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    assert len(code) < 2_000, "one QR code holds it"


def test_what_is_locked_here_stays_and_is_named() -> None:
    here = sample_profile().model_copy(update={"locked": ("server", "office.phone")})
    content = {"server": {"url": "https://khac.example.vn"}, "office": {"phone": "1", "address": "Số 2"}, "locked": []}
    made, stays = laid_over(here, content)
    assert sorted(stays) == ["locked", "office.phone", "server.url"]
    assert (made.server.url, made.office.phone, made.office.address) == ("", "0238 000 0000", "Số 2")


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[office", b"[nothing]\nx = 1", b"[office]\nfax = '1'", b"office = 3", b"= " * 50_000],
)
def test_a_file_that_is_none_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(NotSettings) as refused:
        of_file(content)
    assert "Error" not in refused.value.sentence(), "a clerk reads no name of a class"


def test_a_code_that_is_none_or_would_burst_is_refused() -> None:
    bomb = base64.b32encode(zlib.compress(b" " * 50_000_000)).decode()
    for text in ("", "QUAY-CD1:", "QUAY-CD1:ABC1", "QUAY-CD1:" + bomb, "040190001234|187123456"):
        with pytest.raises(NotSettings):
            of_code(text)


def test_a_wrong_value_changes_nothing() -> None:
    with pytest.raises(NotSettings) as refused:
        laid_over(sample_profile(), {"display": {"size": 900}})
    assert "display.size" in refused.value.sentence("en")
