"""An extract of a dossier proves itself, and names what was changed in it, with Python's standard library alone."""

from __future__ import annotations

import io
import json
import os
import random
import re
import runpy
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from counter_app.cli import main
from counter_app.commands.digests import export_digests
from counter_app.desk import after_receipt, casework, extract, receiving
from counter_app.desk.desk import Desk, DossierUnknown
from counter_app.desk.extract import extract_dossier
from counter_app.desk.personal_data import erase
from counter_app.dossier.acts.act import NotYourTask
from counter_app.dossier.roles import Clerk, Role, tasks_of
from counter_app.dossier.subjects import WHOLE
from counter_app.resources import resource
from counter_app.store.accesses import AccessKind
from tests.conftest import filled

VERIFIER = runpy.run_path(str(resource("inspection", "verify.py")))
INSPECTOR = Clerk("Phạm Văn Kiểm", tasks_of([Role.INSPECTOR]))


@pytest.fixture
def code(desk: Desk) -> str:
    """A dossier with a scan and a print; another dossier's entry stands between its own."""
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    code = receiving.receive(desk, draft.id).code
    desk.add_document(code, "to-khai", desk.store.files.put(b"%PDF-1.4 scan", "application/pdf"), (), [])
    other = filled(desk.new_draft())
    desk.keep_draft(other)
    receiving.receive(desk, other.id)
    desk.paper_given(code, "receipt", desk.store.files.put(b"%PDF-1.4 receipt", "application/pdf"), WHOLE)
    casework.refuse(desk, code, "Bà Hường không có hộ khẩu")
    return code


def inspecting(desk: Desk, days: int = 1) -> Desk:
    """The desk as the inspector works at it, days later: the day of the dossier was signed."""
    return replace(desk.of(INSPECTOR), now=lambda: desk.now() + timedelta(days=days))


def verified(path: Path, key: str = "", digests: tuple[Any, ...] = ()) -> Any:
    return VERIFIER["verify"](str(path), key, digests)


def anew(path: Path, target: Path, **changed: bytes) -> Path:
    """The extract packed again with other contents, its outer hash right, by somebody who knows how it is made."""
    held = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed.pop(name, old.read(name)))
        for name, content in changed.items():
            new.writestr(name, content)
        new.comment = b"0" * 64
    bare = held.getvalue()[:-64]
    target.write_bytes(bare + VERIFIER["hashlib"].sha256(bare).hexdigest().encode())
    return target


def test_an_inspector_takes_a_dossier_along_and_anybody_with_python_proves_it(
    desk: Desk, code: str, tmp_path: Path
) -> None:
    theirs, file = inspecting(desk), tmp_path / "ho-so.zip"
    made = extract_dossier(theirs, code, file)
    assert (made.entries, made.papers, made.absent) == (4, 2, 0)
    assert os.name == "nt" or file.stat().st_mode & 0o077 == 0, "on Windows its folder says who reads it"
    with zipfile.ZipFile(file) as archive:
        archive.extract("verify.py", tmp_path)
        told = archive.read("dien-bien.txt").decode()
        key = json.loads(archive.read("signature.json"))["key"]
        assert "Đặng Thị Hường" not in archive.read("chain.json").decode()
    assert "Bà Hường không có hộ khẩu" in told and "Tiếp nhận" in told
    export_digests(theirs, tmp_path / "days.json")
    command = [sys.executable, "-I", str(tmp_path / "verify.py"), str(file)]
    done = subprocess.run(
        [*command, "--key", key, "--digests", str(tmp_path / "days.json")], capture_output=True, check=False
    )
    said = done.stdout.decode()
    assert done.returncode == 0 and "còn nguyên vẹn" in said and "[lưu ý]" not in said, said + done.stderr.decode()
    assert "tóm lược ngày" in said and "nối liền nhau" in said and "giữ nơi khác" in said
    assert main(["verify-extract", str(file), "--key", key]) == 0 and main(["verify-extract", str(tmp_path)]) == 1
    noted = [item for item in desk.store.accesses.between(0, 2**40) if item.clerk == INSPECTOR.name]
    assert [(item.kind, item.subject) for item in noted] == [(AccessKind.EXPORTED, code)]
    with pytest.raises(NotYourTask):
        extract_dossier(desk.of(Clerk("Lê Văn Hai", tasks_of([Role.CLERK]))), code, tmp_path / "no.zip")
    with pytest.raises(DossierUnknown):
        extract_dossier(theirs, "H41.99-260101-0001", tmp_path / "no.zip")


def test_a_changed_byte_anywhere_is_found_and_a_changed_content_is_named(desk: Desk, code: str, tmp_path: Path) -> None:
    file, bad = tmp_path / "ho-so.zip", tmp_path / "bad.zip"
    extract_dossier(inspecting(desk), code, file)
    whole = file.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        bad.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert not verified(bad).holds, place
    bad.write_bytes(whole[:-1])
    assert not verified(bad).holds
    with zipfile.ZipFile(file) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    for name, content in contents.items():
        report = verified(anew(file, bad, **{name: content[:-3] + b" " + content[-3:]}))
        assert any(name in fault for fault in report.faults), name
    report = verified(anew(file, bad, **{"them.txt": b"x"}))
    assert report.faults == ["them.txt: không có trong danh sách, đã thêm vào sau"]


