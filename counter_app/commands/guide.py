"""`counter guide`: the handbook as one PDF or one HTML file, from the pages that F1 shows in the window."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape
from pathlib import Path

from counter_app import __version__
from counter_app.commands.guide_markdown import Block, Kind, blocks, cells, spans
from counter_app.commands.guide_pdf import handbook_pdf
from counter_app.durable import write_durably
from counter_app.errors import ExitStatus
from counter_app.resources import resource
from scanning.destination import not_writable

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Phần một. Cán bộ tiếp nhận và trả kết quả",
        ("first", "today", "intake", "detail", "lookup", "person", "feedback", "reports", "situations"),
    ),
    ("Phần hai. Quản trị một quầy", ("settings", "accounts", "catalogue", "drawing", "administration")),
    ("Phần ba. Máy chủ của tỉnh", ("province",)),
)
"""The parts of the handbook, with their pages in resources/guide."""
TITLE = "Sổ tay sử dụng Quầy tiếp nhận hồ sơ"
_STYLE = """body{max-width:50em;margin:2em auto;padding:0 1em;font:17px/1.55 "Times New Roman",serif}
img{max-width:100%;border:1px solid #bbb}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3em .6em}
code,pre{background:#f1f1f1;font-size:.9em}pre{padding:.6em;overflow:auto}
h1{border-top:2px solid #345;padding-top:.6em}"""


def write_guide(pdf: Path | None, html: Path | None) -> int:
    """Writes what was asked for. Raises NotWritable."""
    if pdf is not None:
        _write(pdf, handbook_pdf(TITLE, list(handbook())))
    if html is not None:
        _write(html, _html().encode())
    return ExitStatus.DONE


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_durably(file, content)
    except OSError as error:
        raise not_writable(file, error) from error


def handbook() -> Iterator[tuple[str, list[list[Block]]]]:
    """The parts with the blocks of their pages."""
    for title, pages in PARTS:
        yield title, [list(blocks(resource("guide", f"{page}.md").read_text(encoding="utf-8"))) for page in pages]


def _html() -> str:
    body = [f"<h1>{TITLE}</h1><p>Phiên bản {__version__}</p>"]
    for title, pages in handbook():
        body.append(f"<h1>{escape(title)}</h1>")
        body += [_block(block) for page in pages for block in page]
    head = f"<!doctype html><html lang='vi'><meta charset='utf-8'><title>{TITLE}</title><style>{_STYLE}</style>"
    return "\n".join([head, *body, "</html>"])


def _block(block: Block) -> str:
    said = [_spans(line) for line in block.lines]
    match block.kind:
        case Kind.HEADING:
            return f"<h{block.level + 1}>{said[0]}</h{block.level + 1}>"
        case Kind.TEXT:
            return f"<p>{said[0]}</p>"
        case Kind.CODE:
            return f"<pre>{escape(chr(10).join(block.lines))}</pre>"
        case Kind.PICTURE:
            data = base64.b64encode(resource("guide", block.lines[1]).read_bytes()).decode()
            return f"<p><img alt='{escape(block.lines[0])}' src='data:image/png;base64,{data}'></p>"
        case Kind.TABLE:
            rows = [[_spans(cell) for cell in cells(row)] for row in block.lines]
            return f"<table>{_row(rows[0], 'th')}{''.join(_row(row, 'td') for row in rows[1:])}</table>"
    tag = "ul" if block.kind is Kind.BULLETS else "ol"
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in said)}</{tag}>"


def _row(found: list[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in found)}</tr>"


def _spans(text: str) -> str:
    return spans(text, lambda code: f"<code>{code}</code>")
