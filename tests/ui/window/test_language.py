"""Vietnamese is the default and complete: no English word reaches a clerk."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ui
from counter_app.dossier.model import Status
from counter_app.resources import resource
from ui import words
from ui.main_window import MainWindow
from ui.translation import speak


def test_every_sentence_of_the_window_has_its_vietnamese() -> None:
    known = set(_translated())
    wanted = set(_sentences(Path(ui.__file__).parent))
    assert len(wanted) > 200
    assert sorted(wanted - known) == []


def test_placeholders_survive_translation() -> None:
    for (_, source), vietnamese in _translated().items():
        for placeholder in ("%n", *(part.split("}")[0] for part in source.split("{")[1:])):
            assert (placeholder in vietnamese) == (placeholder in source), source


def test_the_statuses_have_their_official_names(qtbot: QtBot, window: MainWindow) -> None:
    assert words.status_name(Status.SUPPLEMENT_REQUESTED) == "Yêu cầu bổ sung giấy tờ"
    assert words.status_name(Status.RESULT_RETURNED) == "Đã trả kết quả"


def test_english_is_the_second_language(qapp: QApplication) -> None:
    speak(qapp, "en")
    assert words.status_name(Status.DONE) == "Done"
    speak(qapp, "vi")
    assert words.status_name(Status.DONE) == "Đã xử lý xong"


def _translated() -> dict[tuple[str, str], str]:
    root = ElementTree.parse(resource("translations", "counter_vi.ts")).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in root.iter("context")
        for message in context.iter("message")
        if message.findtext("translation")
    }


def _sentences(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.rglob("*.py"):
        yield from _in_tree(ast.parse(path.read_text(encoding="utf-8")), "")
    tables = (words.STATUS, words.PAYMENT, words.PAYMENT_METHOD, words.DELIVERY, words.DELIVERY_METHOD)
    yield from (("status", name) for table in tables for name in table.values())  # type: ignore[attr-defined]
    yield from (("forms", name) for name in words.FORM.values())


def _in_tree(node: ast.AST, owner: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.ClassDef):
        owner = node.name
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr" and node.args:
        first = node.args[0]
        if isinstance(first, ast.Constant):
            yield owner, str(first.value)
    for child in ast.iter_child_nodes(node):
        yield from _in_tree(child, owner)
