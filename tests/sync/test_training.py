"""What is done at a desk for training never reaches the province, whatever its profile says later."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from counter_app.config import PROFILE, Server, load_profile, sample_profile, save_profile, training_profile
from counter_app.desk.desk import open_desk
from counter_app.province.serve import RunningServer
from counter_app.store.store import open_store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import TrainingStaysHere
from counter_app.sync.wire import DeskId
from printing.handout import ask_for_document
from printing.layout.document import document
from printing.layout.paragraphs import sentences
from tests.conftest import CLERK
from tests.printing.reading import pages

PROFILE_HERE = training_profile(sample_profile())


def test_no_line_is_opened_for_a_desk_for_training(tmp_path: Path, address: RunningServer) -> None:
    store = open_store(tmp_path / "desk", PROFILE_HERE.desk_id)
    try:
        with pytest.raises(TrainingStaysHere):
            ProvincialServer(Server(url=address.url, code="x"), store)
    finally:
        store.close()


def test_neither_protocol_nor_server_knows_the_name_of_its_journal() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(DeskId).validate_python(PROFILE_HERE.desk_id)


def test_its_papers_say_across_the_page_that_they_are_worth_nothing(tmp_path: Path) -> None:
    save_profile(PROFILE_HERE, tmp_path / PROFILE)
    assert load_profile(tmp_path / PROFILE).training
    desk = open_desk(tmp_path, PROFILE_HERE).of(CLERK)
    try:
        pdf = document([[sentences("Giấy thử")]], title="Thử", author="")
        job = ask_for_document(desk, pdf, "Thử")
        assert "KHÔNG CÓ GIÁ TRỊ" in " ".join(pages(desk.store.files.get(job.file.sha256)))
    finally:
        desk.store.close()
