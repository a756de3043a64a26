"""The public day after lunch: what is put right, what is given back, who comes again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from counter_app.desk import after_receipt, casework, guidance, receiving, till
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.life import DueCause, ResultNamed
from counter_app.dossier.model import Component
from counter_app.dossier.payloads.after import ReceiptLost
from counter_app.dossier.recipients import WrongRecipient
from counter_app.dossier.states import DeliveryMethod, Status
from tests.system.public_day import people
from tests.system.public_day.diary import TODAY
from tests.system.public_day.morning import returned
from tests.system.public_day.story import BIRTH, CIVIL, SINGLE, Day, brought, draft, november

SIGNER = "Lê Văn Mẫu"


def afternoon(day: Day) -> None:
    """Between half past one and closing time, in their order."""
    _a_name_is_put_right(day)
    _a_receipt_made_by_mistake(day)
    _the_second_stage_of_the_land(day)
    _a_lost_receipt(day)
    _papers_that_come_later(day)
    _a_supplement_after_the_receipt(day)
    _an_extension_with_an_apology(day)
    _the_agency_waits_for_another(day)
    _a_withdrawal_and_the_money_back(day)
    _a_stop_at_the_applicants_request(day)
    _he_who_was_sent_home_is_back(day)
    _a_birth_after_three(day)
    _a_result_fetched_at_the_other_desk(day)


def _a_name_is_put_right(day: Day) -> None:
    """Minh's house number was typed wrong; the new receipt says that it replaces the first."""
    day.clock.set(20, 13, 35)
    one, code = day.one, day.codes["minh"]
    said = after_receipt.stated(one.desk.dossier(code))
    right = replace(said, owner=said.owner.model_copy(update={"name": "Võ Quang Minh", "born": "11/01/1981"}))
    right = replace(right, owner=right.owner.model_copy(update={"address": "Xóm 14, xã Nghi Lộc, tỉnh Nghệ An"}))
    corrected = after_receipt.correct(one.desk, code, right, "Gõ nhầm ngày sinh và số xóm", one.clerk)
    assert corrected.corrections and corrected.owner.address.startswith("Xóm 14")
    day.keep(one.print("receipt", code))


def _a_receipt_made_by_mistake(day: Day) -> None:
    day.clock.set(20, 13, 45)
    one = day.one
    code = one.receive(draft(one, SINGLE, people.GROOM))
    day.diary.came(code, "nhầm", CIVIL, november(26))
    after_receipt.cancel_receiving(one.desk, code, "Bấm nhầm: người này chỉ hỏi thủ tục", one.clerk)
    day.diary.undone(code)
    follower = receiving.next_code(one.desk, one.desk.now())
    assert follower != code, "its number stays used"


def _the_second_stage_of_the_land(day: Day) -> None:
    day.clock.set(20, 13, 50)
    one, code = day.one, day.codes["đạt và thuỷ"]
    dossier = casework.begin_stage(one.desk, code)
    assert (dossier.stage, dossier.due_changes[-1].cause) == (2, DueCause.STAGE)
    day.diary.promised(code, november(30))
    day.keep(one.print("receipt", code))


def _a_lost_receipt(day: Day) -> None:
    """A stranger gets nothing; Phúc declares the loss, is known by his card, and gets his certificate all the same."""
    day.clock.set(20, 13, 55)
    one, code = day.one, day.codes["phúc"]
    certificate = ResultNamed(name="Giấy chứng nhận", number="AA 01234567", issued_on=november(19))
    casework.take_results(one.desk, code, [certificate])
    day.diary.over(code)
    with pytest.raises(WrongRecipient):
        returned(day, one, code, people.KHOE.name, people.KHOE.identity_number)
    lost = ReceiptLost(
        declared_by=people.PHUC.name,
        identity_number=people.PHUC.identity_number,
        phone=people.PHUC.phone,
        checked="Căn cước, đối chiếu ảnh",
    )
    after_receipt.declare_lost(one.desk, code, lost)
    day.keep(one.print("loss_declaration", code))
    returned(day, one, code, people.PHUC.name, people.PHUC.identity_number)


def _papers_that_come_later(day: Day) -> None:
    day.clock.set(20, 14, 5)
    two, code = day.two, day.codes["bông"]
    paper = Component(key="nop-sau-1", name="Giấy xác nhận nơi ở của khu phố", originals=1)
    dossier = after_receipt.add_papers(two.desk, code, [paper], "Con gái bà mang đến")
    assert dossier.components[-1].name == paper.name
    scan = two.desk.store.files.put(b"%PDF-1.7 giay xac nhan noi o", "application/pdf")
    two.desk.add_document(code, paper.key, scan, (), [])
    after_receipt.write_note(two.desk, code, "Hẹn bà qua điện thoại của con gái")


