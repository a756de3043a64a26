"""A citizen's three touches over real HTTP on loopback: counted once, kept without a name."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import httpx
import pytest

from counter_app.config import Kiosk
from counter_app.desk.desk import Desk
from counter_app.desk.guidance import refuse
from counter_app.dossier import clock
from counter_app.dossier.codes import is_survey
from counter_app.dossier.payloads.survey import SurveyAnswered
from counter_app.dossier.plausibility import impossible
from counter_app.dossier.states import Occasion
from counter_app.dossier.survey import slip_token
from counter_app.kiosk.server import KioskNotServed, KioskServer, Service
from counter_app.reports.periods import day
from counter_app.reports.satisfaction import satisfaction_by_occasion, satisfied_in
from counter_app.reports.scope import Scope
from printing.handout import ask_for
from tests.conftest import filled, received

ADDRESS = "http://192.0.2.7:8041/{token}"
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=clock.VIETNAM)


@pytest.fixture
def asking(desk: Desk) -> Desk:
    """The desk with a kiosk, its clock at ten."""
    port = _free_port()
    kiosk = Kiosk(host="127.0.0.1", port=port, address=ADDRESS)
    return replace(desk.settled_as(desk.profile.model_copy(update={"kiosk": kiosk})), now=lambda: NOW)


@pytest.fixture
def kiosk(asking: Desk) -> Iterator[httpx.Client]:
    told: list[str] = []
    server = KioskServer(asking.profile.kiosk, Service(asking.profile.office.name, asking.for_thread, told.append))
    server.start()
    with httpx.Client(base_url=server.address, trust_env=False, timeout=20) as client:
        yield client
    server.stop()


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def given(desk: Desk, code: str, form: str) -> str:
    """The paper came out of the printer; the token of its slip."""
    job = ask_for(desk, [code], form, printer="Máy in")
    desk.paper_given(code, form, job.file, job.about)
    return slip_token(desk.subject(code), form)


def touch(client: httpx.Client, page: httpx.Response, place: int) -> httpx.Response:
    """Presses the button in that place of a page, as a browser does."""
    form = page.text.partition("</form>")[0]
    name, value = re.findall(r'<button class="\w+" name="([^"]*)" value="([^"]*)"', form)[place]
    return client.post("/", data=hidden_in(form) | {name: value})


def back(client: httpx.Client, page: httpx.Response) -> httpx.Response:
    """Presses the button that takes the last answer back."""
    form = page.text.partition('<form class="back"')[2]
    assert '<button name="back" value="1">Quay lại câu trước</button>' in form
    return client.post("/", data=hidden_in(form) | {"back": "1"})


def hidden_in(form: str) -> dict[str, str]:
    return dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form))


def answers(desk: Desk) -> list[SurveyAnswered]:
    entries = [entry for entry in desk.store.entries.own_after(0, -1) if is_survey(entry.dossier)]
    assert not any(impossible(entry) for entry in entries)
    return [payload for entry in entries if isinstance(payload := entry.read(), SurveyAnswered)]


def figures(desk: Desk) -> dict[str, tuple[object, ...]]:
    table = satisfaction_by_occasion(desk.store, Scope(day(NOW.date()), NOW))
    return {str(row[1]): tuple(row[2:]) for row in table.rows}


def test_three_touches_from_the_slip_of_a_receipt_and_sent_twice_they_count_once(
    asking: Desk, kiosk: httpx.Client
) -> None:
    code = received(asking)
    token = given(asking, code, "receipt")
    first = kiosk.get(f"/{token}")
    assert first.status_code == 200 and "Rất hài lòng" in first.text and "Câu 1/3" in first.text
    assert "set-cookie" not in first.headers and "script" not in first.text
    second = touch(kiosk, first, 0)
    third = touch(kiosk, second, 0)
    assert "Câu 3/3" in third.text and "mấy lần" in third.text
    done = touch(kiosk, third, 1)
    assert "Xin cảm ơn" in done.text and "ghi nhận" in done.text
    assert not any("refresh" in page.headers for page in (first, second, third, done)), "their own telephone waits"
    again = touch(kiosk, third, 2)
    assert "tính một lần" in again.text and "đã được đánh giá" in kiosk.get(f"/{token}").text

    (said,) = answers(asking)
    assert (said.occasion, said.slip, said.procedure) == (Occasion.RECEIPT, True, "1.001193")
    assert {item.question: item.points for item in said.answers} == {"satisfaction": 2, "attitude": 2, "contacts": 1}
    entry = asking.store.entries.own_after(0, -1)[-1]
    whole = entry.model_dump_json()
    for personal in (code, token, "Đặng Thị Hường", "040190001234", "0912000123"):
        assert personal not in whole, personal
    assert figures(asking)["Khi nộp hồ sơ"] == (1, 1, 1.0, 0, 1, 0, 0, 1.0)
    assert not asking.store.journal.differing_projections()


def test_who_got_a_paper_a_moment_ago_is_asked_at_the_screen_of_the_desk(asking: Desk, kiosk: httpx.Client) -> None:
    draft = filled(asking.new_draft())
    asking.keep_draft(draft)
    case = refuse(asking, draft.id, "Không thuộc thẩm quyền.")
    given(asking, case.code, "refusal")
    page = kiosk.get("/")
    for place in (2, 1, 1):
        assert "refresh" not in page.headers or page.headers["refresh"] == "180;url=/"
        page = touch(kiosk, page, place)
    assert "ghi nhận" in page.text and page.headers["refresh"] == "20;url=/", "the screen that many share begins anew"
    assert kiosk.post("/", data={"page": "of.before-a-restart"}).headers["refresh"] == "20;url=/"
    assert [(said.occasion, said.slip) for said in answers(asking)] == [(Occasion.REFUSAL, True)]
    assert figures(asking)["Khi bị từ chối tiếp nhận"] == (1, 1, 1.0, 0, 0, 0, 1, 0.0)
    satisfied = satisfied_in(asking.store, Scope(day(NOW.date()), NOW))
    assert (satisfied.good, satisfied.answered) == (0, 1)

    page = kiosk.get("/")  # the next citizen has no slip
    for place in (0, 0, 0):
        page = touch(kiosk, page, place)
    assert "ghi nhận" in page.text
    assert figures(asking)["Tại màn hình của quầy"] == (0, 0, None, 1, 1, 0, 0, 1.0), "said, but nobody was asked"


@pytest.mark.parametrize("by_slip", [True, False])
def test_a_wrong_touch_is_taken_back_and_what_was_meant_counts(
    asking: Desk, kiosk: httpx.Client, by_slip: bool
) -> None:
    first = kiosk.get(f"/{given(asking, received(asking), 'receipt')}" if by_slip else "/")
    assert "Quay lại" not in first.text
    third = touch(kiosk, touch(kiosk, first, 2), 2)
    again = back(kiosk, back(kiosk, third))
    assert again.status_code == 200 and "Câu 1/3" in again.text and "Quay lại" not in again.text
    third = touch(kiosk, touch(kiosk, again, 0), 1)
    assert "ghi nhận" in touch(kiosk, third, 0).text
    (said,) = answers(asking)
    assert [item.points for item in said.answers] == [2, 1, 2]
    assert "tính một lần" in touch(kiosk, touch(kiosk, back(kiosk, third), 2), 2).text
    assert len(answers(asking)) == 1


def test_a_page_without_a_slip_counts_once_however_often_it_is_sent(asking: Desk, kiosk: httpx.Client) -> None:
    page = kiosk.get("/")
    third = touch(kiosk, touch(kiosk, page, 0), 0)
    assert "ghi nhận" in touch(kiosk, third, 0).text
    assert "tính một lần" in touch(kiosk, third, 0).text
    assert len(answers(asking)) == 1


def test_what_the_program_did_not_give_out_is_not_heard(asking: Desk, kiosk: httpx.Client) -> None:
    token = slip_token(asking.subject(received(asking)), "receipt")  # never printed
    made_up = [kiosk.get(f"/{token}"), kiosk.get("/AAAAAAAAAAAAAAAA"), kiosk.get("/" + "A" * 500)]
    made_up += [kiosk.post("/", data={"page": "00.ff", "satisfaction": "2"})]
    made_up += [kiosk.post("/", data={"slip": "0" * 32, "satisfaction": "2"})]
    made_up += [kiosk.post("/", data={"satisfaction": "2"})]
    assert {page.status_code for page in made_up} == {404}
    assert len({page.text for page in made_up}) == 1, "nothing tells one from the other"
    real = kiosk.get("/")
    hidden = dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', real.text))
    assert kiosk.post("/", data=hidden | {"satisfaction": "7"}).status_code == 404
    assert kiosk.post("/", content=b"x" * 9000).status_code == 413
    assert answers(asking) == []


def test_a_slip_is_asked_once_whatever_is_printed_again_and_the_result_asks_anew(asking: Desk) -> None:
    code = received(asking)
    given(asking, code, "receipt")
    job = ask_for(asking, [code], "receipt", printer="Máy in")
    asking.paper_given(code, "receipt", job.file, job.about, print_number=2)
    given(asking, code, "slip")  # of the same occasion
    assert figures(asking)["Khi nộp hồ sơ"][0] == 1


def test_later_it_is_nobody_at_the_screen(asking: Desk) -> None:
    given(asking, received(asking), "receipt")
    from counter_app.desk.surveys import asked_here

    assert asked_here(asking) is not None
    assert asked_here(replace(asking, now=lambda: NOW + timedelta(minutes=11))) is None


def test_a_port_that_is_taken_is_told(asking: Desk, kiosk: httpx.Client) -> None:
    second = KioskServer(asking.profile.kiosk, Service("UBND", asking.for_thread))
    with pytest.raises(KioskNotServed):
        second.start()
