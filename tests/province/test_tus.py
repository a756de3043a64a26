"""Files by tus 1.0.0: gone on with at the byte, checked piece by piece and whole, kept apart by office."""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest

from counter_app.dossier import clock
from counter_app.province.file_register import KEPT_DAYS, FileRegister, Key
from counter_app.province.file_storage import FolderStorage, S3Storage
from counter_app.province.serve import RunningServer, running_server
from counter_app.province.uploads import Uploads
from tests.dossier.entries import received
from tests.province.conftest import DESK, OTHER, STRANGER, Caller, Journal, scanned

TUS = {"Tus-Resumable": "1.0.0"}
PIECE = TUS | {"Content-Type": "application/offset+octet-stream"}


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def named(caller: Caller, *contents: bytes, code: str = "") -> list[str]:
    """Has the desk's journal name the files."""
    journal = Journal(caller.desk)
    office = caller.desk.partition(":")[0]
    dossier = code or f"{office}-261124-0001"
    journal.write(received(), dossier)
    for step, content in enumerate(contents, 2):
        journal.write(scanned(sha256(content), len(content)), dossier, step)
    assert caller.push(journal.entries).status_code == 200
    return [sha256(content) for content in contents]


def create(caller: Caller, content: bytes, length: int | None = None) -> httpx.Response:
    metadata = (
        f"filename {base64.b64encode(b'../../x').decode()},sha256 {base64.b64encode(sha256(content).encode()).decode()}"
    )
    headers = TUS | {"Upload-Length": str(length or len(content)), "Upload-Metadata": metadata}
    return caller.post("/v2/files", headers=headers)


def patch(caller: Caller, name: str, offset: int, piece: bytes, **headers: str) -> httpx.Response:
    more = {key.replace("_", "-"): value for key, value in headers.items()}
    return caller.patch(f"/v2/files/{name}", content=piece, headers=PIECE | {"Upload-Offset": str(offset)} | more)


def offset(caller: Caller, name: str) -> int | None:
    answer = caller.head(f"/v2/files/{name}", headers=TUS)
    assert answer.headers["Tus-Resumable"] == "1.0.0"
    return int(answer.headers["Upload-Offset"]) if answer.status_code == 200 else None


def checksum(algorithm: str, piece: bytes) -> str:
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, piece).digest()).decode()}"


def awaited(caller: Caller) -> list[str]:
    return [file["sha256"] for file in caller.get("/v2/files/awaited").json()["files"]]


def test_the_server_tells_what_it_can(province: RunningServer) -> None:
    answer = httpx.options(f"{province.url}/v2/files")
    assert answer.status_code == 204
    assert answer.headers["Tus-Version"] == "1.0.0"
    assert set(answer.headers["Tus-Extension"].split(",")) >= {"creation", "checksum", "termination", "expiration"}
    assert answer.headers["Tus-Checksum-Algorithm"] == "sha1,sha256"


def test_a_file_arrives_in_pieces_and_only_then_counts(caller: Caller) -> None:
    content = secrets.token_bytes(700_000)
    (name,) = named(caller, content)
    created = create(caller, content)
    assert created.status_code == 201
    assert "Upload-Expires" in created.headers
    way = created.headers["Location"]
    assert way == f"/v2/files/{name}"
    for start in range(0, len(content), 300_000):
        assert awaited(caller) == [name]
        assert caller.get(way).status_code == 404
        piece = content[start : start + 300_000]
        answer = patch(caller, name, start, piece, Upload_Checksum=checksum("sha1", piece))
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, str(start + len(piece)))
    assert awaited(caller) == []
    assert offset(caller, name) == len(content)
    assert caller.get(way).content == content
    assert create(caller, content).status_code == 201, "begun again it changes nothing"
    assert patch(caller, name, len(content), b"").status_code == 409


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_piece_that_is_not_what_its_checksum_says_is_thrown_away_and_the_rest_stays(
    caller: Caller, algorithm: str
) -> None:
    content = secrets.token_bytes(1000)
    (name,) = named(caller, content)
    create(caller, content)
    patch(caller, name, 0, content[:400])
    spoiled = patch(caller, name, 400, b"x" * 300, Upload_Checksum=checksum(algorithm, content[400:700]))
    assert spoiled.status_code == 460
    assert offset(caller, name) == 400
    for wrong in ("md5 AAAA", "sha256 *", "sha256", ""):
        status = patch(caller, name, 400, b"", Upload_Checksum=wrong).status_code
        assert status == (204 if not wrong else 460 if wrong == "sha256" else 400)
    good = patch(caller, name, 400, content[400:], Upload_Checksum=checksum(algorithm, content[400:]))
    assert good.status_code == 204
    assert caller.get(f"/v2/files/{name}").content == content


