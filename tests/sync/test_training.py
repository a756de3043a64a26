"""What is done at a desk for training never reaches the province, whatever its profile says later."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from counter_app.config import Server, sample_profile, training_profile
from counter_app.province.serve import RunningServer
from counter_app.store.store import open_store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import TrainingStaysHere
from counter_app.sync.wire import DeskId

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
