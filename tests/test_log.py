"""The desk's log tells a technician what the program did, and nothing about a person."""

from __future__ import annotations

import logging
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from counter_app.config import Log, Server, load_profile, sample_profile, save_profile
from counter_app.demo.sample_papers import sample_dossiers
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.desk.receiving import DraftIncomplete
from counter_app.log import PACKAGES, Mark, keep_log, log_uncaught, note, set_level, timed
from counter_app.province.serve import running_server
from counter_app.sync.client import ProvincialServer
from counter_app.sync.rounds.files import agree_on_files, send_files
from counter_app.sync.rounds.pull import pull
from counter_app.sync.rounds.push import push
from printing.handout import ask_for
from printing.layout.pictures import page_pictures
from printing.print_queue import PrintQueue
from scanning.pipeline.pipeline import Pipeline
from scanning.session import make_documents, scan
from scanning.sources.files import pages_of
from tests.conftest import filled
from tests.printing.paper_printers import PaperPrinter

BIRTH = sample_dossiers()[0].papers[0]
TYPED = ("Đặng", "Hường", "040190001234", "15/04/1990", "Xóm 3", "Sao Mai", "0912000123", "912000123")


@pytest.fixture(autouse=True)
def levels_as_before() -> Iterator[None]:
    """The log of these tests is none of the others' business."""
    root, hooks = logging.getLogger(), (sys.excepthook,)
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], (sys.excepthook,) = handlers, hooks
    root.setLevel(level)
    for package in PACKAGES:
        logging.getLogger(package).setLevel(logging.NOTSET)


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    """A page whose file is named after the person it is about, as citizens name them."""
    path = tmp_path / "khai sinh Bao Anh con chi Huong.png"
    path.write_bytes(page_pictures(BIRTH.pdf(), 150)[0])
    return path


def plain(text: str) -> str:
    """Without marks and case: how a name could still be told."""
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def personal(*more: str) -> set[str]:
    """Everything typed in the intake, every word of the paper that is not part of its form, and what else is given."""
    values = " ".join(line.partition(": ")[2] for line in BIRTH.lines)
    words = [word.strip(",.;:()") for word in values.split()]
    return {plain(word) for word in (*TYPED, *more, *(word for word in words if len(word) > 4))}


def found_in(log: str, words: set[str]) -> list[str]:
    return sorted(word for word in words if word in plain(log))


def test_a_whole_intake_leaves_its_steps_in_the_log_and_nothing_of_the_citizen(
    desk: Desk, page_file: Path, tmp_path: Path
) -> None:
    keep_log(tmp_path / "log")
    set_level("debug")
    draft = desk.new_draft()
    desk.keep_draft(draft.model_copy(update={"procedure": "1.001193"}))
    with pytest.raises(DraftIncomplete):
        receiving.receive(desk, draft.id)
    desk.keep_draft(filled(draft))
    (tmp_path / "CCCD Dang Thi Huong.jpg").write_text("no picture")
    with Pipeline(workers=1) as pipeline:
        scan(desk, pipeline, draft.id, "to-khai", pages_of([page_file, tmp_path / "CCCD Dang Thi Huong.jpg"]))
    code = receiving.receive(desk, draft.id).code
    make_documents(desk, code)
    ask_for(desk, [code], "receipt", printer="Máy A")
    PrintQueue(desk, lambda name: PaperPrinter(name)).run_once()
    with running_server(tmp_path / "province") as province:
        settings = Server(url=province.url, code=province.services.desks.register(desk.profile.desk_id))
        with ProvincialServer(settings, desk.store) as server:
            push(desk.store, server)
            agree_on_files(desk.store, server)
            assert send_files(desk.store, server) == {}
            pull(desk.store, server)
    log = (tmp_path / "log" / "counter.log").read_text(encoding="utf-8")
    assert found_in(log, personal(code, "Bao Anh", "CCCD")) == []
    told = (
        "entry kind=Received",
        "kind=ComponentDigitised",
        "page index=0",
        "page read",
        "print job",
        "pushed entries=",
    )
    assert [event for event in told if event not in log] == []
    assert log.count(f"dossier={Mark(code).text}") >= 3, "one dossier can be followed"


def test_what_is_read_on_the_command_line_is_told_by_numbers_alone(page_file: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "counter_app", "digitise", str(page_file), "-o", str(tmp_path / "out.pdf")]
    quiet = subprocess.run(command, capture_output=True, text=True, check=True)
    assert quiet.stderr == ""
    done = subprocess.run([*command, "--debug"], capture_output=True, text=True, check=True)
    assert "page read" in done.stderr and "words=" in done.stderr
    assert found_in(done.stderr, personal("Bao Anh", str(tmp_path))) == []


def test_an_error_is_logged_by_its_class_and_places_without_its_words(tmp_path: Path) -> None:
    keep_log(tmp_path)
    set_level("debug")
    log = logging.getLogger("counter_app.test")
    with pytest.raises(ValueError, match="Hường"), timed(log, "entry"):
        raise ValueError("Đặng Thị Hường, 040190001234")
    try:
        raise ValueError("Đặng Thị Hường, 040190001234")
    except ValueError as error:
        log.exception("a round")
        sys.excepthook = lambda *_: None
        log_uncaught()
        sys.excepthook(type(error), error, error.__traceback__)
    text = (tmp_path / "counter.log").read_text(encoding="utf-8")
    assert found_in(text, personal()) == []
    assert text.count("ValueError") == 3 and "failure=ValueError" in text
    assert text.count("test_log.py:") >= 2


def test_libraries_stay_quiet_and_warnings_alone_are_kept_unless_more_is_wanted(tmp_path: Path) -> None:
    keep_log(tmp_path)
    ours, theirs = logging.getLogger("counter_app.test"), logging.getLogger("httpx")
    note(ours, "before")
    set_level("debug")
    note(ours, "after", count=2)
    theirs.info("GET https://province.example/dossiers/Huong")
    text = (tmp_path / "counter.log").read_text(encoding="utf-8")
    assert "before" not in text and "after count=2" in text and "Huong" not in text


def test_the_profile_says_how_much_is_logged(tmp_path: Path) -> None:
    profile = sample_profile()
    assert profile.log.level == "warning"
    save_profile(profile.model_copy(update={"log": Log(level="debug")}), tmp_path / "profile.toml")
    assert load_profile(tmp_path / "profile.toml").log.level == "debug"
    with pytest.raises(ValidationError):
        Log(level="everything")


def test_the_log_turns_over_before_it_fills_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counter_app.log._LARGEST", 2000)
    keep_log(tmp_path)
    log = logging.getLogger("counter_app.test")
    for number in range(200):
        log.warning("refused %d", number)
    kept = sorted(tmp_path.iterdir())
    assert [file.name for file in kept] == ["counter.log", "counter.log.1", "counter.log.2", "counter.log.3"]
    assert all(file.stat().st_size <= 2000 for file in kept)
    assert "refused 199" in (tmp_path / "counter.log").read_text(encoding="utf-8"), "the newest stays"
