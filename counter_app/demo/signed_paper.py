"""A PDF with a visible digital signature by a certificate made for the moment: what the demo's applicant brings.

The signature is a real one (ISO 32000-1, 12.8: a detached PKCS #7 over a byte range); its certificate signs itself, is
good for nothing else and is thrown away.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.layout.fonts import vietnamese_serif

_ROOM = 8192  # bytes for the signature
_FAR = 9_999_999_999  # stands for an offset that is not known yet, as wide as any


def signed(pdf: bytes, signer: str, at: datetime, box: tuple[float, float, float, float]) -> bytes:
    """The PDF of one page signed by `signer`, visibly in `box` (millimetres: x, y from above, width, height)."""
    prepared = _prepared(pdf, signer, at, box)
    begin = prepared.index(b"<" + b"00" * _ROOM + b">")
    end = begin + 2 * _ROOM + 2
    old = f"[ 0 {_FAR} {_FAR} {_FAR} ]".encode()
    new = f"[ 0 {begin} {end} {len(prepared) - end} ]".encode().ljust(len(old))
    if prepared.count(old) != 1:
        raise ValueError("the byte range was not written as expected")
    prepared = prepared.replace(old, new)
    seal = _signature(prepared[:begin] + prepared[end:], signer, at)
    return prepared[: begin + 1] + seal.hex().encode().ljust(2 * _ROOM, b"0") + prepared[end - 1 :]


def _prepared(pdf: bytes, signer: str, at: datetime, box: tuple[float, float, float, float]) -> bytes:
    memory = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        height = float(page.mediabox[3])
        x, y, width, tall = (side * mm for side in box)
        value = document.make_indirect(
            Dictionary(
                Type=Name.Sig,
                Filter=Name("/Adobe.PPKLite"),
                SubFilter=Name("/adbe.pkcs7.detached"),
                Name=String(signer),
                M=String(f"D:{at.astimezone(UTC):%Y%m%d%H%M%S}Z"),
                ByteRange=Array([0, _FAR, _FAR, _FAR]),
                Contents=String(bytes(_ROOM)),
            )
        )
        widget = document.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=String("ChuKy1"),
                V=value,
                F=132,  # printed, locked
                Rect=Array([x, height - y - tall, x + width, height - y]),
                P=page.obj,
                AP=Dictionary(N=_appearance(document, signer, at, width, tall)),
            )
        )
        page.Annots = Array([widget])
        document.Root.AcroForm = Dictionary(Fields=Array([widget]), SigFlags=3)
        document.save(memory, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=True)
    return memory.getvalue()


def _appearance(document: pikepdf.Pdf, signer: str, at: datetime, width: float, height: float) -> pikepdf.Object:
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(width, height))
    draw_signature(canvas, signer, at, width, height)
    canvas.save()
    with pikepdf.open(io.BytesIO(memory.getvalue())) as drawn:
        return document.copy_foreign(drawn.pages[0].as_form_xobject())


def draw_signature(canvas: Canvas, signer: str, at: datetime, width: float, height: float) -> None:
    """What the signature looks like, in points: a frame, who signed and when."""
    canvas.setStrokeColorRGB(0.75, 0.1, 0.1)
    canvas.setFillColorRGB(0.75, 0.1, 0.1)
    canvas.rect(0.5, 0.5, width - 1, height - 1)
    canvas.setFont(vietnamese_serif().name, 9.5)
    for row, words in enumerate(("Ký bởi:", signer, f"Ngày ký: {at:%d/%m/%Y %H:%M:%S}")):
        canvas.drawString(6, height - 18 - 16 * row, words)


def _signature(content: bytes, signer: str, at: datetime) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, signer)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=30))
        .sign(key, hashes.SHA256())
    )
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(certificate, key, hashes.SHA256())
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    return builder.sign(serialization.Encoding.DER, options)
