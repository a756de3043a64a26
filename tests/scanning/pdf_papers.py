"""PDFs of every kind, drawn here: what a test says about them is all that is on them; and what becomes of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import numpy as np
import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from scanning.page.decode import decode
from scanning.pages import RawPage
from scanning.picture import DecodedPage, Picture
from scanning.sources.opening import pages_in

A4 = (595, 842)
SLIP = (150, 200)
"""Points; small, so that drawing it takes no time."""
TYPED = "BT /F 12 Tf {x} {y} Td ({text}) Tj ET"


@dataclass
class Draft:
    """A PDF under way: its document and the page that is being filled."""

    document: pikepdf.Pdf
    size: tuple[float, float] = A4

    @property
    def page(self) -> Any:
        return self.document.pages[-1]

    def add_page(self, content: str = "", **facts: Any) -> Draft:
        """A page of the draft's size with `content`, Helvetica as /F."""
        self.document.add_blank_page(page_size=self.size)
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        fonts = Dictionary(F=self.document.make_indirect(font))
        self.page.obj.Resources = Dictionary(Font=fonts, XObject=Dictionary())
        self.page.obj.Contents = self.document.make_stream(content.encode())
        for name, value in facts.items():
            self.page.obj[f"/{name}"] = value
        return self

    def put(self, name: str, thing: Any) -> Draft:
        """A picture or form that the content may draw by its name."""
        self.page.obj.Resources.XObject[f"/{name}"] = thing
        return self

    def form(self, content: str, box: tuple[float, ...] = (0, 0, 100, 40), **facts: Any) -> Any:
        """A form XObject, as appearances are."""
        fonts = self.page.obj.Resources.Font
        resources = Dictionary(Font=fonts)
        return self.document.make_stream(
            content.encode(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array(list(box)),
            Resources=resources,
            **facts,
        )

    def annotate(self, kind: str, rect: tuple[float, ...], content: str | None = None, **facts: Any) -> Any:
        """An annotation over the page, with the appearance of `content` unless that is None."""
        if content is not None:
            width, height = rect[2] - rect[0], rect[3] - rect[1]
            facts["AP"] = Dictionary(N=self.form(content, (0, 0, width, height)))
        annotation = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(list(rect)), F=4)
        for name, value in facts.items():
            annotation[f"/{name}"] = value
        made = self.document.make_indirect(annotation)
        self.page.obj.Annots = Array([*self.page.obj.get("/Annots", []), made])
        return made

    def fields(self, *widgets: Any, **facts: Any) -> Draft:
        """The document's form."""
        helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        resources = Dictionary(Font=Dictionary(Helv=self.document.make_indirect(helvetica)))
        self.document.Root.AcroForm = Dictionary(
            Fields=Array(list(widgets)), DA=String("/Helv 12 Tf 0 g"), DR=resources, **facts
        )
        return self

    def data(self, **how: Any) -> bytes:
        memory = io.BytesIO()
        self.document.save(memory, **how)
        return memory.getvalue()


def draft(size: tuple[float, float] = A4) -> Draft:
    """A PDF without a page yet."""
    return Draft(pikepdf.new(), size)


def line(text: str, x: float = 60, y: float = 760, size: int = 12) -> str:
    """The operators of a typed line."""
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET "


def picture_of(document: pikepdf.Pdf, data: bytes, size: tuple[int, int], **facts: Any) -> Any:
    """An image XObject of encoded bytes; a grey or RGB JPEG unless `facts` say otherwise."""
    usual = {"Width": size[0], "Height": size[1], "ColorSpace": Name.DeviceRGB, "BitsPerComponent": 8}
    facts = {**usual, "Filter": Name.DCTDecode, **facts}
    kept = {name: value for name, value in facts.items() if value is not None}
    return document.make_stream(data, Type=Name.XObject, Subtype=Name.Image, **kept)


def jpeg_of(image: Image.Image, **how: Any) -> bytes:
    memory = io.BytesIO()
    image.save(memory, "JPEG", quality=85, **how)
    return memory.getvalue()


