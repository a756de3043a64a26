"""The demo's signed PDF bears a real signature over all of its bytes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.serialization import pkcs7

from counter_app.demo.marked_papers import marked_papers

SIGNED = next(paper.file for paper in marked_papers("1.013225") if paper.file)


def test_the_signature_covers_everything_but_itself() -> None:
    found = re.search(rb"/ByteRange \[ 0 (\d+) (\d+) (\d+) *\]", SIGNED)
    assert found is not None
    begin, end, rest = (int(number) for number in found.groups())
    assert SIGNED[begin : begin + 1] == b"<" and SIGNED[end - 1 : end] == b">" and end + rest == len(SIGNED)
    seal = bytes.fromhex(SIGNED[begin + 1 : end - 1].decode())
    length = int.from_bytes(seal[2:4], "big") + 4  # of its outermost DER value
    (certificate,) = pkcs7.load_der_pkcs7_certificates(seal[:length])
    assert "chứng thư thử nghiệm" in certificate.subject.rfc4514_string()


def test_it_is_one_page_with_a_visible_signature_field() -> None:
    with pikepdf.open(io.BytesIO(SIGNED)) as document:
        (field,) = document.Root.AcroForm.Fields
        assert field.FT == "/Sig" and "chứng thư" in str(field.V.Name) and "/N" in field.AP
        assert len(document.pages) == 1 and len(document.pages[0].Annots) == 1


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler's pdfsig is not installed")
def test_another_program_finds_the_signature_valid(tmp_path: Path) -> None:
    (tmp_path / "signed.pdf").write_bytes(SIGNED)
    said = subprocess.run(["pdfsig", str(tmp_path / "signed.pdf")], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in said and "Total document signed" in said
