"""What the server does with what it is told, the wrong things above all: 4xx, a reason, and nothing changed."""

from __future__ import annotations

import gzip
import json
import logging
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import event

from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.states import Status
from counter_app.province.admission import Limits
from counter_app.province.rates import Rates
from counter_app.province.request_limits import LARGEST_BODY
from counter_app.province.serve import RunningServer, running_server
from counter_app.province.server_log import JsonLines
from counter_app.sync.wire import Hello, Push
from tests.dossier.entries import CODE, received
from tests.province.conftest import DESK, OTHER, STRANGER, Caller, Journal


def body(*entries: object, desk: str = DESK) -> bytes:
    return json.dumps({"desk": desk, "entries": entries}).encode()


def entry(**changes: object) -> dict[str, object]:
    return Journal().write(received()).model_dump(mode="json") | changes


def test_the_greeting_tells_versions_and_time_to_anybody(province: RunningServer) -> None:
    hello = Hello.model_validate_json(httpx.get(f"{province.url}/hello").content, strict=False)
    assert hello.oldest <= 2 <= hello.newest
    assert abs(hello.time.timestamp() - time.time()) < 60


def test_the_way_from_the_code_to_the_next_credential(province: RunningServer) -> None:
    code = province.services.desks.register(DESK)
    with httpx.Client(base_url=province.url) as http:
        credential = http.post("/v2/enrol", json={"desk": DESK, "code": code}).json()["credential"]
        signed = http.post("/v2/sign-in", json={"desk": DESK, "credential": credential}).json()
        http.headers["Authorization"] = f"Bearer {signed['token']}"
        following = http.post("/v2/credential").json()["credential"]
        for good in (following, following):
            assert http.post("/v2/sign-in", json={"desk": DESK, "credential": good}).status_code == 200
        refused = http.post("/v2/sign-in", json={"desk": DESK, "credential": credential})
        assert (refused.status_code, "reason" in refused.json()) == (401, True)
        assert http.post("/v2/enrol", json={"desk": DESK, "code": code}).status_code == 401


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer x", "Basic eDp5", "Bearer " + "a" * 5000, b"Bearer \xff\xfe", "Bearer eCAxIDk=.0"]
)
def test_nobody_speaks_without_a_token(province: RunningServer, header: str | bytes) -> None:
    headers = {"Authorization": header, "Tus-Resumable": "1.0.0"}
    for method, path in (
        ("POST", "/v2/entries"),
        ("GET", "/v2/entries"),
        ("POST", "/v2/credential"),
        ("GET", "/v2/files/awaited"),
        ("GET", "/v2/knowledge"),
        ("GET", f"/v2/dossiers/{CODE}"),
        ("HEAD", f"/v2/files/{'a' * 64}"),
        ("DELETE", f"/v2/files/{'a' * 64}"),
    ):
        assert httpx.request(method, province.url + path, headers=headers).status_code == 401, path  # type: ignore[arg-type]


def test_a_desk_speaks_for_itself_and_its_office_only(province: RunningServer, caller: Caller) -> None:
    mine = Journal().write(received())
    theirs = Journal(OTHER).write(received())
    assert caller.post("/v2/entries", content=Push(desk=OTHER, entries=(theirs,)).model_dump_json()).status_code == 403
    assert caller.push([theirs]).status_code == 422
    assert caller.push([mine]).json() == {"acknowledged": 1}
    with Caller(province, STRANGER) as stranger, Caller(province, OTHER) as colleague:
        assert stranger.get(f"/v2/dossiers/{CODE}").status_code == 404
        assert stranger.get("/v2/entries").json()["entries"] == []
        assert colleague.get(f"/v2/dossiers/{CODE}").json()["dossier"]["code"] == CODE
    moved = caller.post(f"/v2/dossiers/{CODE}/status", json={"status": Status.DONE})
    assert moved.status_code == 401, "a desk is no official"


def test_a_revoked_desk_gets_403(province: RunningServer, caller: Caller) -> None:
    province.services.desks.revoke(DESK)
    assert caller.push([Journal().write(received())]).status_code == 403
    assert caller.get("/v2/entries").status_code == 403


