"""Handing over to the classic service over real HTTP: once each, the newest state, whatever goes wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.dossier.life import ResultNamed
from counter_app.dossier.payloads.business import HandedOver, Resumed, Stopped
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.payloads.results import ResultsArrived
from counter_app.dossier.payloads.waiting import SupplementReceived, SupplementRequested
from counter_app.dossier.states import Channel, PauseMode
from counter_app.errors import CounterError
from counter_app.province.national.classic import ho_so, tien_do
from counter_app.province.national.classic_service import ClassicService
from counter_app.province.national.errors import (
    DossierNotTaken,
    NationalFault,
    NationalLoginRefused,
    NationalUnreachable,
    NotTheNationalService,
    ProgressNotTaken,
)
from counter_app.province.national.gateway import Round, rest, send_due
from counter_app.province.national.settings import NationalSettings
from tests.province.national.fakes import Fake, FakeClassic, Fault, Manner
from tests.province.national.lives import CODE, NINE, Life, building_permit, told, url_of
from tests.province.national.outbox import MemoryOutbox

HAND_OVER = HandedOver(from_unit="Một cửa", to_unit="Phòng Kinh tế", given_by="Mẫu")
DONE = ResultsArrived(results=(ResultNamed(name="Giấy phép xây dựng"),))


@pytest.fixture(scope="module")
def server() -> Iterator[FakeClassic]:
    fake = FakeClassic()
    yield fake
    fake.close()


@pytest.fixture
def portal(server: FakeClassic) -> FakeClassic:
    server.forget()
    server.knows_messages, server.slow = False, 0.0
    return server


def settings_for(fake: Fake, **changes: Any) -> NationalSettings:
    facts = {"url": fake.url, "username": "nghean", "password": "secret", "madonvi": "H41", "read_seconds": 5}
    return NationalSettings.model_validate(facts | changes)


class Morning:
    """A province's worker with its clock, which goes on an hour from round to round."""

    def __init__(self, fake: Fake, *lives: Life, **changes: Any) -> None:
        self.settings = settings_for(fake, **changes)
        self.service = ClassicService(self.settings, url_of)
        self.outbox = MemoryOutbox(*lives)
        self.at = NINE + timedelta(days=100)

    def round(self) -> Round:
        self.at += timedelta(hours=1)
        return send_due(self.outbox, self.service, now=lambda: self.at, jitter=lambda: 1.0)

    def until_nothing_waits(self, rounds: int = 60) -> None:
        while self.outbox.waiting and rounds:
            self.round()
            rounds -= 1
        assert not self.outbox.waiting, self.outbox.failed

    def newest(self, life: Life) -> dict[str, Any]:
        return ho_so(life.case, url_of, self.settings).wire()


def steps_of(life: Life) -> list[dict[str, Any]]:
    return [tien_do(life.case.dossier, step).wire() for step in life.case.steps]


def test_a_new_dossier_is_looked_up_handed_over_and_its_progress_follows(portal: FakeClassic) -> None:
    life = told(HAND_OVER)
    morning = Morning(portal, life)
    assert morning.round() == Round(sent=1)
    assert [name for name, _, _ in portal.calls] == [
        "login",
        "LayThuTuc",
        "TraCuuHoSo",
        "DongBoHoSoMC",
        "CapNhatTienDoHoSoMC",
    ]
    sent = portal.calls[3][1]
    assert (sent["isUpdating"], sent["madonvi"], sent["session"]) == ("False", "H41", "session-1")
    assert portal.dossiers[CODE] == morning.newest(life)
    assert portal.steps[CODE] == steps_of(life)


def test_the_destination_goes_where_the_adapter_wants_it(portal: FakeClassic) -> None:
    Morning(portal, told()).round()
    Morning(portal, told(), dstcode="VN:X", dstcode_in=["header"]).round()
    Morning(portal, told(), dstcode="VN:X", dstcode_in=["query"]).round()
    seen = [(headers.get("dstcode"), headers["query"]) for name, _, headers in portal.calls if name == "login"]
    usual = "VN:GOV:000.00.00.G22:vpcpdvcprovider"
    assert seen == [(usual, usual), ("VN:X", ""), (None, "VN:X")]