def test_a_whole_file_that_is_another_is_thrown_away_and_may_be_sent_again(caller: Caller) -> None:
    content = b"the real scan"
    (name,) = named(caller, content)
    create(caller, content)
    assert patch(caller, name, 0, b"another scan!").status_code == 460
    assert offset(caller, name) is None
    assert awaited(caller) == [name]
    create(caller, content)
    assert patch(caller, name, 0, content[:5]).status_code == 204
    assert patch(caller, name, 5, content[5:]).status_code == 204
    assert awaited(caller) == []


def test_wrong_offsets_lengths_kinds_and_versions_change_nothing(caller: Caller) -> None:
    content = b"twelve bytes"
    (name,) = named(caller, content)
    assert patch(caller, name, 0, content).status_code == 404, "not begun"
    assert create(caller, content, length=11).status_code == 404
    assert create(caller, content, length=2_000_000_000).status_code == 413
    assert create(caller, b"named by nobody").status_code == 404
    create(caller, content)
    assert patch(caller, name, 3, content).status_code == 409
    assert patch(caller, name, 0, content + b"more").status_code == 413
    assert patch(caller, name, 0, content, Content_Type="text/plain").status_code == 415
    assert patch(caller, name, 0, content, Content_Encoding="gzip").status_code == 415
    assert patch(caller, name, 0, content, Tus_Resumable="0.2.2").status_code == 412
    assert patch(caller, name, 0, content, Upload_Offset="-1").status_code == 422
    assert caller.head(f"/v2/files/{name}").status_code == 412
    assert offset(caller, name) == 0


def test_an_upload_may_be_given_up_but_not_a_whole_file(caller: Caller) -> None:
    content = b"twelve bytes"
    (name,) = named(caller, content)
    assert caller.delete(f"/v2/files/{name}", headers=TUS).status_code == 404
    create(caller, content)
    patch(caller, name, 0, content[:5])
    assert caller.delete(f"/v2/files/{name}", headers=TUS).status_code == 204
    assert offset(caller, name) is None
    create(caller, content)
    patch(caller, name, 0, content)
    assert caller.delete(f"/v2/files/{name}", headers=TUS).status_code == 403
    assert caller.get(f"/v2/files/{name}").content == content


def test_offices_share_no_file_not_even_the_same_one(province: RunningServer, caller: Caller) -> None:
    content = b"the same paper in two offices"
    (name,) = named(caller, content)
    create(caller, content)
    patch(caller, name, 0, content)
    with Caller(province, STRANGER) as stranger, Caller(province, OTHER) as colleague:
        assert stranger.get(f"/v2/files/{name}").status_code == 404
        named(stranger, content)
        assert awaited(stranger) == [name], "to have named it is not to have seen it"
        assert stranger.get(f"/v2/files/{name}").status_code == 404
        assert colleague.get(f"/v2/files/{name}").content == content


def test_an_office_over_its_quota_is_told_so_until_there_is_room(province: RunningServer, caller: Caller) -> None:
    first, second = b"a" * 600, b"b" * 600
    names = named(caller, first, second)
    province.services.desks.set_quota("H41.99", 1000)
    assert create(caller, first).status_code == 201
    assert create(caller, first).status_code == 201, "its room is kept once"
    assert create(caller, second).status_code == 507
    caller.delete(f"/v2/files/{names[0]}", headers=TUS)
    assert create(caller, second).status_code == 201
    patch(caller, names[1], 0, second)
    assert create(caller, first).status_code == 507
    assert caller.push([]).status_code == 200, "entries go on"


def test_two_requests_for_one_file_never_mix(province: RunningServer, caller: Caller) -> None:
    content = secrets.token_bytes(400_000)
    (name,) = named(caller, content)
    create(caller, content)
    go_on = threading.Event()

    def slowly() -> Iterator[bytes]:
        sent = 300_000
        yield content[:sent]
        while not go_on.wait(1) and sent < len(content) - 1:  # as long as it takes, but never standing still
            sent += 1
            yield content[sent - 1 : sent]
        yield content[sent:]

    headers = PIECE | {"Upload-Offset": "0", "Content-Length": str(len(content))}
    answers: list[int] = []

    def send() -> None:
        with Caller(province) as same:
            answers.append(same.patch(f"/v2/files/{name}", content=slowly(), headers=headers).status_code)

    first = threading.Thread(target=send)
    first.start()
    while not offset(caller, name):
        first.join(0.01)
    busy = patch(caller, name, 0, content)
    assert (busy.status_code, busy.headers["Retry-After"]) == (423, "1")
    go_on.set()
    first.join()
    assert answers == [204]
    assert caller.get(f"/v2/files/{name}").content == content