def test_an_official_moves_a_dossier_on_in_their_own_name(province: RunningServer, caller: Caller) -> None:
    caller.push([Journal().write(received())])
    token = province.services.desks.add_official("Chuyên viên Mẫu")
    with httpx.Client(base_url=province.url, headers={"Authorization": f"Bearer {token}"}) as official:
        way = f"/v2/dossiers/{CODE}/status"
        assert official.post(way, json={"status": Status.DONE}).json()["dossier"]["status"] == Status.DONE
        assert official.post(way, json={"status": Status.STOPPED}).status_code == 409
        assert official.post(way, json={"status": 77}).status_code == 422
        assert official.post("/v2/dossiers/H41.99-261124-9999/status", json={"status": 4}).status_code == 404
        assert official.get("/v2/entries").status_code == 401, "an official is no desk"
    assert caller.get("/v2/entries").json()["entries"][0]["clerk"] == "Chuyên viên Mẫu"


PATHOLOGICAL = {
    "nothing": b"",
    "no JSON": b"{",
    "no UTF-8": b"\xff\xfe{}",
    "NUL": b"\0",
    "a list": b"[]",
    "deep": b"[" * 200_000,
    "a lone surrogate": b'{"desk": "\\ud800", "entries": []}',
    "a lone surrogate inside": body(entry(clerk="SURROGATE")).replace(b"SURROGATE", b"\\udfff"),
    "NUL inside": body(entry(clerk="A\0B")),
    "a huge number": b'{"desk": "H41.99:1", "entries": [], "waiting": ' + b"9" * 10_000 + b"}",
    "a huge sequence": body(entry(sequence=10**30)),
    "a negative sequence": body(entry(sequence=-1)),
    "not a number": body(entry(step=float("nan"))),
    "infinite": body(entry(step=1e999)),
    "no time zone": body(entry(at="2026-11-23T09:00:00")),
    "year zero": body(entry(at="0000-01-01T00:00:00Z")),
    "an unknown field": body(entry(admin=True)),
    "the province's desk": body(desk="province"),
    "a path for a desk": body(desk="../../etc:1"),
    "too many": body(*[{}] * 1001),
}


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_pathological_bodies_are_refused_with_a_reason(caller: Caller, name: str) -> None:
    answer = caller.post("/v2/entries", content=PATHOLOGICAL[name], headers={"Content-Type": "application/json"})
    assert answer.status_code in (403, 422)
    assert answer.json()["reason"]
    assert "Mẫu" not in answer.text, "what was sent is not told back"
    assert caller.push([]).json() == {"acknowledged": 0}


def test_bodies_may_be_packed_but_not_to_burst(caller: Caller) -> None:
    good = gzip.compress(Push(desk=DESK, entries=(Journal().write(received()),)).model_dump_json().encode())
    packed = {"Content-Encoding": "gzip"}
    assert caller.post("/v2/entries", content=good, headers=packed).json() == {"acknowledged": 1}
    bomb = gzip.compress(b" " * (LARGEST_BODY * 20))
    assert len(bomb) < 1_000_000
    for content, headers, status in (
        (bomb, packed, 413),
        (b" " * (LARGEST_BODY + 1), {}, 413),
        (good[:-9], packed, 400),
        (b"no gzip", packed, 400),
        (good, {"Content-Encoding": "br"}, 415),
        (good, {}, 422),
    ):
        answer = caller.post("/v2/entries", content=content, headers=headers)
        assert answer.status_code == status
        assert answer.json()["reason"]