def test_what_changed_later_is_an_update_within_the_same_session(portal: FakeClassic) -> None:
    life = told()
    morning = Morning(portal, life)
    morning.round()
    life.then(HAND_OVER)
    morning.outbox.changed(life)
    morning.round()
    assert portal.calls[-2][1]["isUpdating"] == "True"
    assert portal.calls[-1][1]["data"] == steps_of(life)[1:], "only what is new"
    assert (portal.asked("login"), portal.asked("TraCuuHoSo"), portal.created[CODE]) == (1, 1, 1)
    assert portal.dossiers[CODE]["TrangThaiHoSo"] == "4"


def test_the_portals_own_names_of_the_procedure_are_used(portal: FakeClassic) -> None:
    portal.procedures["1.013225"] = {
        "TENTTHC": "Cấp giấy phép xây dựng mới",
        "LINHVUCTHUCHIEN": [{"MALINHVUC": "G17-XD01", "TENLINHVUC": "Xây dựng"}],
        "THANHPHANHOSO": [
            {"TRUONGHOP": "", "GIAYTO": [{"MAGIAYTO": "TP1", "TENGIAYTO": "Bản vẽ thiết kế", "URL": ""}]}
        ],
        "TRANGTHAI": 1,
    }
    Morning(portal, told()).round()
    sent = portal.dossiers[CODE]
    assert (sent["TenTTHC"], sent["MaLinhVuc"], sent["TenLinhVuc"]) == (
        "Cấp giấy phép xây dựng mới",
        "G17-XD01",
        "Xây dựng",
    )


def test_the_owner_of_an_online_dossier_is_named_by_the_portals_number(portal: FakeClassic) -> None:
    Morning(portal, told(channel=Channel.ONLINE)).round()
    assert portal.dossiers[CODE]["MaDoiTuong"] == "T-1234"


def test_a_long_progress_goes_ten_steps_a_call(portal: FakeClassic) -> None:
    life = told(*[HAND_OVER] * 22)
    Morning(portal, life).round()
    chunks = [len(body["data"]) for name, body, _ in portal.calls if name == "CapNhatTienDoHoSoMC"]
    assert chunks == [10, 10, 3]
    assert portal.steps[CODE] == steps_of(life)


@pytest.mark.parametrize("manner", Manner)
def test_success_is_understood_however_it_is_said(portal: FakeClassic, manner: Manner) -> None:
    portal.manner = manner
    life = told(HAND_OVER)
    morning = Morning(portal, life)
    assert morning.round() == Round(sent=1)
    morning.outbox.done.clear()  # a restored backup: the province forgot that the portal has it
    morning.outbox.changed(life)
    portal.faults = [Fault.NONE, Fault.HTML]  # and the look-up fails the first time
    morning.until_nothing_waits()
    assert portal.created[CODE] == 1
    assert portal.dossiers[CODE] == morning.newest(life)
    assert portal.steps[CODE] == steps_of(life)


def test_a_dossier_the_look_up_did_not_find_but_that_exists_is_updated(portal: FakeClassic) -> None:
    portal.dossiers[CODE] = {"MaHoSo": "another form of the code"}  # the look-up's row is not this dossier's
    life = told()
    assert Morning(portal, life).round() == Round(sent=1)
    assert [body["isUpdating"] for name, body, _ in portal.calls if name == "DongBoHoSoMC"] == ["False", "True"]


def test_a_dossier_the_portal_lost_is_handed_over_again(portal: FakeClassic) -> None:
    life = told()
    morning = Morning(portal, life)
    morning.round()
    portal.dossiers.clear()
    life.then(HAND_OVER)
    morning.outbox.changed(life)
    assert morning.round() == Round(sent=1)
    assert portal.dossiers[CODE] == morning.newest(life)


def test_after_a_lost_reply_the_portal_is_asked_before_anything_is_sent_again(portal: FakeClassic) -> None:
    life = told()
    morning = Morning(portal, life)
    portal.faults = [Fault.NONE, Fault.NONE, Fault.LOST_REPLY]
    failed = morning.round()
    assert isinstance(failed.failure, NationalUnreachable) and failed.sent == 0
    before = len(portal.calls)
    assert morning.round().sent == 1
    assert [name for name, _, _ in portal.calls[before:]][:2] == ["TraCuuHoSo", "DongBoHoSoMC"]
    assert portal.calls[before + 1][1]["isUpdating"] == "True"
    assert portal.created[CODE] == 1


