"""What the province gives its desks to know: checked before it is given, and sent only where it changed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from counter_app.procedures.data_files import DataFault
from counter_app.province import knowledge_package
from counter_app.province.knowledge_package import KnowledgePackage
from counter_app.province.serve import RunningServer, running_server
from counter_app.resources import resource
from tests.province.conftest import Caller


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The province's folder: the calendar as shipped, in a file of its own."""
    own = tmp_path / "knowledge" / "calendar"
    own.mkdir(parents=True)
    shipped = resource("calendar", "office-hours.toml")
    (own / shipped.name).write_bytes(shipped.read_bytes())
    return own.parent


def test_a_desk_gets_it_once_and_again_only_when_it_changed(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knowledge_package, "_LOOK", 0.0)
    hours = folder / "calendar" / "office-hours.toml"
    with running_server(tmp_path / "server", knowledge=folder) as province, Caller(province) as caller:
        first = caller.get("/v2/knowledge")
        assert first.headers["Content-Type"] == "application/zip"
        archive = zipfile.ZipFile(io.BytesIO(first.content))
        assert archive.namelist() == ["calendar/office-hours.toml"]
        assert archive.read("calendar/office-hours.toml") == hours.read_bytes()
        tag = first.headers["ETag"]
        same = caller.get("/v2/knowledge", headers={"If-None-Match": f'"other", W/{tag}'})
        assert (same.status_code, same.content, same.headers["ETag"]) == (304, b"", tag)
        hours.write_text(hours.read_text(encoding="utf-8") + "\n# xem lại\n", encoding="utf-8")
        changed = caller.get("/v2/knowledge", headers={"If-None-Match": tag})
        assert changed.status_code == 200
        assert changed.headers["ETag"] != tag
        hours.write_text("hours = [", encoding="utf-8")
        still = caller.get("/v2/knowledge", headers={"If-None-Match": changed.headers["ETag"]})
        assert still.status_code == 304, "what is faulty is not given out"


def test_a_faulty_folder_stops_the_start(folder: Path) -> None:
    (folder / "calendar" / "office-hours.toml").write_text("hours = [", encoding="utf-8")
    with pytest.raises(DataFault):
        KnowledgePackage(folder)
    assert sorted(path.name for path in folder.rglob("*")) == ["calendar", "office-hours.toml"], "nothing is written"


def test_the_same_files_have_the_same_tag_on_every_server(folder: Path) -> None:
    assert KnowledgePackage(folder).current() == KnowledgePackage(folder).current()


def test_a_server_without_knowledge_says_so(province: RunningServer, caller: Caller) -> None:
    assert caller.get("/v2/knowledge").status_code == 404
