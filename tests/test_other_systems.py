"""What Python does on Linux and not on Windows stands nowhere in the program unguarded."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("counter_app", "scanning", "printing", "ui")
OF_UNIX = {"crypt", "fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}


def time_formats(tree: ast.AST) -> Iterator[str]:
    """What is handed to strftime: directly, or as the format of a value in braces."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            yield "".join(str(part.value) for part in ast.walk(node.format_spec) if isinstance(part, ast.Constant))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "strftime":
            yield from (str(part.value) for part in node.args if isinstance(part, ast.Constant))


def imported_at_once(tree: ast.Module) -> Iterator[str]:
    """The modules that are imported as soon as this one is."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("text", ["f'{now:%H giờ %M}'", "now.strftime('ngày %d')", "f'{now:%H giờ {x}}'"])
def test_vietnamese_words_in_a_format_of_time_are_found(text: str) -> None:
    assert not all(form.isascii() for form in time_formats(ast.parse(text)))


@pytest.mark.parametrize("room", ROOMS)
def test_no_vietnamese_word_goes_through_strftime_and_nothing_of_unix_is_imported_at_once(room: str) -> None:
    found, sources = [], sorted((ROOT / room).rglob("*.py"))
    assert sources
    for source in sources:
        text = source.read_text(encoding="utf-8")
        tree = ast.parse(text)
        formats = time_formats(tree) if "%" in text else ()
        found += [(source, form) for form in formats if "%" in form and not form.isascii()]
        found += [(source, name) for name in OF_UNIX.intersection(imported_at_once(tree))]
    assert found == []
