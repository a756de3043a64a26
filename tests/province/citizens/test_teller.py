"""Citizens who want it are told what becomes of their dossier: once, by day, whatever happens to the ways."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.cli import main
from counter_app.dossier.payloads.business import Extended, StatusChanged, Withdrawn
from counter_app.dossier.payloads.papers import Received
from counter_app.dossier.states import Status
from counter_app.province.citizens.notice_settings import BadNoticeSettings, MailSettings, NoticeSettings, load_notices
from counter_app.province.citizens.outbox import counts, for_a_person
from counter_app.province.citizens.senders import AddressRefused, Message, Sender
from counter_app.province.citizens.teller import Teller
from counter_app.province.services import Services
from tests.dossier.entries import AT, CODE, received
from tests.province.citizens.conftest import Clock
from tests.province.citizens.mailbox import MailServer
from tests.province.conftest import DESK, Journal

MAILBOX = "huong@thu.example.vn"


class BouncingPhone:
    """A gateway that knows no such number."""

    repeats, address = True, "phone"

    def send(self, message: Message) -> None:
        raise AddressRefused(reason="404")


def wanting(mailbox: str = MAILBOX, *, notices: bool = True) -> Received:
    plain = received()
    owner = plain.owner.model_copy(update={"email": mailbox})
    return plain.model_copy(update={"owner": owner, "notices": notices, "due_at": AT + timedelta(days=3)})


def by_mail(mail: MailServer) -> NoticeSettings:
    server = MailSettings(host="127.0.0.1", port=mail.port, sender="mot-cua@example.vn", tls=False)
    return NoticeSettings(look_up="https://mot-cua.example.vn/look-up", email=server)


def told(mail: MailServer) -> list[str]:
    return [str(item["Subject"]) for item in mail.mails]


def test_a_citizen_is_told_at_receipt_before_the_term_with_the_apology_and_when_it_is_ready_each_once(
    services: Services, mail: MailServer, clock: Clock
) -> None:
    desk = Journal()
    services.registry.accept(DESK, [desk.write(wanting())])
    teller = Teller(services.engine, by_mail(mail), clock)
    assert [teller.turn(), teller.turn()] == [1, 0]
    assert told(mail) == [f"Đã tiếp nhận hồ sơ {CODE}"]
    text = mail.mails[0].get_content()
    assert "26/11/2026" in text and "/look-up" in text and "Hương" not in text and "khai sinh" not in text
    clock.at = AT + timedelta(days=2, hours=1)
    assert teller.turn() == 1 and "sắp đến hẹn" in told(mail)[-1]
    late = Extended(due_at=AT + timedelta(days=6), reason="Chờ xác minh", signer="Trần Thị Mẫu")
    services.registry.accept(DESK, [desk.write(late, step=2)])
    assert teller.turn() in (0, 1)
    clock.at = AT + timedelta(days=2, hours=2)
    teller.turn()
    assert any("Xin lỗi" in subject for subject in told(mail))
    services.registry.accept(DESK, [desk.write(StatusChanged(status=Status.DONE), step=3)])
    clock.at += timedelta(minutes=1)
    teller.turn()
    assert "đã có kết quả" in told(mail)[-1]
    assert len(mail.mails) == len({item["Message-ID"] for item in mail.mails})


def test_who_did_not_consent_is_told_nothing(services: Services, mail: MailServer, clock: Clock) -> None:
    services.registry.accept(DESK, [Journal().write(wanting(notices=False))])
    assert Teller(services.engine, by_mail(mail), clock).turn() == 0
    assert not counts(services.engine)


def test_a_way_that_is_down_for_a_week_loses_nothing_and_nobody_is_woken_at_night(
    services: Services, mail: MailServer, clock: Clock
) -> None:
    services.registry.accept(DESK, [Journal().write(wanting())])
    down = by_mail(mail).model_copy(
        update={"email": MailSettings(host="127.0.0.1", port=1, sender="a@b.vn", tls=False)}
    )
    teller = Teller(services.engine, down, clock)
    for _ in range(7):
        assert teller.turn() == 0
        clock.at += timedelta(days=1)
    assert counts(services.engine)["waiting"]
    clock.at = clock.at.replace(hour=23)
    teller.thread.stop()
    up = Teller(services.engine, by_mail(mail), clock, senders=by_mail(mail).senders())
    assert up.turn() == 0 and not mail.mails
    clock.at += timedelta(hours=9)
    assert up.turn() >= 1 and f"Đã tiếp nhận hồ sơ {CODE}" in told(mail)


def test_a_number_that_bounces_gives_way_to_the_mailbox_and_both_gone_are_shown_to_a_person(
    services: Services, mail: MailServer, clock: Clock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ways: dict[str, Sender] = {"sms": BouncingPhone(), **by_mail(mail).senders()}
    desk = Journal()
    services.registry.accept(DESK, [desk.write(wanting())])
    teller = Teller(services.engine, by_mail(mail), clock, senders=ways)
    assert teller.turn() == 1 and mail.mails[0]["To"] == MAILBOX
    mail.gone.add("khong-con@thu.example.vn")
    other = "H41.99-261124-0002"
    services.registry.accept(DESK, [desk.write(wanting("khong-con@thu.example.vn"), dossier=other)])
    assert teller.turn() == 0
    assert [(item.dossier, item.state) for item in for_a_person(services.engine)] == [(other, "undeliverable")]
    assert main(["server", "--database", services.engine.url.render_as_string(False), "notices", "list"]) == 0
    assert other in capsys.readouterr().out


@pytest.mark.parametrize("page", ["", "https://mot-cua.example.vn/look-up"])
def test_a_notice_leads_to_the_public_page_where_there_is_one(
    services: Services, mail: MailServer, clock: Clock, page: str
) -> None:
    services.registry.accept(DESK, [Journal().write(wanting())])
    assert Teller(services.engine, by_mail(mail).model_copy(update={"look_up": page}), clock).turn() == 1
    text = " ".join(mail.mails[0].get_content().split())
    assert text.endswith(f"Tra cứu: {page}" if page else "09:00.") and ("Tra cứu" in text) == bool(page)


def test_what_is_no_mailbox_or_more_than_one_is_a_persons_and_stops_nothing_behind_it(
    services: Services, mail: MailServer, clock: Clock
) -> None:
    """A portal's dossier may hold anything: a line's end stopped all notices, a comma told a stranger."""
    desk, odd = Journal(), ("a@b.vn\nBcc: khac@b.vn", "a@b.vn, khac@b.vn", "không có", "hương@thu.vn", "ho@mẫu.vn")
    codes = [f"H41.99-261124-{number:04}" for number in range(11, 11 + len(odd))]
    for code, mailbox in zip(codes, odd, strict=True):
        services.registry.accept(DESK, [desk.write(wanting(mailbox), dossier=code)])
    services.registry.accept(DESK, [desk.write(wanting())])
    assert Teller(services.engine, by_mail(mail), clock).turn() == 1
    assert [str(item["To"]) for item in mail.mails] == [MAILBOX]
    assert {(item.dossier, item.state) for item in for_a_person(services.engine)} == {
        (code, "undeliverable") for code in codes
    }


def test_a_dossier_withdrawn_before_its_notice_went_out_is_not_told_of(
    services: Services, mail: MailServer, clock: Clock
) -> None:
    desk = Journal()
    services.registry.accept(DESK, [desk.write(wanting())])
    clock.at = clock.at.replace(hour=22)
    teller = Teller(services.engine, by_mail(mail), clock)
    teller.turn()
    services.registry.accept(DESK, [desk.write(Withdrawn(reason="Đổi ý"), step=2)])
    clock.at += timedelta(hours=10)
    assert teller.turn() == 0 and not mail.mails
    assert counts(services.engine)["dropped"]


def test_a_mail_server_that_broke_off_after_the_text_is_not_asked_twice(
    services: Services, mail: MailServer, clock: Clock
) -> None:
    services.registry.accept(DESK, [Journal().write(wanting())])
    mail.breaks_off = True
    teller = Teller(services.engine, by_mail(mail), clock)
    assert [teller.turn(), teller.turn()] == [0, 0]
    assert len(mail.mails) == 1
    assert [item.state for item in for_a_person(services.engine)] == ["unsure"]


def test_what_a_settings_file_gets_wrong_is_said(tmp_path: Path) -> None:
    shipped = Path("counter_app/province/deploy/notices.toml.example")
    assert load_notices(shipped).sms is not None
    (tmp_path / "n.toml").write_text('[email]\nhost = "x"\nsender = "no mailbox"\n')
    with pytest.raises(BadNoticeSettings) as fault:
        load_notices(tmp_path / "n.toml")
    assert "email.sender" in fault.value.sentence("en")


def test_a_province_says_it_in_its_own_words_and_a_place_that_is_none_is_told_at_the_start(
    services: Services, mail: MailServer, clock: Clock, tmp_path: Path
) -> None:
    settings, texts = tmp_path / "notices.toml", tmp_path / "words.toml"
    settings.write_text(
        f'texts = "words.toml"\n[email]\nhost = "127.0.0.1"\nport = {mail.port}\nsender = "a@b.vn"\ntls = false'
    )
    texts.write_text('[receipt]\nsubject = "Trung tâm đã nhận {code}"\n', encoding="utf-8")
    services.registry.accept(DESK, [Journal().write(wanting())])
    assert Teller(services.engine, load_notices(settings), clock).turn() == 1
    assert told(mail) == [f"Trung tâm đã nhận {CODE}"]
    assert "Hẹn trả kết quả: 26/11/2026" in mail.mails[0].get_content(), "what it does not say is said as shipped"
    for wrong in ('[receipt]\ntext = "{name}"', '[thanks]\ntext = "x"', '[receipt]\nwhere = "{"', "text ="):
        texts.write_text(wrong)
        with pytest.raises(BadNoticeSettings):
            load_notices(settings)
    texts.unlink()
    with pytest.raises(BadNoticeSettings):
        load_notices(settings)


def test_the_file_of_notices_has_a_line_a_notice(services: Services, clock: Clock, tmp_path: Path) -> None:
    services.registry.accept(DESK, [Journal().write(wanting())])
    file = tmp_path / "notices.jsonl"
    assert Teller(services.engine, NoticeSettings(file=file), clock).turn() == 1
    line = json.loads(file.read_text())
    assert line["to"] == "0912000123" and CODE in line["text"]


def test_a_line_torn_by_a_full_disk_takes_no_other_notice_with_it(
    services: Services, clock: Clock, tmp_path: Path
) -> None:
    services.registry.accept(DESK, [Journal().write(wanting())])
    file = tmp_path / "notices.jsonl"
    file.write_text('{"id": "H41.99-26')
    assert Teller(services.engine, NoticeSettings(file=file), clock).turn() == 1
    assert CODE in json.loads(file.read_text().splitlines()[-1])["text"]