def test_who_rewrites_an_entry_and_all_lists_is_found_by_the_seals_the_chain_and_the_key(
    desk: Desk, code: str, tmp_path: Path
) -> None:
    file, bad = tmp_path / "ho-so.zip", tmp_path / "bad.zip"
    extract_dossier(inspecting(desk), code, file)
    with zipfile.ZipFile(file) as archive:
        entries, chain = json.loads(archive.read("entries.json")), json.loads(archive.read("chain.json"))
        key = json.loads(archive.read("signature.json"))["key"]
    changed = [*entries]
    changed[-1] = entries[-1] | {"payload": entries[-1]["payload"].replace("không có", "đã có")}
    faults = verified(anew(file, bad, **{"entries.json": json.dumps(changed).encode()})).faults
    assert any(re.fullmatch(r"bước \d+ của .*: nội dung không đúng mã băm của nó", fault) for fault in faults)
    faults = verified(anew(file, bad, **{"entries.json": json.dumps(entries[:-1]).encode()})).faults
    assert any("đã bị bỏ ra" in fault for fault in faults)
    chain[0]["links"][2]["clerk"] = "Người Khác"
    faults = verified(anew(file, bad, **{"chain.json": json.dumps(chain).encode()})).faults
    assert any("mắt xích" in fault for fault in faults)
    assert verified(file, key).holds and not verified(file, "0" * 64).holds


@pytest.mark.parametrize("left", ["nothing", "no links", "half of the desks"])
def test_a_desk_that_leaves_its_chain_out_proves_nothing(
    desk: Desk, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    """Who has the key can sign any list: a chain with nothing in it passed, and no digest kept elsewhere was asked."""
    theirs, file, days = inspecting(desk), tmp_path / "ho-so.zip", tmp_path / "days.json"
    export_digests(theirs, days)
    kept = tuple(json.loads(days.read_text())["digests"])
    journals = list(extract._journals(theirs, theirs.store.entries.of_dossier(code)))
    found = {
        "nothing": [],
        "no links": [journal | {"links": [], "digest": None} for journal in journals],
        "half of the desks": [journal | {"desk": "H41.99:9"} for journal in journals],
    }[left]
    monkeypatch.setattr(extract, "_journals", lambda *_: found)
    extract_dossier(theirs, code, file)
    assert not verified(file).holds and not verified(file, digests=kept).holds


def test_a_desk_that_signs_in_the_name_of_another_does_not_get_past_the_digests_kept_elsewhere(
    desk: Desk, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the extract were made elsewhere, where its own chain need not lie."""
    theirs, file, days = inspecting(desk), tmp_path / "ho-so.zip", tmp_path / "days.json"
    export_digests(theirs, days)
    kept = tuple(json.loads(days.read_text())["digests"])
    journals = list(extract._journals(theirs, theirs.store.entries.of_dossier(code)))
    monkeypatch.setattr(extract, "_journals", lambda *_: [line | {"links": [], "digest": None} for line in journals])
    json_of = extract._json
    monkeypatch.setattr(
        extract, "_json", lambda said: json_of(said | {"desk": "H41.99:9"} if "made_by" in said else said)
    )
    extract_dossier(theirs, code, file)
    assert verified(file).holds and any("không nối chuỗi được" in note for note in verified(file).notes)
    assert not verified(file, digests=kept).holds


def test_digests_that_say_nothing_of_the_chain_and_a_file_that_holds_none_are_told(
    desk: Desk, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, days = tmp_path / "ho-so.zip", tmp_path / "days.json"
    extract_dossier(inspecting(desk), code, file)
    export_digests(inspecting(desk), days)
    others = [digest | {"desk": "H41.99:9"} for digest in json.loads(days.read_text())["digests"]]
    report = verified(file, digests=tuple(others))
    assert report.faults and "giữ nơi khác" in report.faults[0]
    for content in (b"", b"[]", b"{}", b"\xff", b"[" * 100_000):
        days.write_bytes(content)
        assert VERIFIER["main"]([str(file), "--digests", str(days)]) == 1
        assert "không đọc được tóm lược ngày" in capsys.readouterr().out


def test_whatever_is_given_for_an_extract_is_a_fault_and_never_a_traceback(
    desk: Desk, code: str, tmp_path: Path
) -> None:
    file, bad, chance = tmp_path / "ho-so.zip", tmp_path / "bad.zip", random.Random(8)
    extract_dossier(inspecting(desk), code, file)
    whole = file.read_bytes()
    for _ in range(300):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 40)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        bad.write_bytes(bytes(content[: chance.randint(1, len(content))] if chance.random() < 0.3 else content))
        assert verified(bad).holds is (bad.read_bytes() == whole)
    deep = b"[" * 100_000
    for name in ("extract.json", "signature.json", "entries.json", "chain.json"):
        for wrong in (b"", b"null", b"[1]", b'{"files": 1}', b"\xff\xfe", deep):
            assert not verified(anew(file, bad, **{name: wrong})).holds, (name, wrong[:20])


def test_a_day_that_is_not_over_and_what_the_law_erased_are_told_and_no_fault(
    desk: Desk, code: str, tmp_path: Path
) -> None:
    after_receipt.write_note(desk, code, "Đã gọi điện")
    extract_dossier(inspecting(desk, 0), code, tmp_path / "today.zip")
    report = verified(tmp_path / "today.zip")
    assert report.holds and any("chưa khép" in line for line in report.notes)
    erase(desk.of(Clerk("Trần Thị Bốn", tasks_of([Role.SUPERVISOR]))), code, "Theo yêu cầu", "Lê Văn Ký")
    extract_dossier(inspecting(desk), code, tmp_path / "erased.zip")
    report = verified(tmp_path / "erased.zip")
    assert report.holds, report.faults
    assert sum("đã xóa theo luật" in line for line in report.notes) == 5
