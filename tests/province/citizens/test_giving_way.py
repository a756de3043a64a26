"""Who consented to both is told once: by mail only what surely did not go out as a text message."""

from __future__ import annotations

from datetime import timedelta

from counter_app.province.citizens.notice_settings import MailSettings, NoticeSettings, SmsSettings
from counter_app.province.citizens.outbox import LONG, counts, for_a_person
from counter_app.province.citizens.teller import Teller
from counter_app.province.services import Services
from tests.dossier.entries import AT
from tests.province.citizens.conftest import Clock
from tests.province.citizens.mailbox import MailServer
from tests.province.citizens.test_teller import MAILBOX, wanting
from tests.province.citizens.text_gateway import TextGateway
from tests.province.conftest import DESK, Journal

NOBODY = "http://127.0.0.1:1/v1/messages"


def by_both(services: Services, sms: str, mail_port: int, clock: Clock) -> Teller:
    email = MailSettings(host="127.0.0.1", port=mail_port, sender="mot-cua@example.vn", tls=False)
    return Teller(services.engine, NoticeSettings(sms=SmsSettings(url=sms), email=email), clock)


def try_for(hours: float, teller: Teller, clock: Clock) -> None:
    """Turn by turn, as the server does, until so long has passed."""
    end = clock.at + timedelta(hours=hours)
    while clock.at < end:
        teller.turn()
        clock.at += timedelta(minutes=5)


def test_a_gateway_that_surely_takes_none_gives_way_to_the_mailbox_after_half_an_hour_and_is_not_used_afterwards(
    services: Services, texts: TextGateway, mail: MailServer, clock: Clock
) -> None:
    desk = Journal()
    services.registry.accept(DESK, [desk.write(wanting())])
    nobody = by_both(services, NOBODY, mail.port, clock)
    try_for(0.3, nobody, clock)
    assert not mail.mails and counts(services.engine) == {"waiting": 2}
    try_for(1, nobody, clock)
    assert [str(item["To"]) for item in mail.mails] == [MAILBOX]
    nobody.thread.stop()
    services.registry.accept(DESK, [desk.write(wanting(), dossier="H41.99-261124-0002")])
    texts.fails = 503
    busy = by_both(services, texts.url, mail.port, clock)
    try_for(1.3, busy, clock)
    assert len(mail.mails) == 2 and texts.asked
    texts.fails = 0
    try_for(3, busy, clock)
    assert len(mail.mails) == 2 and not texts.delivered


def test_a_gateway_that_may_have_the_message_is_asked_until_it_says_so_and_no_mail_goes_beside_it(
    services: Services, texts: TextGateway, mail: MailServer, clock: Clock
) -> None:
    services.registry.accept(DESK, [Journal().write(wanting())])
    texts.loses_answer = True
    teller = by_both(services, texts.url, mail.port, clock)
    teller.turn()
    assert len(texts.delivered) == 1 and counts(services.engine) == {"sending": 1, "waiting": 1}
    texts.fails = 503
    try_for(8, teller, clock)
    teller.thread.stop()
    gone = by_both(services, NOBODY, mail.port, clock)
    try_for(20, gone, clock)
    assert not mail.mails
    gone.thread.stop()
    texts.fails = 0
    try_for(2, by_both(services, texts.url, mail.port, clock), clock)
    assert not mail.mails and len(texts.delivered) == 1 < len(texts.asked)
    assert counts(services.engine) == {"sent": 1, "waiting": 1}


def test_a_number_that_turns_out_to_bounce_gives_way_to_the_mailbox_though_the_gateway_had_failed_on_it(
    services: Services, texts: TextGateway, mail: MailServer, clock: Clock
) -> None:
    services.registry.accept(DESK, [Journal().write(wanting())])
    texts.fails = 502
    teller = by_both(services, texts.url, mail.port, clock)
    try_for(4, teller, clock)
    assert not mail.mails
    texts.fails = 404
    try_for(2, teller, clock)
    assert [str(item["To"]) for item in mail.mails] == [MAILBOX] and not texts.delivered


def test_both_ways_down_for_a_week_lose_nothing_and_the_first_that_is_back_brings_it(
    services: Services, mail: MailServer, clock: Clock
) -> None:
    services.registry.accept(DESK, [Journal().write(wanting())])
    down = by_both(services, NOBODY, 1, clock)
    while clock.at < AT + timedelta(days=7):
        assert down.turn() == 0
        clock.at += timedelta(hours=1)
    assert counts(services.engine) == {"waiting": 2}
    assert [(item.state, item.attempts >= LONG) for item in for_a_person(services.engine)] == [("waiting", True)] * 2
    down.thread.stop()
    try_for(2, by_both(services, NOBODY, mail.port, clock), clock)
    assert not for_a_person(services.engine)
    assert {str(item["Subject"])[:10] for item in mail.mails} == {"Đã tiếp nh", "Hồ sơ H41."} and len(mail.mails) == 2


def test_a_gateway_taken_out_of_the_settings_leaves_what_it_may_have_to_a_person(
    services: Services, texts: TextGateway, mail: MailServer, clock: Clock
) -> None:
    services.registry.accept(DESK, [Journal().write(wanting())])
    texts.fails = 500
    teller = by_both(services, texts.url, mail.port, clock)
    teller.turn()
    teller.thread.stop()
    email = MailSettings(host="127.0.0.1", port=mail.port, sender="mot-cua@example.vn", tls=False)
    try_for(1, Teller(services.engine, NoticeSettings(email=email), clock), clock)
    assert [item.state for item in for_a_person(services.engine)] == ["unsure"] and not mail.mails


def test_a_mail_server_that_breaks_off_leaves_one_notice_unsure_and_not_all_of_the_turn(
    services: Services, mail: MailServer, clock: Clock
) -> None:
    desk, mail.breaks_off = Journal(), True
    for number in range(1, 6):
        plain = wanting()
        owner = plain.owner.model_copy(update={"phone": ""})
        code = f"H41.99-261124-{number:04}"
        services.registry.accept(DESK, [desk.write(plain.model_copy(update={"owner": owner}), dossier=code)])
    teller = by_both(services, NOBODY, mail.port, clock)
    teller.turn()
    assert len(for_a_person(services.engine)) == 1
    mail.breaks_off = False
    try_for(1, teller, clock)
    assert len(mail.mails) == 5 and len(for_a_person(services.engine)) == 1