def scan_of(image: Image.Image, size: tuple[float, float] = A4, more: str = "", **facts: Any) -> Draft:
    """A page filled by a JPEG, then `more`."""
    made = draft(size).add_page(f"q {size[0]} 0 0 {size[1]} 0 0 cm /Scan Do Q {more}", **facts)
    return made.put("Scan", picture_of(made.document, jpeg_of(image), image.size))


@cache
def grey_sheet(size: tuple[int, int]) -> Image.Image:
    """A picture with some bars, as RGB."""
    image = Image.new("RGB", size, (240, 240, 235))
    pen = ImageDraw.Draw(image)
    for row in range(1, 10):
        pen.rectangle(
            (size[0] // 10, row * size[1] // 11, size[0] * 8 // 10, row * size[1] // 11 + 3), fill=(20, 20, 30)
        )
    return image


def layers(made: Draft, **usual: Any) -> Any:
    """A layer of the page, as /Layer in its properties; `usual` is its document's default configuration."""
    group = made.document.make_indirect(Dictionary(Type=Name.OCG, Name=String("nháp")))
    made.page.obj.Resources.Properties = Dictionary(Layer=group)
    configuration = {name: Array([group]) if value is True else value for name, value in usual.items()}
    made.document.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(**configuration))
    return group


@cache
def signed_container(signer: str, with_authority: bool = True) -> bytes:
    """A CMS container as signing programs put it into /Contents, with the certificates of its chain."""
    authority_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    authority = _certificate("Mẫu Thử CA", authority_key, "Mẫu Thử CA", authority_key)
    own = _certificate(signer, key, "Mẫu Thử CA", authority_key)
    builder = pkcs7.PKCS7SignatureBuilder().set_data(b"").add_signer(own, key, hashes.SHA256())
    if with_authority:
        builder = builder.add_certificate(authority)
    return builder.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature])


def _certificate(subject: str, key: Any, issuer: str, issuer_key: Any) -> x509.Certificate:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=365))
        .sign(issuer_key, hashes.SHA256())
    )


def sign(made: Draft, contents: bytes, rect: tuple[float, ...] = (50, 50, 150, 90), **facts: Any) -> Draft:
    """A signature field on the page, signed with `contents`; `facts` go into the signature."""
    signature = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), SubFilter=Name("/adbe.pkcs7.detached"))
    signature.Contents = String(contents + b"\0" * 64)
    signature.ByteRange = Array([0, 10, 20, 30])
    for name, value in facts.items():
        signature[f"/{name}"] = value
    seal = "q 1 0 0 RG 3 w 4 4 92 32 re S Q " + line("DA KY", 12, 14)
    widget = made.annotate("Widget", rect, seal, FT=Name.Sig, T=String("Signature1"), F=132)
    widget.V = made.document.make_indirect(signature)
    return made.fields(widget, SigFlags=3)


def annotated_scan() -> Draft:
    made = scan_of(grey_sheet((310, 415)), SLIP)
    made.annotate("Stamp", (20, 20, 120, 60), line("DA THU", 5, 10))
    made.annotate("Ink", (20, 80, 120, 120), InkList=Array([Array([20, 80, 60, 120, 120, 90])]), C=Array([0, 0, 1]))
    made.annotate("Highlight", (20, 130, 120, 150), QuadPoints=Array([20, 150, 120, 150, 20, 130, 120, 130]))
    made.annotate("Popup", (20, 20, 120, 60), Contents=String("x"))
    return made


