"""Files, answers and messages made to hurt: each is told in a sentence, and the program goes on."""

from __future__ import annotations

import io
import os
import random
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import xlsxwriter
from PIL import Image
from pydantic import ValidationError

from counter_app.bench.faults.attack import Attack, raw_errors, suffered
from counter_app.bench.figures import Figure, bench_scale, bench_seed
from counter_app.dossier.bounds import fault_of
from counter_app.dossier.identity import read_card_qr
from counter_app.errors import CounterError
from counter_app.procedures.province_package import unpacked_bytes
from counter_app.procedures.sheets import NoSpreadsheet, read_sheets
from counter_app.sync.wire import Hello, Pulled
from printing.printers.ipp_messages import Attribute, Group, NoMessage, Tag, read, written
from scanning.pages import RawPage
from scanning.sources.escl_xml import read_capabilities, read_status
from scanning.sources.files import Opener

FILES, SHEETS, MESSAGES = 160, 12, 200


def hostile_inputs() -> Iterator[Figure]:
    """At least 300 of them; then an honest file is opened by the same process that opened the others."""
    chance = random.Random(bench_seed())
    with tempfile.TemporaryDirectory() as place, Opener(seconds=30) as opener:
        folder = Path(place)
        honest = folder / "honest.jpg"
        honest.write_bytes(_picture("JPEG"))
        attacks = [*_files(chance, folder, opener), *_spreadsheets(chance, folder), *_messages(chance)]
        outcome = suffered(attacks)
        yield raw_errors("hostile inputs", outcome)
        (page,) = opener.pages_of([honest])
        yield Figure("hostile inputs, lost", 0 if isinstance(page, RawPage) else 1, 1, "the program goes on", "")


def _files(chance: random.Random, folder: Path, opener: Opener) -> Iterator[Attack]:
    def told(file: Path) -> Callable[[], str]:
        return lambda: ", ".join(sorted({type(page).__name__ for page in opener.pages_of([file])}))

    for name, content in _made_up().items():
        file = folder / name
        file.write_bytes(content)
        yield Attack(name, told(file))
    if os.name == "posix":
        os.mkfifo(folder / "pipe.pdf")
        (folder / "folder.pdf").mkdir()
        for device in (folder / "pipe.pdf", Path("/dev/zero"), Path("/dev/null"), folder / "folder.pdf"):
            yield Attack(device.name, told(device))
    for size in (1 << 20, 400_000_000, 1 << 41):
        hole = folder / f"hole-{size}.pdf"
        hole.touch()
        os.truncate(hole, size)
        yield Attack(hole.name, told(hole))
    sound = [_pdf(3), *(_picture(kind) for kind in ("JPEG", "PNG", "TIFF", "GIF", "WEBP", "BMP", "PPM", "JPEG2000"))]
    for number in range(int(FILES * bench_scale()) or 9):
        file = folder / f"damaged-{number}"
        file.write_bytes(_damaged(sound[number % len(sound)], chance))
        yield Attack(file.name, told(file))