def test_the_same_message_carries_the_same_name_so_that_the_other_side_knows_it(portal: FakeClassic) -> None:
    portal.knows_messages = True
    life = told(HAND_OVER)
    morning = Morning(portal, life)
    portal.faults = [Fault.NONE] * 3 + [Fault.LOST_REPLY]
    morning.round()
    morning.round()
    names = [headers["x-road-id"] for name, _, headers in portal.calls if name == "CapNhatTienDoHoSoMC"]
    assert len(names) == 2 and len(set(names)) == 1
    assert portal.steps[CODE] == steps_of(life)


def test_a_dossier_that_comes_back_to_an_earlier_state_is_told_of_anew(portal: FakeClassic) -> None:
    portal.knows_messages = True
    life = told(HAND_OVER)
    morning = Morning(portal, life)
    for act in (Stopped(reason=""), Resumed(due_at=life.case.dossier.due_at), Stopped(reason="")):
        morning.round()
        morning.outbox.changed(life.then(act))
    morning.round()
    assert portal.dossiers[CODE]["TrangThaiHoSo"] == "8"


def test_a_session_that_ran_out_midway_is_renewed_at_once(portal: FakeClassic) -> None:
    life = told(HAND_OVER)
    portal.faults = [Fault.NONE] * 3 + [Fault.SESSION]
    assert Morning(portal, life).round() == Round(sent=1)
    assert portal.signed_in == 2
    assert portal.steps[CODE] == steps_of(life)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.LOST_CALL, NationalUnreachable),
        (Fault.FAULT, NationalFault),
        (Fault.BUSY, NationalFault),
        (Fault.HTML, NotTheNationalService),
        (Fault.CUT, NotTheNationalService),
    ],
)
def test_a_line_at_fault_is_named_and_the_dossier_waits(
    portal: FakeClassic, fault: Fault, kind: type[CounterError]
) -> None:
    morning = Morning(portal, told())
    portal.faults = [Fault.NONE, Fault.NONE, fault]
    done = morning.round()
    assert type(done.failure) is kind
    assert type(morning.outbox.failed[CODE].failure) is kind
    morning.until_nothing_waits()
    assert portal.created[CODE] == 1


def test_an_answer_slower_than_anybody_waits_is_a_lost_reply(portal: FakeClassic) -> None:
    portal.slow = 0.6
    morning = Morning(portal, told(), read_seconds=0.2)
    portal.faults = [Fault.NONE, Fault.NONE, Fault.SLOW]
    assert isinstance(morning.round().failure, NationalUnreachable)
    morning.until_nothing_waits()
    assert portal.created[CODE] == 1


def test_a_refused_dossier_is_tried_a_few_times_and_then_shown_to_a_person(portal: FakeClassic) -> None:
    life = told()
    morning = Morning(portal, life)
    for _ in range(5):
        assert CODE in morning.outbox.waiting
        portal.faults = [Fault.NONE] * (2 if portal.signed_in == 0 else 1) + [Fault.REFUSED]
        done = morning.round()
    assert done == Round(dead=1) and not morning.outbox.waiting
    failed = morning.outbox.failed[CODE]
    assert isinstance(failed.failure, DossierNotTaken) and failed.again_at is None
    assert failed.failure.happened("vi") == "Cổng Dịch vụ công quốc gia không nhận hồ sơ này: Lỗi"
    assert "Lỗi" not in str(failed.failure), "what the portal says stays out of the log"
    morning.outbox.changed(life.then(HAND_OVER))
    assert morning.round() == Round(sent=1), "what changed is tried anew"


def test_refused_steps_leave_the_dossier_handed_over(portal: FakeClassic) -> None:
    morning = Morning(portal, told())
    portal.faults = [Fault.NONE] * 3 + [Fault.REFUSED]
    assert morning.round() == Round(failed=1)
    assert isinstance(morning.outbox.failed[CODE].failure, ProgressNotTaken)
    assert morning.round() == Round(sent=1)
    assert portal.created[CODE] == 1 and len(portal.steps[CODE]) == 1


def test_a_dossier_that_fails_does_not_hold_up_the_others(portal: FakeClassic) -> None:
    lives = [Life(code=f"H41.99-261120-000{number}").then(building_permit()) for number in range(1, 4)]
    portal.faults = [Fault.NONE, Fault.FAULT]
    done = Morning(portal, *lives).round()
    assert (done.sent, done.failed) == (2, 1)