def filled_form() -> Draft:
    made = draft(SLIP).add_page(line("TO KHAI: HO VA TEN NGUOI KHAI", 10, 170, 8) + "0.5 w 10 100 80 20 re S")
    name = made.annotate("Widget", (10, 100, 90, 120), FT=Name.Tx, T=String("ten"), V=String("THU NGHIEM"))
    name.DA = String("/Helv 10 Tf 0 g")
    box = made.annotate("Widget", (10, 60, 30, 80), FT=Name.Btn, T=String("o"), V=Name.Yes, AS=Name.Yes)
    on, off = made.form("2 2 16 16 re f", (0, 0, 20, 20)), made.form("2 2 16 16 re S", (0, 0, 20, 20))
    box.AP = Dictionary(N=Dictionary(Yes=on, Off=off))
    choice = made.annotate("Widget", (50, 60, 90, 80), FT=Name.Ch, T=String("c"), V=String("Nam"), Ff=131072)
    choice.Opt = Array([String("Nam"), String("Nu")])
    return made.fields(name, box, choice, NeedAppearances=True)


def layered_scan() -> Draft:
    """Background and mask, as compact scans are: the print is in the mask."""
    made = draft(SLIP).add_page(
        "q 150 0 0 200 0 0 cm /Back Do Q q 150 0 0 200 0 0 cm 0.1 g /Print Do Q BT 3 Tr /F 9 Tf 9 9 Td (garbage) Tj ET"
    )
    made.put("Back", picture_of(made.document, jpeg_of(Image.new("RGB", (75, 100), (250, 250, 240))), (75, 100)))
    ink = np.asarray(grey_sheet((600, 800)).convert("L")) < 128
    mask = picture_of(
        made.document,
        np.packbits(~ink, axis=1).tobytes(),
        (600, 800),
        ColorSpace=None,
        BitsPerComponent=1,
        Filter=None,
        ImageMask=True,
    )
    return made.put("Print", mask)


def scan_in_strips() -> Draft:
    sheet = grey_sheet((600, 800))
    made = draft(SLIP).add_page(" ".join(f"q 150 0 0 20 0 {180 - 20 * n} cm /S{n} Do Q" for n in range(10)))
    for n in range(10):
        strip = sheet.crop((0, 80 * n, 600, 80 * n + 80))
        made.put(f"S{n}", picture_of(made.document, jpeg_of(strip), strip.size))
    return made


def layered_drawing() -> Draft:
    made = draft(SLIP).add_page(line("BAN VE MAU THU SO 1", 10, 170, 8) + "/OC /Layer BDC 10 10 50 50 re f EMC")
    layers(made, OFF=True)
    return made


def signed_letter() -> Draft:
    made = draft(SLIP).add_page(line("QUYET DINH MAU THU SO 42", 10, 170, 8))
    return sign(made, signed_container("Nguyễn Văn Mẫu"), (20, 20, 120, 60), M=String("D:20261124101500+07'00'"))


def typed_pages() -> Draft:
    made = draft(SLIP)
    for number in range(3):
        made.add_page(line(f"Trang {number} cua to khai mau thu", 10, 170, 8) + "0.4 G 10 160 m 140 160 l S")
    return made


KINDS: dict[str, Callable[[], Draft]] = {
    made.__name__: made
    for made in (
        annotated_scan,
        filled_form,
        layered_scan,
        scan_in_strips,
        layered_drawing,
        signed_letter,
        typed_pages,
    )
}
"""One of each, small."""


def only(made: Draft) -> RawPage:
    (page,) = pages_in(made.data(), "giấy.pdf")
    assert isinstance(page, RawPage), page
    return page


def drawn(made: Draft) -> DecodedPage:
    return decode(only(made))


def part(page: DecodedPage, left: float, low: float, right: float, high: float, size: Any = A4) -> Picture:
    """What stands in a part of the page, in points from its lower left corner."""
    scale = page.picture.shape[1] / size[0]
    return page.picture[
        round((size[1] - high) * scale) : round((size[1] - low) * scale), round(left * scale) : round(right * scale)
    ]


def is_dark(place: Picture) -> bool:
    return bool((place.reshape(len(place), -1) < 100).mean() > 0.5)


SCAN = (1240, 1755)
HEADING = "TO KHAI MAU THU CUA NGUOI DAN"
SQUARE = (100, 100, 200, 200)
FILLED = "0 g 0 0 100 100 re f"
"""Fills SQUARE as an appearance."""
