"""The handbook: every command in it is one the program knows, and all of it comes out as PDF and HTML."""

from __future__ import annotations

import io
import re
import shlex
from pathlib import Path

import pypdfium2
import pytest

from counter_app.cli.parser import parser
from counter_app.cli.runs import guide
from counter_app.commands.guide import PARTS, TITLE
from counter_app.commands.guide_markdown import Kind, blocks, commands, spans
from counter_app.resources import resource
from printing.layout.fonts import vietnamese_serif

PAGES = sorted(resource("guide").glob("*.md"))
COMMANDS = sorted({line for page in PAGES for line in commands(page.read_text(encoding="utf-8"))})


def test_every_page_of_the_guide_stands_in_the_handbook_once() -> None:
    assert sorted(name for _, pages in PARTS for name in pages) == [page.stem for page in PAGES]


def test_every_command_of_the_handbook_is_one_the_program_takes(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(COMMANDS) > 30
    refused = []
    for line in COMMANDS:
        words = shlex.split(line.replace("$quay", "H41.15:01"))[1:]
        try:
            options = parser().parse_args(words)
        except SystemExit:
            refused.append(line)
            continue
        if words[0] == "server" and options.task:
            told = capsys.readouterr()
            named = parser_help_of_server()
            assert all(word in named for word in options.task[:2] if not word[0].isdecimal()), (line, told)
    named_alone = {"counter restore", "counter rebuild"}  # in a table, without what follows
    assert [line for line in refused if line not in named_alone] == []


def parser_help_of_server() -> str:
    """The tasks of the server as its help names them."""
    actions = parser()._subparsers
    assert actions is not None
    server = actions._group_actions[0].choices["server"]  # type: ignore[index, call-overload]
    return str(server.format_help())


def test_the_handbook_is_written_as_pdf_and_html_with_its_pictures(tmp_path: Path) -> None:
    pdf, html = tmp_path / "so-tay.pdf", tmp_path / "so-tay.html"
    assert guide(parser().parse_args(["guide", "--pdf", str(pdf), "--html", str(html)])) == 0
    book = pypdfium2.PdfDocument(io.BytesIO(pdf.read_bytes()))
    texts = [page.get_textpage().get_text_range() for page in book]
    assert TITLE in texts[0] and "Máy chủ của tỉnh" in texts[0]
    begins = [nth for nth, text in enumerate(texts) if text.startswith("Phần ") and nth]
    assert len(begins) == 3 and 20 <= begins[1] - begins[0] <= 40, "pages of the clerks"
    said = html.read_text(encoding="utf-8")
    pictures = sum(len(re.findall(r"!\[", page.read_text(encoding="utf-8"))) for page in PAGES)
    assert said.count("<img") == pictures and "counter-server desks add" in said


def test_every_letter_of_the_handbook_has_its_shape_in_the_letters_of_the_paper() -> None:
    written = set("".join(page.read_text(encoding="utf-8") for page in PAGES))
    assert {letter for letter in written if not letter.isspace()} - vietnamese_serif().letters == set()


def test_markdown_becomes_what_it_says() -> None:
    text = "# A\n\n- b **c**\n  d\n- `e <f>`\n\n| g | h |\n|---|---|\n| i | j |\n\n```\nk\n```"
    kinds = [block.kind for block in blocks(text)]
    assert kinds == [Kind.HEADING, Kind.BULLETS, Kind.TABLE, Kind.CODE]
    assert [block.lines for block in blocks(text)][1] == ("b **c** d", "`e <f>`")
    assert spans("*x* `a<b>` **y** & 2*3*4", lambda code: f"[{code}]") == "<i>x</i> [a&lt;b&gt;] <b>y</b> &amp; 2*3*4"
