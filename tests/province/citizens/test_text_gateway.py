"""Text messages go out over real HTTP: each is delivered once, whatever the gateway does meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from counter_app.province.citizens.notice_settings import NoticeSettings, SmsSettings
from counter_app.province.citizens.outbox import counts, for_a_person
from counter_app.province.citizens.teller import Teller
from counter_app.province.services import Services
from tests.dossier.entries import AT, CODE
from tests.province.citizens.conftest import Clock
from tests.province.citizens.test_teller import wanting
from tests.province.citizens.text_gateway import TextGateway
from tests.province.conftest import DESK, Journal

PHONE = "0912000123"


def telling(services: Services, texts: TextGateway, clock: Clock, token: str = "ma-truy-cap") -> Teller:
    sms = SmsSettings(url=texts.url, token=token)
    return Teller(services.engine, NoticeSettings(look_up="https://mot-cua.example.vn/look-up", sms=sms), clock)


def test_a_text_message_is_delivered_once_with_its_code_and_without_names(
    services: Services, texts: TextGateway, clock: Clock
) -> None:
    services.registry.accept(DESK, [Journal().write(wanting())])
    teller = telling(services, texts, clock)
    assert [teller.turn(), teller.turn()] == [1, 0]
    ((key, body),) = texts.delivered.items()
    assert (body["to"], body["id"]) == (PHONE, key) and key.startswith(f"{CODE}-receipt")
    assert CODE in body["text"] and "Hương" not in body["text"] and "khai sinh" not in body["text"]
    assert texts.tokens == {"Bearer ma-truy-cap"}


def test_a_gateway_that_wants_no_token_is_given_none(services: Services, texts: TextGateway, clock: Clock) -> None:
    """An empty one, as the shipped example has it, made a header that cannot be sent: nothing ever went out."""
    services.registry.accept(DESK, [Journal().write(wanting())])
    assert telling(services, texts, clock, token="").turn() == 1
    assert len(texts.delivered) == 1 and texts.tokens == {""}


@pytest.mark.parametrize(
    ("written", "sent"), [("0912.000-123", [PHONE]), (" 0912 000 123 ", [PHONE]), ("0912000123 / 0987000123", [])]
)
def test_a_number_goes_out_as_its_digits_and_two_of_them_are_a_persons(
    services: Services, texts: TextGateway, clock: Clock, written: str, sent: list[str]
) -> None:
    plain = wanting("")
    owner = plain.owner.model_copy(update={"phone": written})
    services.registry.accept(DESK, [Journal().write(plain.model_copy(update={"owner": owner}))])
    assert telling(services, texts, clock).turn() == len(sent)
    assert [body["to"] for body in texts.delivered.values()] == sent
    assert len(for_a_person(services.engine)) == 1 - len(sent)


def test_a_gateway_that_fails_for_a_week_is_asked_seldom_and_by_day_and_then_delivers_what_is_still_true(
    services: Services, texts: TextGateway, clock: Clock
) -> None:
    services.registry.accept(DESK, [Journal().write(wanting())])
    teller, texts.fails = telling(services, texts, clock), 500
    asked_at: list[datetime] = []
    while clock.at < AT + timedelta(days=7):
        before = len(texts.asked)
        assert teller.turn() == 0
        asked_at += [clock.at] * (len(texts.asked) - before)
        clock.at += timedelta(hours=5)
    assert asked_at and all(7 <= at.hour < 21 for at in asked_at)
    assert not texts.delivered and counts(services.engine).keys() == {"sending"}
    texts.fails, clock.at = 0, clock.at.replace(hour=22)
    assert teller.turn() == 0  # nobody is woken
    clock.at += timedelta(hours=10)
    teller.turn()
    assert any(key.startswith(f"{CODE}-receipt") for key in texts.delivered)
    assert counts(services.engine).keys() == {"sent"}
    delivered = len(texts.delivered)
    clock.at += timedelta(days=1)
    assert teller.turn() == 0 and len(texts.delivered) == delivered


def test_a_lost_answer_is_repeated_under_the_same_key_and_a_number_that_bounces_is_a_persons(
    services: Services, texts: TextGateway, clock: Clock
) -> None:
    desk = Journal()
    services.registry.accept(DESK, [desk.write(wanting())])
    teller, texts.loses_answer = telling(services, texts, clock), True
    assert teller.turn() == 0
    clock.at += timedelta(hours=2)
    assert teller.turn() == 1
    assert len(texts.asked) == 2 and [*texts.delivered] == [*set(texts.asked)]
    texts.gone.add(PHONE)
    other = "H41.99-261124-0002"
    services.registry.accept(DESK, [desk.write(wanting(""), dossier=other)])
    assert [teller.turn(), teller.turn()] == [0, 0]
    assert [(item.dossier, item.state) for item in for_a_person(services.engine)] == [(other, "undeliverable")]
    assert sum(key.startswith(other) for key in texts.asked) == 1
