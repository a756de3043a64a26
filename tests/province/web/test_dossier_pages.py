"""What officials see of dossiers, and what they may do to them."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from datetime import date

import httpx
import pytest

from counter_app.dossier.applicants import ApplicantKind, Authority, AuthorityKind, Relation, Representative
from counter_app.dossier.model import Agencies, Person
from counter_app.dossier.payloads.business import (
    StatusChanged,
    Withdrawn,
)
from counter_app.dossier.payloads.papers import (
    Received,
)
from counter_app.dossier.states import Status
from counter_app.province.overview import Overview
from counter_app.province.serve import RunningServer
from counter_app.province.web import visits
from tests.dossier.entries import CODE, received
from tests.province.conftest import DESK, OTHER, STRANGER, Caller, Journal, scanned
from tests.province.web.conftest import DOSSIER, ELSEWHERE, OFFICIAL, PDF, Browser, Official

UGLY = '"><script>alert(1)</script><img src=x onerror=alert(1)>&amp;{{ 7*7 }}\u202e'


@pytest.fixture
def elsewhere(province: RunningServer) -> Iterator[Caller]:
    """A desk of another office, with a dossier of its own at the province."""
    with Caller(province, STRANGER) as desk:
        desk.push([Journal(STRANGER).write(received(), ELSEWHERE)])
        yield desk


def named(**changes: object) -> Received:
    return received().model_copy(update=changes)


def upload(official: Browser, content: bytes = PDF, **fields: str) -> httpx.Response:
    told = {"seal": official.seal(DOSSIER), "step": step(official), "name": "Giấy khai sinh", "complete": "yes"}
    return official.post(f"{DOSSIER}/results", data=told | fields, files={"file": ("kq.pdf", content)})


def step(official: Browser) -> str:
    found = re.search(r'name="step" value="(\d+)"', official.get(DOSSIER).text)
    return found[1] if found else "0"


def entries_of_the_province(caller: Caller) -> list[str]:
    return [entry["kind"] for entry in caller.get("/v2/entries").json()["entries"]]


def test_dossiers_are_found_by_name_without_marks_by_code_office_and_status(
    caller: Caller, elsewhere: Caller, signed_in: Official
) -> None:
    mine = Journal()
    owner = received().owner.model_copy(update={"name": "Nguyễn Văn Đức", "identity_number": "040085009999"})
    second = f"{CODE[:-1]}2"
    caller.push([mine.write(received()), mine.write(named(owner=owner), second)])
    official = signed_in()

    def found(**query: str) -> list[str]:
        page = official.get("/dossiers", params=query)
        assert page.status_code == 200
        return re.findall(r'<a class="code" href="/web/dossiers/([^"]+)"', page.text)

    assert sorted(found()) == sorted([CODE, second, ELSEWHERE])
    assert found(words="nguyen van duc") == [second]
    assert found(words="ĐỨC 0400850") == [second]
    assert found(words=second) == [second]
    assert found(agency="H41.98") == [ELSEWHERE]
    assert found(status=str(Status.DONE.value)) == []
    assert len(found(status=str(Status.ACCEPTED.value))) == 3
    assert found(words="%") == [], "a sign of LIKE is a sign like any other"
    for odd in ("77", "x", "-1", "９"):
        assert len(found(status=odd)) == 3
        assert len(found(page=odd)) in (0, 3)
    assert found(words="\0\x1b" + "x" * 10_000) == []


def test_lists_come_fifty_at_a_time_the_newest_first(
    province: RunningServer, caller: Caller, signed_in: Official
) -> None:
    journal = Journal()
    codes = [f"{CODE[:-4]}{number:04d}" for number in range(1, 121)]
    caller.push([journal.write(received(), code) for code in codes])
    Overview(province.services.engine).refresh_all()  # a page waits for few only
    official = signed_in()
    seen: list[str] = []
    address = "?words=hương"
    while address:
        text = official.get(f"/dossiers{address}").text
        assert "trong 120 hồ sơ" in text
        seen += re.findall(r'<a class="code" href="/web/dossiers/([^"]+)"', text)
        later = re.search(r'rel="next" href="([^"]+)"', text)
        address = later[1].replace("&amp;", "&") if later else ""
    assert seen == codes[::-1]


def test_an_official_of_one_office_sees_nothing_of_the_others(
    province: RunningServer, journal: Journal, elsewhere: Caller, signed_in: Official
) -> None:
    theirs = signed_in(agency="H41.98")
    for address in ("/dossiers", "/dossiers?agency=H41.99", "/conflicts", "/desks"):
        text = theirs.get(address).text
        assert CODE not in text
        assert "H41.99" not in text
    assert ELSEWHERE in theirs.get("/dossiers").text
    assert theirs.get(DOSSIER).status_code == 404
    seal = theirs.seal("/desks")
    for form in (f"{DOSSIER}/status", f"{DOSSIER}/results", f"/desks/{DESK}/revoke", f"/desks/{DESK}/code"):
        assert theirs.post(form, data={"seal": seal, "status": "9", "step": "1"}).status_code == 404
    added = theirs.post("/desks/new", data={"seal": seal, "agency": "H41.99", "number": "7"})
    assert "H41.98:7" in added.text, "a new desk is of their own office, whatever the form says"
    token = province.services.desks.add_official("Trần Thị Mẫu")
    with httpx.Client(base_url=province.url, headers={"Authorization": f"Bearer {token}"}) as program:
        assert program.get(f"/v2/dossiers/{CODE}").status_code == 404
        assert program.post(f"/v2/dossiers/{CODE}/status", json={"status": 9}).status_code == 404
        assert program.get(f"/v2/dossiers/{ELSEWHERE}").status_code == 200


def test_ugly_names_are_shown_as_they_are_written(caller: Caller, signed_in: Official) -> None:
    owner = received().owner.model_copy(update={"name": UGLY, "phone": UGLY})
    mine = Journal()
    caller.push(
        [
            mine.write(named(owner=owner, procedure_name=UGLY)),
            mine.write(StatusChanged(status=Status.STOPPED, reason=UGLY), step=2),
            mine.write(Withdrawn(reason=UGLY), step=3),
        ]
    )
    official = signed_in(UGLY[:60])
    for address in ("/dossiers", DOSSIER, "/conflicts", "/dossiers?words=" + UGLY.replace("&", "%26"), "/desks"):
        text = official.get(address).text
        assert "&lt;script&gt;" in text, address
        assert "<script" not in text
        assert "<img" not in text
        written = re.sub(r'value="[^"]*"|\d\d:\d\d', "", text)  # without fields and times of day
        assert "49" not in written, "no template is made of what somebody wrote"


def test_an_official_changes_the_status_and_the_desks_get_it(
    caller: Caller, journal: Journal, signed_in: Official
) -> None:
    official = signed_in()
    answer = official.submit(
        DOSSIER, f"{DOSSIER}/status", status=str(Status.STOPPED.value), reason="Chờ xác minh", step="1"
    )
    assert answer.status_code == 303
    text = official.get(answer.headers["location"].removeprefix("/web")).text
    assert "Đã ghi trạng thái mới" in text
    assert "Dừng xử lý" in text
    assert "Chờ xác minh" in text
    assert f"{OFFICIAL} · Cấp tỉnh" in text
    entry = caller.get("/v2/entries").json()["entries"][0]
    assert (entry["kind"], entry["clerk"], entry["desk"]) == ("status_changed", OFFICIAL, "province")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"status": "1"}, "Bước này không phù hợp"),
        ({"status": "10"}, "Bước này không phù hợp"),
        ({"status": ""}, "Chưa chọn trạng thái"),
        ({"status": "77"}, "Chưa chọn trạng thái"),
        ({"status": "8", "reason": " \t"}, "cần có lý do"),
        ({"status": "9", "step": "7"}, "đã thay đổi trong lúc trang này đang mở"),
        ({"status": "9", "step": "-1"}, "đã thay đổi trong lúc trang này đang mở"),
    ],
)
def test_what_the_dossier_does_not_allow_is_refused_with_a_sentence(
    caller: Caller, journal: Journal, signed_in: Official, fields: dict[str, str], said: str
) -> None:
    official = signed_in()
    answer = official.submit(DOSSIER, f"{DOSSIER}/status", **{"step": "1", "reason": "Ghi chú <b>", **fields})
    assert answer.status_code == 422
    assert said in answer.text
    assert entries_of_the_province(caller) == []
    if "reason" not in fields:
        assert "Ghi chú &lt;b&gt;</textarea>" in answer.text, "what was typed is not lost"


def test_a_second_press_of_the_button_does_not_write_twice(
    caller: Caller, journal: Journal, signed_in: Official
) -> None:
    official = signed_in()
    form = {"seal": official.seal(DOSSIER), "status": "4", "step": "1"}
    assert official.post(f"{DOSSIER}/status", data=form).status_code == 303
    assert official.post(f"{DOSSIER}/status", data=form).status_code == 422
    assert entries_of_the_province(caller) == ["status_changed"]


def test_a_result_reaches_the_desk_with_its_file(
    province: RunningServer, caller: Caller, journal: Journal, signed_in: Official
) -> None:
    official = signed_in()
    answer = upload(official, number="12/2026", issued_on="2026-11-25")
    assert answer.status_code == 303
    text = official.get(DOSSIER).text
    assert "Giấy khai sinh, số 12/2026, ngày 25/11/2026" in text
    assert "Đã xử lý xong" in text
    assert "đang chờ quầy gửi" not in text
    name = hashlib.sha256(PDF).hexdigest()
    download = official.get(f"{DOSSIER}/files/{name}")
    assert download.content == PDF
    assert download.headers["content-disposition"].startswith("attachment")
    assert caller.get(f"/v2/files/{name}").content == PDF
    assert entries_of_the_province(caller) == ["results_arrived"]
    assert caller.get("/v2/files/awaited").json()["files"] == []


@pytest.mark.parametrize(
    ("content", "fields", "said"),
    [
        (b"", {}, "PDF hoàn chỉnh"),
        (b"MZ\x90" + PDF, {}, "PDF hoàn chỉnh"),
        (PDF[:-7], {}, "PDF hoàn chỉnh"),
        (PDF, {"name": " "}, "thiếu"),
        (PDF, {"issued_on": "31/02/2026"}, "thiếu"),
        (PDF, {"issued_on": "2999-01-01"}, "thiếu"),
        (PDF, {"step": "9"}, "đã thay đổi trong lúc trang này đang mở"),
    ],
)
def test_what_is_no_result_is_refused_with_a_sentence(
    caller: Caller, journal: Journal, signed_in: Official, content: bytes, fields: dict[str, str], said: str
) -> None:
    answer = upload(signed_in(), content, **fields)
    assert answer.status_code == 422
    assert said in answer.text
    assert entries_of_the_province(caller) == []


def test_a_file_over_the_limit_is_refused_by_its_announced_length(
    caller: Caller, journal: Journal, signed_in: Official, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "LARGEST_RESULT", 1_000_000)
    answer = upload(signed_in(), PDF + b" " * 3_000_000 + b"%%EOF")
    assert answer.status_code == 413
    assert "Tệp lớn hơn 1 MB" in answer.text
    assert entries_of_the_province(caller) == []


def test_a_stranger_cannot_send_much(province: RunningServer) -> None:
    with Browser(province) as stranger:
        form = {"seal": stranger.seal("/sign-in"), "name": "x" * 200_000, "password": "x"}
        assert stranger.post("/sign-in", data=form).status_code == 413

        def endless() -> Iterator[bytes]:
            yield b"name=x"

        assert stranger.post("/sign-in", content=endless()).status_code == 411
        broken = {"Content-Type": "multipart/form-data; boundary=x"}
        assert stranger.post("/sign-in", content=b"--x\r\nno head", headers=broken).status_code in (400, 403)


def test_a_result_takes_room_of_its_office_once_and_no_more_than_there_is(
    province: RunningServer, caller: Caller, journal: Journal, signed_in: Official
) -> None:
    official, desks = signed_in(), province.services.desks
    desks.set_quota("H41.99", len(PDF))
    assert upload(official, PDF + b"%%EOF").status_code == 422, "too large for what is left"
    assert "hết dung lượng" in upload(official, PDF + b"%%EOF").text
    assert upload(official, complete="").status_code == 303
    assert upload(official, complete="").status_code == 303, "the same file again needs no more room"
    assert entries_of_the_province(caller) == ["results_arrived", "results_arrived"]


def test_results_are_not_taken_where_the_dossier_has_ended(
    caller: Caller, journal: Journal, signed_in: Official
) -> None:
    caller.push([journal.write(Withdrawn(reason="Không có nhu cầu"), step=2)])
    official = signed_in()
    assert "Tải lên kết quả" not in official.get(DOSSIER).text
    answer = upload(official)
    assert answer.status_code == 422
    assert "hồ sơ đang ở" in answer.text


def test_files_are_those_of_the_dossier_and_nothing_else(
    caller: Caller, journal: Journal, elsewhere: Caller, signed_in: Official
) -> None:
    name = hashlib.sha256(PDF).hexdigest()
    caller.push([journal.write(scanned(name, len(PDF)), step=2)])
    official = signed_in()
    assert "đang chờ quầy gửi" in official.get(DOSSIER).text
    for path in (name, "a" * 64, "..%2f..%2fserver.db", "x"):
        assert official.get(f"{DOSSIER}/files/{path}").status_code == 404
    assert official.get(f"/dossiers/{ELSEWHERE}/files/{name}").status_code == 404
    for code in ("x", "%2e%2e", "H41.99-261124-9999", "%00", "H41.99-261124-0001%00", "é" * 3000):
        assert official.get(f"/dossiers/{code}").status_code == 404, code


def test_contradictions_are_shown_with_both_sides(
    province: RunningServer, caller: Caller, journal: Journal, signed_in: Official
) -> None:
    with Caller(province, OTHER) as colleague:
        colleague.push([Journal(OTHER).write(Withdrawn(reason="Công dân xin rút"), step=2)])
    caller.push([journal.write(StatusChanged(status=Status.IN_PROCESS), step=2)])
    caller.push([journal.write(Withdrawn(reason="Rút lần nữa"), step=3)])
    official = signed_in()
    for address in ("/conflicts", DOSSIER):
        text = official.get(address).text
        assert "Không có hiệu lực" in text
        assert "Công dân xin rút" in text
        assert "Rút lần nữa" in text
    assert "Mâu thuẫn</span>" in official.get("/dossiers").text


def test_files_named_by_two_results_share_their_bytes(caller: Caller, journal: Journal, signed_in: Official) -> None:
    official = signed_in()
    assert upload(official, complete="", number="1").status_code == 303
    assert upload(official, complete="", number="2").status_code == 303
    text = official.get(DOSSIER).text
    assert text.count("Tải về") == 1
    assert "số 1" in text
    assert "số 2" in text


def test_everybody_who_has_to_do_with_it_and_the_three_agencies_stand_on_the_page(
    caller: Caller, signed_in: Official
) -> None:
    company = Person(
        name="Công ty TNHH Sao Mẫu",
        kind=ApplicantKind.ENTERPRISE,
        identity_number="2999999916",
        address="Số 9, xã Nghi Phú",
        commune_name="phường Vinh Phú, tỉnh Nghệ An",
        representative=Representative(name="Lê Văn Giám", position="Giám đốc"),
    )
    agencies = Agencies(
        receiving="H41.99",
        receiving_name="UBND phường Sao Mai",
        competent="H41.97.02",
        competent_name="Chi nhánh VPĐKĐĐ khu vực Sao Mai",
        returning_name="UBND xã Sao Băng",
    )
    changes = {
        "owner": company,
        "co_owners": (Person(name="Trần Văn Chung"),),
        "submitter": Person(name="Đỗ Thị Nhân"),
        "relation": Relation.AUTHORISED,
        "authority": Authority(kind=AuthorityKind.INTRODUCTION, number="12/GGT", issued_on=date(2026, 11, 20)),
        "agencies": agencies,
    }
    caller.push([Journal().write(named(**changes))])
    page = html.unescape(signed_in().get(DOSSIER).text)
    for said in (
        "Doanh nghiệp",
        "Lê Văn Giám, Giám đốc",
        "Số 9, xã Nghi Phú (nay là phường Vinh Phú, tỉnh Nghệ An)",
        "Trần Văn Chung",
        "Đỗ Thị Nhân (người được ủy quyền)",
        "Giấy giới thiệu số 12/GGT, ngày 20/11/2026",
        "Chi nhánh VPĐKĐĐ khu vực Sao Mai",
        "UBND xã Sao Băng",
    ):
        assert said in page, said
