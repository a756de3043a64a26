"""`counter digests`: the signed days go out as a file, and the desk is compared with it later."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.commands.digests import NoDigests, check_digests, export_digests
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.store.digests import HistoryRewritten
from tests.conftest import MORNING, filled


def test_a_file_of_before_shows_what_was_changed_since(desk: Desk, tmp_path: Path) -> None:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    receiving.receive(desk, draft.id)
    desk, file = replace(desk, now=lambda: MORNING + timedelta(days=1)), tmp_path / "days.json"
    assert export_digests(desk, file) == check_digests(desk, file) == 0
    content = json.loads(file.read_text())
    assert [item["day"] for item in content["digests"]] == ["2026-11-20"]
    desk.store.db.execute("UPDATE entries SET hash = ?", ["0" * 64])
    with pytest.raises(HistoryRewritten, match="1"):
        check_digests(desk, file)
    content["digests"][0]["head"] = "0" * 64
    file.write_text(json.dumps(content))
    with pytest.raises(NoDigests):
        check_digests(desk, file)
