"""The sentences and exit statuses of all errors are those of a list: renaming a class changes none by accident.

After a change that is meant: `python -m tests.test_error_sentences`, and look at the difference before it is committed.
"""

from __future__ import annotations

import difflib
from pathlib import Path

from counter_app.errors import CounterError
from counter_app.language import translate
from tests.test_translations import ROOMS, failures, sentences_of_errors

LIST = Path(__file__).with_name("error_sentences.txt")


def told() -> str:
    """Each error once, whatever its class is called: its status, then what and todo in both languages."""
    sentences_of_errors()  # imports all rooms
    kinds = [kind for kind in failures() if kind.__module__.split(".")[0] in ROOMS]
    return "\n".join(sorted({block(kind) for kind in kinds}))


def block(kind: type[CounterError]) -> str:
    vietnamese = [translate("errors", sentence) for sentence in (kind.what, kind.todo)]
    return "\n".join([kind.what, kind.todo, *vietnamese, f"exit status {int(kind.exit_status)}", ""])


def test_every_error_says_what_it_said() -> None:
    listed, now = LIST.read_text(encoding="utf-8").splitlines(), told().splitlines()
    assert list(difflib.unified_diff(listed, now, "the list", "the program", lineterm="", n=2)) == []


if __name__ == "__main__":
    LIST.write_text(told(), encoding="utf-8")