def _made_up() -> dict[str, bytes]:
    return {
        "empty": b"",
        "zeros": bytes(1_000_000),
        "deep.pdf": b"%PDF-1.7\n1 0 obj\n" + b"[" * 500_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        "loop.pdf": _pdf_of(b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
        "count.pdf": _pdf_of(b"<</Type/Pages/Kids[]/Count 2147483647>>"),
        "many.pdf": _pdf_of(b"<</Type/Pages/Kids[" + b"3 0 R " * 20_000 + b"]/Count 20000>>"),
        "flate bomb.pdf": _pdf_with_stream(zlib.compress(bytes(600_000_000), 9)),
        "wide.png": _png_of(2_000_000_000, 2_000_000_000),
        "long.png": _png_of(1, 2_000_000_000),
        "many.pgm": b"P5 1 1 255 \0" * 20_000,
        "wide.pgm": b"P5 9999999 9999999 255 \0",
        "gif of many.gif": _gif_of_many(3_000),
        "ifd loop.tif": b"II*\0\x08\0\0\0\0\0\x08\0\0\0" * 10,
        "zip.pdf": _zip_of({"a": bytes(100)}),
        "text.pdf": "Đây không phải PDF".encode(),
        "header only.jpg": b"\xff\xd8\xff\xe0",
        "script.pdf": b"%!PS\n{} loop",
    }


def _spreadsheets(chance: random.Random, folder: Path) -> Iterator[Attack]:
    def told(file: Path) -> Callable[[], str]:
        def read_it() -> str:
            try:
                return f"{len(read_sheets(file))} sheets"
            except NoSpreadsheet:
                return "no spreadsheet"

        return read_it

    book = folder / "book.xlsx"
    with xlsxwriter.Workbook(str(book)) as made:
        made.add_worksheet("Một").write(0, 0, "Mã số")
    far = folder / "far.xlsx"
    with xlsxwriter.Workbook(str(far)) as made:
        made.add_worksheet("Một").write(1_000_000, 16_000, 1)
    yield Attack("a cell at the end of the world", told(far))
    for number in range(int(SHEETS * bench_scale()) or 2):
        file = folder / f"book-{number}.xlsx"
        file.write_bytes(_damaged(book.read_bytes(), chance))
        yield Attack(file.name, told(file))


def _messages(chance: random.Random) -> Iterator[Attack]:
    values = [Attribute("printer-name", Tag.NAME, ("Máy in",)), Attribute("copies", Tag.RANGE, ((1, 9),))]
    hello = b'{"product":"counter-provincial-server","oldest":2,"newest":2,"time":"2026-11-24T09:00:00+07:00"}'
    scanner = b"<ScannerCapabilities><Adf><AdfSimplexInputCaps><MaxWidth>2550</MaxWidth></AdfSimplexInputCaps></Adf>"
    sound: list[tuple[str, bytes, Callable[[bytes], object]]] = [
        ("printer", written(0, 1, [(Group.PRINTER, values)]), read),
        ("scanner", scanner + b"</ScannerCapabilities>", read_capabilities),
        ("scanner's state", b"<ScannerStatus><AdfState>ScannerAdfLoaded</AdfState></ScannerStatus>", read_status),
        ("greeting", hello, Hello.from_json),
        ("page of entries", b'{"entries":[],"cursor":7,"more":false}', Pulled.from_json),
        ("package", _zip_of({"procedures/a.toml": b'code = "1.001193"'}), _unpacked),
        ("entry", '{"kind":"withdrawn","reason":"Công dân rút"}'.encode(), lambda data: fault_of(_text(data))),
        ("card", "040190001234|187123456|Nguyễn Thị Mai|15041990|Nữ|Xóm 3|10052021".encode(), _card),
    ]
    for name, _, reader in sound:
        for deep in (
            b"[" * 100_000,
            b"{" * 100_000,
            b"<a>" * 100_000,
            b"9" * 100_000,
            b"\xff" * 1000,
            b"",
            bytes(1000),
        ):
            yield Attack(name, _told(reader, deep))
    for number in range(int(MESSAGES * bench_scale()) or 16):
        name, content, reader = sound[number % len(sound)]
        yield Attack(name, _told(reader, _damaged(content, chance)))


def _told(reader: Callable[[bytes], object], content: bytes) -> Callable[[], str]:
    def told() -> str:
        try:
            reader(content)
        except (CounterError, NoMessage, ValidationError) as fault:
            return type(fault).__name__
        return "read"

    return told


def _text(data: bytes) -> str:
    return data.decode(errors="surrogateescape")


def _card(data: bytes) -> object:
    return read_card_qr(_text(data))


def _unpacked(data: bytes) -> None:
    with unpacked_bytes(data):
        pass


def _damaged(content: bytes, chance: random.Random) -> bytes:
    """Cut off, with bytes changed, with a part twice, or with one of the numbers that hurt in the middle."""
    data = bytearray(content)
    place = chance.randrange(len(data))
    match chance.randrange(5):
        case 0:
            del data[place:]
        case 1:
            for _ in range(chance.randrange(1, 40)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        case 2:
            data[place:place] = data[place : place + chance.randrange(1, 2000)] * chance.randrange(1, 50)
        case 3:
            data[place : place + 4] = chance.choice((b"\xff" * 4, b"\x7f\xff\xff\xff", bytes(4), b"-1 0"))
        case _:
            del data[place : place + chance.randrange(1, 400)]
    return bytes(data)


def _picture(kind: str) -> bytes:
    memory = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(memory, kind)
    return memory.getvalue()


def _pdf(pages: int) -> bytes:
    memory = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page()
        made.save(memory)
    return memory.getvalue()


def _pdf_of(pages: bytes) -> bytes:
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    catalogue = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj" + pages + b"endobj\n"
    return catalogue + page + b"trailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n"


def _pdf_with_stream(packed: bytes) -> bytes:
    stream = b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream endobj\n"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
    head = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    return head + page + stream + b"trailer<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n"


def _png_of(width: int, height: int) -> bytes:

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    parts = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _gif_of_many(pictures: int) -> bytes:
    memory = io.BytesIO()
    frames = [Image.new("L", (8, 8), number % 256) for number in range(pictures)]
    frames[0].save(memory, "GIF", save_all=True, append_images=frames[1:], optimize=False)
    return memory.getvalue()


def _zip_of(members: dict[str, bytes]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return memory.getvalue()