class OpenFiles(FolderStorage):
    """A folder that looks, before it moves a file, whether this process still has it open, as Windows does."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.moved: list[bool] = []

    def put(self, key: Key, file: Path) -> None:
        self.moved.append(str(file) in map(os.path.realpath, Path("/proc/self/fd").iterdir()))
        super().put(key, file)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="which files are open is told by /proc")
def test_a_whole_part_is_closed_before_it_is_moved(province: RunningServer, caller: Caller, tmp_path: Path) -> None:
    sent, found = secrets.token_bytes(200_000), b"its last piece came, then the power went"
    names = named(caller, sent, found)
    storage = OpenFiles(tmp_path / "server" / "files" / "whole")
    province.services.uploads._storage = storage
    create(caller, sent)
    assert patch(caller, names[0], 0, sent).status_code == 204
    create(caller, found)
    (tmp_path / "server" / "files" / "parts" / "H41.99" / names[1]).write_bytes(found)
    assert offset(caller, names[1]) == len(found)
    assert storage.moved == [False, False]
    assert caller.get(f"/v2/files/{names[0]}").content == sent


def test_a_part_that_another_process_moved_first_counts_all_the_same(province: RunningServer, caller: Caller) -> None:
    class Overtaken(FolderStorage):
        def put(self, key: Key, file: Path) -> None:
            super().put(key, file)
            super().put(key, file)  # the second comes too late

    content = secrets.token_bytes(1000)
    (name,) = named(caller, content)
    province.services.uploads._storage = Overtaken(province.services.uploads._storage._folder)  # type: ignore[attr-defined]
    create(caller, content)
    assert patch(caller, name, 0, content).status_code == 204
    assert awaited(caller) == [] and caller.get(f"/v2/files/{name}").content == content


def test_uploads_nobody_goes_on_with_make_room(province: RunningServer, caller: Caller, tmp_path: Path) -> None:
    content = b"half of it"
    (name,) = named(caller, content)
    create(caller, content)
    patch(caller, name, 0, content[:5])
    assert province.services.uploads.sweep() == 0
    later = FileRegister(province.services.engine, lambda: clock.now() + timedelta(days=KEPT_DAYS, minutes=1))
    parts = tmp_path / "server" / "files"
    assert Uploads(later, parts / "parts", FolderStorage(parts / "whole")).sweep() == 1
    assert offset(caller, name) is None
    assert not any(path.is_file() for path in parts.rglob("*"))
    create(caller, content)
    patch(caller, name, 0, content)
    assert awaited(caller) == []


def test_a_crash_between_the_move_and_the_note_is_mended_by_the_next_question(
    province: RunningServer, caller: Caller, tmp_path: Path
) -> None:
    content = b"a whole file"
    (name,) = named(caller, content)
    create(caller, content)
    key = Key("H41.99", name)
    part = tmp_path / "server" / "files" / "parts" / "H41.99" / name
    part.write_bytes(content)
    FolderStorage(tmp_path / "server" / "files" / "whole").put(key, part)
    assert awaited(caller) == [name]
    assert offset(caller, name) == len(content)
    assert awaited(caller) == []


def test_another_process_goes_on_where_the_first_one_ended(
    caller: Caller, province: RunningServer, tmp_path: Path
) -> None:
    content = secrets.token_bytes(500_000)
    (name,) = named(caller, content)
    create(caller, content)
    patch(caller, name, 0, content[:300_000])
    database = str(province.services.engine.url)
    with running_server(tmp_path / "server", database=database) as second:
        second._credentials[DESK] = province.credential(DESK)
        with Caller(second) as there:
            assert offset(there, name) == 300_000
            assert patch(there, name, 300_000, content[300_000:]).status_code == 204
    assert caller.get(f"/v2/files/{name}").content == content


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str]]:
    """A store that speaks S3: its bucket and address."""
    moto = pytest.importorskip("moto.server")
    for key, value in {"ACCESS_KEY_ID": "test", "SECRET_ACCESS_KEY": "test", "DEFAULT_REGION": "us-east-1"}.items():
        monkeypatch.setenv(f"AWS_{key}", value)
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    import boto3

    boto3.client("s3", endpoint_url=address).create_bucket(Bucket="scans")
    yield "scans", address
    server.stop()


def test_whole_files_may_lie_in_a_store_that_speaks_s3(bucket: tuple[str, str], tmp_path: Path) -> None:
    content = secrets.token_bytes(9_000_000)  # two parts
    with running_server(tmp_path, bucket=bucket) as province, Caller(province) as caller:
        (name,) = named(caller, content)
        create(caller, content)
        patch(caller, name, 0, content[:4_000_000])
        assert not S3Storage(*bucket).has(Key("H41.99", name))
        assert patch(caller, name, 4_000_000, content[4_000_000:]).status_code == 204
        assert awaited(caller) == []
        assert caller.get(f"/v2/files/{name}").content == content
    assert not any(path.is_file() for path in (tmp_path / "files").rglob("*")), "nothing stays behind"
    storage = S3Storage(*bucket)
    assert storage.has(Key("H41.99", name))
    assert not storage.has(Key("H41.98", name))
    with pytest.raises(FileNotFoundError):
        storage.read(Key("H41.98", name))


def test_the_time_an_upload_is_kept_is_told(province: RunningServer) -> None:
    left = province.services.files.expires() - datetime.now(clock.VIETNAM)
    assert timedelta(days=KEPT_DAYS - 1) < left <= timedelta(days=KEPT_DAYS)