def test_a_line_that_is_down_ends_the_round(portal: FakeClassic) -> None:
    lives = [Life(code=f"H41.99-261120-00{number}").then(building_permit()) for number in range(10, 30)]
    portal.faults = [Fault.FAULT] * 100
    done = Morning(portal, *lives).round()
    assert done.failed == 3, "no hot loop against a service that is down"


def test_a_wrong_password_is_tried_once_a_round(portal: FakeClassic) -> None:
    lives = [Life(code=f"H41.99-261120-000{number}").then(building_permit()) for number in range(1, 4)]
    done = Morning(portal, *lives, password="wrong").round()
    assert isinstance(done.failure, NationalLoginRefused)
    assert "Sai tên đăng nhập" in done.failure.happened("vi")
    assert portal.asked("login") == 1


def test_a_fresh_session_that_is_refused_is_no_endless_loop(portal: FakeClassic) -> None:
    portal.sessions = type("Deaf", (set,), {"__contains__": lambda *_: False})()
    done = Morning(portal, told()).round()
    assert isinstance(done.failure, NationalLoginRefused)
    assert portal.asked("login") == 2


def test_nobody_answers_at_the_address() -> None:
    fake = FakeClassic()
    morning = Morning(fake, told())
    fake.close()
    assert isinstance(morning.round().failure, NationalUnreachable)


def test_a_dossier_erased_by_law_is_dropped_quietly(portal: FakeClassic) -> None:
    life = told()
    life.entries[0] = life.entries[0].model_copy(update={"payload": None})
    morning = Morning(portal, life)
    assert morning.round() == Round(sent=1)
    assert not portal.dossiers and not morning.outbox.waiting


def test_what_happened_while_it_was_sent_goes_on_waiting(portal: FakeClassic) -> None:
    life = told()
    morning = Morning(portal, life)
    due = morning.outbox.due

    def and_then(at: datetime, limit: int) -> Any:
        found = due(at, limit)
        life.then(HAND_OVER)
        return found

    morning.outbox.due = and_then  # type: ignore[method-assign]
    morning.round()
    morning.outbox.due = due  # type: ignore[method-assign]
    assert CODE in morning.outbox.waiting
    morning.round()
    assert portal.dossiers[CODE] == morning.newest(life) and portal.steps[CODE] == steps_of(life)


def test_the_rest_grows_and_differs() -> None:
    rests = [rest(attempts, 1.0) for attempts in range(1, 12)]
    assert rests == sorted(rests)
    assert (rests[0], rests[-1]) == (timedelta(seconds=30), timedelta(hours=1))
    assert rest(4, 0.0) < rest(4, 0.5) < rest(4, 1.0)
    assert rest(10_000, 1.0) == timedelta(hours=1)


FAULTS = st.lists(st.sampled_from([fault for fault in Fault if fault not in (Fault.REFUSED, Fault.SLOW)]), max_size=25)
ASK = SupplementRequested(items=("Giấy",), reason="thiếu")
TAKE = SupplementReceived(mode=PauseMode.RESTART, due_at=NINE + timedelta(days=30))
LATER_ON: list[Payload] = [HAND_OVER, ASK, TAKE, HAND_OVER, HAND_OVER, DONE]


@pytest.mark.slow
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FAULTS, min_size=1, max_size=5), st.sampled_from(Manner), st.booleans())
def test_whatever_goes_wrong_each_dossier_is_there_once_in_its_newest_state(
    portal: FakeClassic, faults: list[list[Fault]], manner: Manner, knows_messages: bool
) -> None:
    portal.forget()
    portal.manner, portal.knows_messages = manner, knows_messages
    lives = [Life(code=f"H41.99-261120-000{number}").then(building_permit()) for number in (1, 2)]
    morning = Morning(portal, *lives)
    acts = iter(LATER_ON)
    for disturbance in faults:
        portal.faults = list(disturbance)
        morning.round()
        morning.outbox.changed(lives[0].then(next(acts)))
    morning.until_nothing_waits()
    morning.service.close()
    for life in lives:
        assert portal.created[life.code] == 1
        assert portal.dossiers[life.code] == morning.newest(life)
        assert sorted(map(str, portal.steps[life.code])) == sorted(map(str, steps_of(life)))
