"""Every English sentence a clerk can see has its Vietnamese one, and none is left over."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from counter_app.dossier import correction_words, names
from counter_app.dossier.acts import ACTS
from counter_app.dossier.acts.act import NEEDED
from counter_app.dossier.roles import ROLE_NAMES
from counter_app.errors import CounterError
from counter_app.language import translate
from counter_app.resources import resource
from ui import words
from ui.reports.names import REPORT
from ui.verify import states as states_of_fields

ROOT = Path(__file__).parent.parent
TRANSLATION = resource("translations", "counter_vi.ts")
ENGLISH = resource("translations", "counter_en.ts")
"""What English needs: one thing, several things."""
ROOMS = ("counter_app", "scanning", "printing", "ui")
Sentence = tuple[str, str]
SAYING = ("translate", "sentence", "Phrase")  # called with a context and an English sentence


def translated() -> dict[Sentence, str]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in ElementTree.parse(TRANSLATION).getroot().iter("context")
        for message in context.iter("message")
    }


def failures(kind: type[CounterError] = CounterError) -> Iterator[type[CounterError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from failures(child)


def sentences_of_errors() -> set[Sentence]:
    for room in ROOMS:
        for module in pkgutil.walk_packages([str(ROOT / room)], f"{room}."):
            if not module.name.endswith(("__main__", "camera_qt")):  # a desk may lack what QtMultimedia needs
                importlib.import_module(module.name)
    shipped = [kind for kind in failures() if kind.__module__.split(".")[0] in ROOMS]
    return {("errors", sentence) for kind in shipped for sentence in (kind.what, kind.todo)}


class Sentences(ast.NodeVisitor):
    """Collects what one module hands to tr(), translate(), sentence() and to its own functions that pass one on."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: set[Sentence] = set()
        self._class = ""
        self._wrappers = dict(_wrappers(tree))
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        outer, self._class = self._class, node.name
        self.generic_visit(node)
        self._class = outer

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = _called(node)
        if name == "tr":
            self._take(self._class, node.args[0])
        elif name in SAYING and len(node.args) > 1 and isinstance(node.args[0], ast.Constant):
            self._take(str(node.args[0].value), node.args[1])
        elif name in self._wrappers and node.args:
            context, place = self._wrappers[name]
            self._take(context, node.args[place])

    def _take(self, context: str, sentence: ast.expr) -> None:
        if isinstance(sentence, ast.Constant) and isinstance(sentence.value, str):
            self.found.add((context, sentence.value))
        elif isinstance(sentence, ast.IfExp):
            self._take(context, sentence.body)
            self._take(context, sentence.orelse)


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _wrappers(tree: ast.Module) -> Iterator[tuple[str, tuple[str, int]]]:
    """Functions such as `def _say(sentence): return translate("doctor", sentence)`: name → context, place."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            names = [argument.arg for argument in function.args.args if argument.arg != "self"]
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and _called(call) == "translate" and len(call.args) > 1:
                    context, sentence = call.args[:2]
                    if isinstance(context, ast.Constant) and isinstance(sentence, ast.Name) and sentence.id in names:
                        yield function.name, (str(context.value), names.index(sentence.id))


def sentences_in_code() -> set[Sentence]:
    found: set[Sentence] = set()
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            found |= Sentences(ast.parse(path.read_text(encoding="utf-8"))).found
    return found


def sentences_in_tables() -> set[Sentence]:
    states: tuple[Mapping[Any, str], ...] = (
        *(names.STATUS, names.PAYMENT, names.PAYMENT_METHOD, names.DELIVERY, names.DELIVERY_METHOD),
        *(names.FEE_KIND, names.CHANNEL, words.PAUSE, names.DUE_CAUSE, words.RELATION, words.OUTCOME, names.GUIDANCE),
    )
    tables: dict[str, tuple[Mapping[Any, str], ...]] = {
        "status": states,
        "forms": (names.FORM, words.DOCUMENT),
        "print": (words.JOB, {"": words.JOB_STANDS}),
        "acts": ({act: act.title for act in ACTS.values() if act.title},),
        "words": (names.TERM,),
        "needs": (NEEDED,),
        "roles": (ROLE_NAMES,),
        "fields": (correction_words.FIELD,),
        "reports": (REPORT,),
        "verifying": ({state: sign.word for state, sign in states_of_fields.SIGNS.items()},),
    }
    found = {(context, name) for context, all_of in tables.items() for table in all_of for name in table.values()}
    return found | {("reasons", sentence) for act in ACTS.values() for sentence in act.reasons}


def test_every_sentence_has_its_vietnamese() -> None:
    wanted = sentences_of_errors() | sentences_in_code() | sentences_in_tables()
    assert len(wanted) > 100
    said = translated()
    missing = sorted(sentence for sentence in wanted if not said.get(sentence))
    assert missing == []


def test_no_vietnamese_is_left_over() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    literals = {
        node.value
        for node in ast.walk(ast.parse(code.replace("from __future__ import annotations", "")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    ours = (source for context, source in translated() if not context.startswith("Q"))  # Q…: Qt's own words
    assert sorted(source for source in ours if source not in literals) == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    differing = [
        source
        for (_, source), vietnamese in translated().items()
        if sorted(re.findall(r"\{\w*\}|%n|%\d", source)) != sorted(re.findall(r"\{\w*\}|%n|%\d", vietnamese))
    ]
    assert differing == []


def test_the_vietnamese_is_vietnamese_with_composed_marks() -> None:
    import unicodedata

    assert [text for text in translated().values() if text != unicodedata.normalize("NFC", text)] == []


def test_an_error_speaks_both_languages() -> None:
    assert translate("errors", CounterError.what) == "Đã xảy ra lỗi."
    assert CounterError().sentence("en").startswith("Something went wrong.")


def test_english_counts_one_thing_and_several_things() -> None:
    counted = {sentence for sentence in translated() if "%n" in sentence[1]}
    forms = {
        (context.findtext("name", ""), message.findtext("source", "")): [
            form.text or "" for form in message.iter("numerusform")
        ]
        for context in ElementTree.parse(ENGLISH).getroot().iter("context")
        for message in context.iter("message")
    }
    assert forms.keys() == counted
    assert [source for (_, source), (_, several) in forms.items() if several != source] == []


@pytest.mark.parametrize("written", [TRANSLATION, ENGLISH], ids=["vi", "en"])
def test_the_compiled_translation_is_the_written_one(tmp_path: Path, written: Path) -> None:
    release = Path(sys.executable).with_name("pyside6-lrelease")
    if not release.exists() and not (found := shutil.which("pyside6-lrelease")):
        pytest.skip("pyside6-lrelease is not beside this Python")
    command = str(release) if release.exists() else str(found)
    compiled = tmp_path / "compiled.qm"
    subprocess.run([command, str(written), "-qm", str(compiled)], check=True, capture_output=True)
    assert compiled.read_bytes() == written.with_suffix(".qm").read_bytes()
