"""`counter test --quick` finds the tests of a change by git, names and imports."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from counter_app.commands.chosen_tests import Change, change_since, needed_tests

FILES = {
    "counter_app/clock.py": "",
    "counter_app/fees.py": "from counter_app import clock\n",
    "counter_app/store/till.py": "def late():\n    from counter_app.fees import due\n",
    "counter_app/words.py": 'FOLDER = resource("forms")\n',
    "resources/forms/receipt.toml": "title = ''\n",
    "tests/conftest.py": "",
    "tests/test_fees.py": "",
    "tests/test_fees_of_births.py": "",
    "tests/store/test_till.py": "from counter_app.store import till\n",
    "tests/store/papers.py": "from counter_app.words import FOLDER\n",
    "tests/store/test_receipt.py": "from tests.store.papers import FOLDER\n",
    "tests/ui/test_fees.py": "",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small project on its main branch."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    return tmp_path


def git(house: Path, *words: str) -> None:
    who = ["-c", "user.name=Mẫu", "-c", "user.email=mau@example.org"]
    subprocess.run(["git", *who, *words], cwd=house, check=True)


def commit(house: Path) -> None:
    git(house, "add", "-A")
    git(house, "commit", "-q", "-m", "a step")


def found_for(house: Path, *changed: str) -> list[str]:
    found = needed_tests(house, Change("main", tuple(map(Path, changed))))
    return [path.relative_to(house).as_posix() for path in found]


def test_tests_named_after_a_module_come_before_those_that_import_it(house: Path) -> None:
    assert found_for(house, "counter_app/fees.py") == [
        "tests/test_fees.py",
        "tests/test_fees_of_births.py",
        "tests/store/test_till.py",
    ]


def test_a_module_no_test_imports_is_tested_through_what_imports_it(house: Path) -> None:
    assert found_for(house, "counter_app/clock.py") == ["tests/store/test_till.py"]
    assert found_for(house, "tests/store/papers.py") == ["tests/store/test_receipt.py"]


def test_where_few_tests_import_a_module_those_of_its_importers_come_after_them(house: Path) -> None:
    (house / "tests/store/test_opening.py").write_text("from counter_app.store import till\n")
    (house / "tests/store/test_terms.py").write_text("from counter_app import fees\n")
    assert found_for(house, "counter_app/fees.py")[2:] == [
        "tests/store/test_terms.py",
        "tests/store/test_opening.py",
        "tests/store/test_till.py",
    ]


def test_data_is_tested_through_the_code_that_reads_its_folder(house: Path) -> None:
    assert found_for(house, "resources/forms/receipt.toml") == ["tests/store/test_receipt.py"]


def test_a_changed_test_runs_first_and_a_conftest_brings_its_folder(house: Path) -> None:
    assert found_for(house, "tests/conftest.py", "tests/store/test_till.py") == [
        "tests/store/test_till.py",
        "tests/test_fees.py",
        "tests/test_fees_of_births.py",
    ]


def test_what_changed_is_what_the_branch_did_committed_or_not(house: Path) -> None:
    git(house, "switch", "-q", "-c", "fees")
    (house / "counter_app/fees.py").write_text("RATE = 1\n")
    commit(house)
    git(house, "switch", "-q", "main")
    (house / "counter_app/clock.py").write_text("NOW = 1\n")
    commit(house)
    assert change_since(house) == Change("the commit before", (Path("counter_app/clock.py"),))
    git(house, "switch", "-q", "fees")
    (house / "lệ phí.py").write_text("")
    (house / "counter_app/words.py").unlink()
    assert change_since(house) == Change("main", (Path("counter_app/fees.py"), Path("lệ phí.py")))
    assert Path("counter_app/clock.py") not in change_since(house, "main").files
