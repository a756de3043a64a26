"""One document as a searchable PDF/A-1b: each page's picture with its words, invisible, exactly over it.

PDF/A-1b (ISO 19005-1) because it needs nothing beyond what scanned pages use, and validators for it are common.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name

from counter_app.dossier.pages import Word
from scanning.documents.colour_profile import srgb_profile
from scanning.documents.invisible_font import GLYPH_WIDTH, invisible_font
from scanning.pages import ReadPage

PRODUCER = "Counter"


def searchable_pdf(pages: Sequence[ReadPage], *, title: str, created: datetime, author: str = "") -> bytes:
    """The pages as one PDF/A-1b; blank pages and separators are left out unless there is nothing else.

    The same pages, title and time give the same bytes.
    """
    wanted = [page for page in pages if not page.left_out] or list(pages)
    document = pikepdf.new()
    letters = {letter for page in wanted for word in page.words for letter in _composed(word)}
    font, codes = invisible_font(document, letters | {" "})
    for page in wanted:
        _add_page(document, page, font, codes)
    _describe(document, title, created, author)
    memory = io.BytesIO()
    document.save(
        memory,
        force_version="1.4",
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=True,
        deterministic_id=True,
    )
    return memory.getvalue()


def _add_page(document: pikepdf.Pdf, page: ReadPage, font: pikepdf.Object, codes: dict[str, int]) -> None:
    with pikepdf.open(io.BytesIO(page.sheet)) as single:
        document.pages.append(single.pages[0])
    sheet = document.pages[-1]
    sheet.Resources.Font = Dictionary(Text=font)
    sheet.contents_add(document.make_stream(_text(page, codes)))


def _text(page: ReadPage, codes: dict[str, int]) -> bytes:
    """The words as invisible text (rendering mode 3), each stretched over its box, a space up to the next one."""
    scale = 72 / page.dpi
    parts = ["BT 3 Tr"]
    for line in lines_of(page.words):
        top = min(word.box[1] for word in line)
        bottom = max(word.box[1] + word.box[3] for word in line)
        size = max(1.0, (bottom - top) * scale)
        base = (page.height - bottom) * scale
        parts.append(f"/Text {size:.2f} Tf")
        for word, following in zip(line, [*line[1:], None], strict=True):
            left, width = word.box[0], max(1, word.box[2])
            parts.append(_shown(_composed(word), left * scale, base, width * scale, size, codes))
            gap = max(1, following.box[0] - left - width) if following else 2
            parts.append(_shown(" ", (left + width) * scale, base, gap * scale, size, codes))
    parts.append("ET\n")
    return "\n".join(parts).encode("ascii")


def _shown(text: str, left: float, base: float, width: float, size: float, codes: dict[str, int]) -> str:
    """`text` from `left` on, `width` wide; points."""
    stretch = 100 * width / (len(text) * size * GLYPH_WIDTH / 1000)
    shown = "".join(f"{codes[letter]:04X}" for letter in text)
    return f"{stretch:.2f} Tz 1 0 0 1 {left:.2f} {base:.2f} Tm <{shown}> Tj"


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words in reading order, cut where the next one is not to the right at the same height."""
    lines: list[list[Word]] = []
    for word in words:
        if lines and _continues(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _continues(last: Word, word: Word) -> bool:
    _, y, _, height = word.box
    overlap = min(last.box[1] + last.box[3], y + height) - max(last.box[1], y)
    return word.box[0] >= last.box[0] + last.box[2] // 2 and overlap > 0.4 * min(last.box[3], height)


def _composed(word: Word) -> str:
    """NFC, so that each Vietnamese letter is one code; letters beyond the 16-bit plane do not occur on forms."""
    return unicodedata.normalize("NFC", word.text)


def _describe(document: pikepdf.Pdf, title: str, created: datetime, author: str) -> None:
    """XMP and document information, which PDF/A wants to agree, and the meaning of its colours."""
    moment = created.astimezone().replace(microsecond=0)
    zone = moment.strftime("%z")
    stamp = f"D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:]}'"
    information = {"/Title": title, "/Author": author, "/Producer": PRODUCER, "/CreationDate": stamp, "/ModDate": stamp}
    for name, value in information.items():
        if value:
            document.docinfo[Name(name)] = pikepdf.String(value)
    metadata = document.make_stream(_xmp(title, author, moment))
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    document.Root.Metadata = metadata
    profile = document.make_stream(srgb_profile(), N=3, Alternate=Name.DeviceRGB)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB IEC61966-2.1"),
        Info=pikepdf.String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    document.Root.OutputIntents = Array([document.make_indirect(intent)])


def _xmp(title: str, author: str, moment: datetime) -> bytes:
    """The XMP packet; validators want each namespace on its Description, where pikepdf does not put it."""
    creator = f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>" if author else ""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>{creator}</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{PRODUCER}</pdf:Producer></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>{moment.isoformat()}</xmp:CreateDate><xmp:ModifyDate>{moment.isoformat()}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()
