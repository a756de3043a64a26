"""The Markdown of the guide's pages, as far as they use it: headings, paragraphs, lists, tables, code, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape

_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_NUMBERED = re.compile(r"\d+\. ")
_SPANS = ((re.compile(r"\*\*(.+?)\*\*"), "b"), (re.compile(r"(?<![\w*])\*([^*\s][^*]*)\*(?!\w)"), "i"))


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    TEXT = "text"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    TABLE = "table"
    CODE = "code"
    PICTURE = "picture"


@dataclass(frozen=True)
class Block:
    """One block; `lines` are its items, the rows of a table with its cells between bars, the lines of code; of a
    picture what it is called and its file. `level`: of a heading, 1 the page's own."""

    kind: Kind
    lines: tuple[str, ...]
    level: int = 0


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a page, in order."""
    for part in re.split(r"\n{2,}", text.strip()):
        yield from _blocks_of(part.splitlines())


def cells(row: str) -> list[str]:
    """The cells of a table's row."""
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def spans(text: str, code: Callable[[str], str]) -> str:
    """Bold and italic as `<b>` and `<i>`, code as `code` writes it (given escaped text); all else is escaped."""
    parts = text.split("`")
    said = [code(escape(part)) if nth % 2 else escape(part, quote=False) for nth, part in enumerate(parts)]
    whole = "".join(said)
    for pattern, tag in _SPANS:
        whole = pattern.sub(rf"<{tag}>\1</{tag}>", whole)
    return whole


def commands(text: str) -> Iterator[str]:
    """The command lines of the program that a page tells to type."""
    command = r"(?:sudo )?(counter(?:-server)? [^`;\n]+)"
    for line in (*re.findall(f"`{command}`", text), *re.findall(rf"\bdo {command};", text)):
        yield re.sub("^counter-server ", "counter server ", line)


def _blocks_of(lines: list[str]) -> Iterator[Block]:
    first = lines[0]
    if first.startswith("#"):
        level = len(first) - len(first.lstrip("#"))
        yield Block(Kind.HEADING, (first.lstrip("# "),), level)
        if lines[1:]:
            yield from _blocks_of(lines[1:])
    elif first.startswith("```"):
        yield Block(Kind.CODE, tuple(line for line in lines if not line.startswith("```")))
    elif picture := _PICTURE.fullmatch(first.strip()):
        yield Block(Kind.PICTURE, picture.groups())
    elif first.startswith("|"):
        yield Block(Kind.TABLE, tuple(line for line in lines if not set(line) <= set("|-: ")))
    elif first.startswith("- "):
        yield Block(Kind.BULLETS, _items(lines, lambda line: line.startswith("- "), 2))
    elif _NUMBERED.match(first):
        yield Block(Kind.NUMBERS, _items(lines, lambda line: bool(_NUMBERED.match(line)), 3))
    else:
        yield Block(Kind.TEXT, (" ".join(lines),))


def _items(lines: list[str], begins: Callable[[str], bool], cut: int) -> tuple[str, ...]:
    items: list[str] = []
    for line in lines:
        if begins(line):
            items.append(line[cut:].strip())
        else:
            items[-1] += f" {line.strip()}"
    return tuple(items)