def _a_supplement_after_the_receipt(day: Day) -> None:
    """The unit finds in the first three days that a page is missing."""
    day.clock.set(20, 14, 10)
    two, code = day.two, day.codes["lợi"]
    wanted = ["Bản sao căn cước của chủ hộ, mặt sau", "Biên bản họp hộ gia đình về việc thành lập hộ kinh doanh"]
    reason = "Bản sao căn cước thiếu mặt sau"
    deadline = datetime(2026, 11, 27, 17, 0, tzinfo=VIETNAM)
    casework.ask_for_supplements(two.desk, code, wanted, reason, deadline)
    day.keep(two.print("supplement_request", code))
    day.clock.set(20, 14, 20)
    papers = [Component(key=f"bo-sung-{nth}", name=name, copies=1) for nth, name in enumerate(wanted, start=1)]
    dossier = casework.take_supplements(two.desk, code, papers)
    assert dossier.status is Status.ACCEPTED
    day.keep(two.print("receipt", code))


def _an_extension_with_an_apology(day: Day) -> None:
    day.clock.set(20, 14, 30)
    one, code = day.one, day.codes["lựu"]
    until = datetime(2026, 11, 27, 16, 0, tzinfo=VIETNAM)
    casework.extend(one.desk, code, until, "Chờ ý kiến của Điện lực về hành lang an toàn lưới điện", SIGNER)
    day.diary.promised(code, november(27))
    with pytest.raises(casework.TooManyExtensions):
        casework.extend(one.desk, code, until.replace(day=30), "Vẫn chờ", SIGNER)
    day.keep(one.print("apology", code))


def _the_agency_waits_for_another(day: Day) -> None:
    day.clock.set(20, 14, 40)
    two, code = day.two, day.codes["sao mẫu"]
    casework.stop(two.desk, code, "Chờ kết luận thẩm duyệt phòng cháy, chữa cháy", "Phạm Thị Mẫu")
    day.keep(two.print("pause_notice", code))


def _a_withdrawal_and_the_money_back(day: Day) -> None:
    day.clock.set(20, 14, 50)
    two, code = day.two, day.codes["tuấn"]
    casework.withdraw(two.desk, code, "Chưa có nhu cầu kinh doanh nữa")
    day.diary.over(code)
    till.give_back(two.desk, code)
    day.diary.drawers[two.clerk] -= 100_000
    day.keep(two.print("withdrawal_note", code))


def _a_stop_at_the_applicants_request(day: Day) -> None:
    day.clock.set(20, 15, 0)
    one, code = day.one, day.codes["cậy"]
    why = "Chuyển về ở với con tại Hà Nội"
    casework.stop_at_request(one.desk, code, why, people.CAY.name, "Đơn ngày 20/11/2026", SIGNER)
    day.diary.over(code)
    day.keep(one.print("stop_notice", code))


def _he_who_was_sent_home_is_back(day: Day) -> None:
    """Bình's declaration is all that is added: nothing is typed twice, and the other desk knows his case."""
    day.clock.set(20, 15, 20)
    two = day.two
    (line,) = two.desk.store.guidance.find("trần văn bình")
    back = guidance.take_up(two.desk, line.code)
    assert (back.owner.identity_number, back.procedure) == ("040088004321", SINGLE)
    code = two.receive(back.model_copy(update={"components": brought(two.desk, SINGLE)}))
    day.codes["bình"] = day.diary.came(code, "bình", CIVIL, november(26))
    case = two.desk.store.journal.case(line.code)
    assert case is not None and case.dossier == code, "his case says what became of it"
    day.keep(two.print("receipt", code))


def _a_birth_after_three(day: Day) -> None:
    day.clock.set(20, 15, 30)
    two = day.two
    code = two.receive(draft(two, BIRTH, people.KHOE))
    day.codes["khoẻ"] = day.diary.came(code, "khoẻ", CIVIL, november(23))
    assert two.desk.dossier(code).due_at == datetime(2026, 11, 23, 17, 0, tzinfo=VIETNAM)
    day.keep(two.print("receipt", code))


def _a_result_fetched_at_the_other_desk(day: Day) -> None:
    """Nhung filed at desk 1; her result came there, and goes by post from desk 2."""
    day.clock.set(20, 15, 45)
    two, code = day.two, day.codes["nhung"]
    paper = ResultNamed(name="Giấy xác nhận tình trạng hôn nhân", number="45/UBND-XNTTHN", issued_on=TODAY)
    casework.take_results(two.desk, code, [paper])
    day.diary.over(code)
    returned(
        day,
        two,
        code,
        people.NHUNG.name,
        "",
        method=DeliveryMethod.POST,
        post_bill="RR123456789VN",
    )