def test_answers_are_packed_for_those_who_ask(caller: Caller, province: RunningServer) -> None:
    journal = Journal(OTHER)
    for number in range(1, 60):
        journal.write(received(), f"H41.99-261124-{number:04d}")
    with Caller(province, OTHER) as other:
        other.push(journal.entries)
    packed = caller.get("/v2/entries", headers={"Accept-Encoding": "gzip"})
    plain = caller.get("/v2/entries", headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content
    assert int(packed.headers["Content-Length"]) < len(plain.content) / 3


def test_a_gap_says_where_to_go_on(caller: Caller) -> None:
    journal = Journal()
    journal.write(received())
    second = journal.write(StatusChanged(status=Status.IN_PROCESS), step=2)
    answer = caller.push([second])
    assert (answer.status_code, answer.json()["acknowledged"]) == (409, 0)


@pytest.mark.parametrize(
    "query", ["after=-1", "after=x", "after=99999999999999999999999", "limit=0", "limit=1001", "limit=%00", "after=1e5"]
)
def test_queries_out_of_bounds_are_refused(caller: Caller, query: str) -> None:
    assert caller.get(f"/v2/entries?{query}").status_code == 422


@pytest.mark.parametrize("code", ["..%2f..%2fetc%2fpasswd", "%00", "%ff", "H41.99-261124-0001'--", "a" * 3000])
def test_paths_in_names_reach_nothing(caller: Caller, province: RunningServer, code: str) -> None:
    token = province.services.desks.add_official("Chuyên viên Mẫu")
    for headers in ({}, {"Authorization": f"Bearer {token}"}):
        assert caller.get(f"/v2/dossiers/{code}", headers=headers).status_code == 404
    assert caller.head(f"/v2/files/{code}", headers={"Tus-Resumable": "1.0.0"}).status_code == 404


def test_a_desk_that_asks_too_often_is_told_when_to_come_back(tmp_path: Path) -> None:
    limits = Limits(per_second=0.01, burst=5, strangers_per_second=0.001, strangers_burst=3)  # no machine is so slow
    with running_server(tmp_path, limits=limits) as province, Caller(province) as caller:
        answers = [caller.get("/v2/entries") for _ in range(7)]
        assert [answer.status_code for answer in answers].count(429) == 2
        assert 50 <= int(answers[-1].headers["Retry-After"]) <= 100
        wrong = {"desk": DESK, "credential": "w" * 43}
        guesses = [httpx.post(f"{province.url}/v2/sign-in", json=wrong) for _ in range(4)]
        assert [guess.status_code for guess in guesses] == [401, 401, 429, 429]  # one was the good sign-in


def test_a_bucket_fills_again() -> None:
    moment = [0.0]
    rates = Rates(2, 3, lambda: moment[0])
    assert [rates.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert rates.wait("b") == 0
    moment[0] = 0.5
    assert [rates.wait("a") for _ in range(2)] == [0, 0.5]


def test_health_tells_life_from_readiness_and_figures_stay_on_this_machine(
    province: RunningServer, caller: Caller
) -> None:
    assert httpx.get(f"{province.url}/health/live").status_code == 200
    assert httpx.get(f"{province.url}/health/ready").status_code == 200
    caller.push([Journal().write(received())])
    caller.get(f"/v2/dossiers/{CODE}")
    figures = httpx.get(f"{province.url}/metrics").text
    assert 'counter_requests_total{method="POST",route="/v2/entries",status="200"' in figures
    assert "counter_entries_received_total{" in figures
    assert CODE not in figures
    through = {"X-Forwarded-For": "203.0.113.7"}
    assert httpx.get(f"{province.url}/metrics", headers=through).status_code == 404


def test_the_log_names_routes_and_desks_and_nothing_about_people(
    province: RunningServer, caller: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "counter_app.province")
    caller.push([Journal().write(received())])
    caller.get(f"/v2/dossiers/{CODE}")
    caller.get("/nowhere/Đặng Thị Hương")
    lines = [json.loads(JsonLines().format(record)) for record in caplog.records]
    assert {(line["route"], line["status"]) for line in lines} >= {
        ("/v2/entries", 200),
        ("/v2/dossiers/{code}", 200),
        ("other", 404),
    }
    assert DESK in [line.get("desk") for line in lines]
    assert not any(word in caplog.text + json.dumps(lines) for word in (CODE, "Hương", "H%C6"))


def test_a_fault_is_logged_by_class_and_place_without_its_text() -> None:
    try:
        raise ValueError("Đặng Thị Hương")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "fault of %s", ("Hương",), sys.exc_info())
    line = JsonLines().format(record)
    assert json.loads(line)["fault"] == "ValueError"
    assert "test_requests.py" in line
    assert "Hương" not in line


def test_a_database_that_finds_no_room_is_507_and_keeps_what_it_had(province: RunningServer, caller: Caller) -> None:
    engine, journal = province.services.engine, Journal()

    def no_page_more(connection: Any, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1").fetchall()  # as many as there are

    engine.dispose()
    event.listen(engine, "connect", no_page_more)
    entries = [journal.write(received(), f"H41.99-261124-{number:04d}") for number in range(1, 400)]
    answer = caller.push(entries)
    assert (answer.status_code, answer.json()["reason"]) == (507, "the server's disk is full")
    event.remove(engine, "connect", no_page_more)
    engine.dispose()
    assert caller.push(entries).json() == {"acknowledged": len(entries)}


def test_a_database_that_is_away_is_503_and_comes_back(province: RunningServer, caller: Caller) -> None:
    engine = province.services.engine
    place = Path(str(engine.url.database))
    engine.dispose()
    aside = place.with_suffix(".away")
    place.rename(aside)
    place.mkdir()
    answer = caller.push([Journal().write(received())])
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert httpx.get(f"{province.url}/health/ready").status_code == 503
    assert httpx.get(f"{province.url}/health/live").status_code == 200
    place.rmdir()
    aside.rename(place)
    assert caller.push([Journal().write(received())]).json() == {"acknowledged": 1}
