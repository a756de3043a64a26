"""What the documents name is there: links, files, modules, decisions; the English statuses are those of the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.cli.parser import parser
from counter_app.errors import ExitStatus

ROOT = Path(__file__).parent.parent
HEAD = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
DOCUMENTS = [*(ROOT / name for name in HEAD), *sorted((ROOT / "docs").rglob("*.md"))]
ROOMS = ("counter_app", "scanning", "printing", "ui", "resources", "tests", "docs")
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
WORD = re.compile(r"`([^`\n]+)`")
PATH = re.compile(rf"^(?:{'|'.join(ROOMS)})(?:/[\w*.-]+)*/?$")
MODULE = re.compile(rf"^(?:{'|'.join(ROOMS[:4])}|tests)(?:\.\w+)+$")
CITED = re.compile(r"docs/[\w/-]+\.md")


def missing(document: Path) -> Iterator[str]:
    """Links, paths and modules that lead nowhere."""
    text = document.read_text(encoding="utf-8")
    for link in LINK.findall(text):
        if "://" not in link and not (document.parent / link).exists():
            yield link
    for words in WORD.findall(text):
        for word in words.split():
            if (PATH.match(word) and not there(word)) or (MODULE.match(word) and not named(word)):
                yield word


def there(path: str) -> bool:
    """A file, a folder, or a pattern that some file has."""
    return any(ROOT.glob(path.rstrip("/")))


def named(dotted: str) -> bool:
    """A module, or something a module of that name has in its text."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        place = ROOT.joinpath(*parts[:length])
        file = place.with_suffix(".py") if place.with_suffix(".py").exists() else place / "__init__.py"
        if file.exists():
            text = file.read_text(encoding="utf-8")
            return all(re.search(rf"\b{re.escape(part)}\b", text) for part in parts[length:])
    return False


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_a_document_names_is_missing(document: Path) -> None:
    assert list(missing(document)) == []


def test_a_dangling_reference_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "[x](gone.md) `counter_app/gone.py` `scanning/sources/*` `counter_app.log.note` `counter_app.log.gone`"
    )
    assert list(missing(page)) == ["gone.md", "counter_app/gone.py", "counter_app.log.gone"]


def test_the_code_cites_documents_that_are_there() -> None:
    code = (path for room in ROOMS[:6] for path in (ROOT / room).rglob("*") if path.suffix in (".py", ".toml", ".sql"))
    cited = {name for path in code for name in CITED.findall(path.read_text(encoding="utf-8"))}
    assert cited
    assert [name for name in sorted(cited) if not (ROOT / name).exists()] == []


def test_every_decision_stands_in_both_lists_once_with_its_date() -> None:
    folder = ROOT / "docs" / "decisions"
    files = sorted(path.name for path in folder.glob("0*.md"))
    assert [int(name[:4]) for name in files] == list(range(1, len(files) + 1)), "numbers without gaps"
    for listing in (folder / "README.md", ROOT / "ARCHITECTURE.md"):
        linked = re.findall(r"(0\d{3}-[\w-]+\.md)\)", listing.read_text(encoding="utf-8"))
        assert sorted(linked) == files, listing.name
    for name in files:
        text = (folder / name).read_text(encoding="utf-8")
        assert re.match(r"# .+\n\n\d{4}-\d\d-\d\d\n\n\*\*Context\.\*\* .+\n\n\*\*Decision\.\*\* ", text), name


def test_every_command_stands_in_the_list_of_commands() -> None:
    listed = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    ([a-z][a-z-]+)(?: |$)", parser().format_help(), re.MULTILINE)
    assert {"run", "digitise", "verify-extract"} < set(commands)
    assert [name for name in commands if name != "test" and f"`./counter {name}" not in listed] == []


def test_the_statuses_in_the_documents_are_those_of_the_program() -> None:
    rows = re.findall(r"^\| (\d+) \| ", (ROOT / "docs" / "commands.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [int(row) for row in rows] == [int(status) for status in ExitStatus]


def test_what_installs_the_program_names_no_address_and_leaves_the_choice_to_the_machine() -> None:
    """Which mirror packages come from is the machine's business; a lock file has versions and hashes, no options."""
    locks = [ROOT / "requirements.lock", ROOT / "requirements-test.lock"]
    others = [ROOT / "pyproject.toml", ROOT / "counter", ROOT / ".github/workflows/tests.yml"]
    texts = {
        path.name: path.read_text(encoding="utf-8") for path in (*locks, *others, ROOT / ".pre-commit-config.yaml")
    }
    assert [name for name, text in texts.items() if "://" in text] == []
    options = {line.split("=")[0].strip() for path in locks for line in texts[path.name].splitlines() if "--" in line}
    assert {option for option in options if option.startswith("--")} == {"--hash"}
