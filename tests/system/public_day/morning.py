"""The public day until noon, at both desks."""

from __future__ import annotations

from datetime import datetime

from counter_app.desk import batch, casework, guidance, online, till
from counter_app.dossier.applicants import Authority, AuthorityKind, Relation
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.draft import Chosen, DocumentTyped, OwnerTyped
from counter_app.dossier.life import ResultNamed
from counter_app.dossier.money import FeeKind
from counter_app.dossier.payloads.papers import Received
from counter_app.dossier.payloads.results import ResultReturned
from counter_app.dossier.states import Channel, DeliveryMethod, GuidanceKind, PayMethod, Status
from tests.system.public_day import people
from tests.system.public_day.diary import TODAY
from tests.system.public_day.office import CounterDesk
from tests.system.public_day.story import (
    AID,
    AIDS,
    BUILDING,
    BUILDINGS,
    BUSINESS,
    BUSINESSES,
    CERTIFYING,
    CIVIL,
    COPIES,
    LANDS,
    MARRIAGE,
    RENEWAL,
    RESIDENCE,
    RESIDENCES,
    SINGLE,
    Day,
    draft,
    november,
)

CLOSING = datetime(2026, 11, 20, 17, 0, tzinfo=VIETNAM)


def morning(day: Day) -> None:
    """Whoever comes between eight and noon, in their order."""
    _the_slip_of_the_first(day)
    _sent_home_and_not_back(day)
    _refused_before_a_receipt(day)
    _a_company_builds(day)
    _a_household_pays_with_a_large_note(day)
    _a_marriage(day)
    _the_son_files_for_his_mother(day)
    _the_mother_files_for_her_child(day)
    _a_foreigner_has_copies_certified(day)
    _an_old_woman_without_a_number(day)
    _decided_in_another_commune(day)
    _a_guardian(day)
    _the_head_of_a_block_brings_three(day)
    _what_came_online(day)


def returned(day: Day, at: CounterDesk, code: str, recipient: str, number: str, **more: object) -> None:
    """The first result is handed over, and its note printed."""
    usual = {"results": (0,), "method": DeliveryMethod.COUNTER, "recipient": recipient, "identity_number": number}
    casework.return_results(at.desk, code, ResultReturned.model_validate(usual | more))
    day.keep(at.print("return_note", code))


def _the_slip_of_the_first(day: Day) -> None:
    """Hường has her receipt on the slip printer's paper; the certificate comes within the hour."""
    code, desk = day.codes["hường"], day.one.desk
    dossier = desk.dossier(code)
    assert dossier.due_at == CLOSING, "the same day, before the office closes"
    day.keep(day.one.print("slip", code, size="80mm"), day.one.print("receipt", code))
    day.clock.set(20, 8, 50)
    casework.take_results(desk, code, [ResultNamed(name="Giấy khai sinh", number="45/2026", issued_on=TODAY)])
    day.diary.over(code)
    returned(day, day.one, code, "Nguyễn Thị Hường", "040190001234")


def _sent_home_and_not_back(day: Day) -> None:
    day.clock.set(20, 9, 0)
    two = day.two
    typed = draft(two, BUILDING, people.MINH, without=["ban-ve", "giay-chung-nhan"], case="Nhà ở riêng lẻ")
    items = ["02 bộ bản vẽ thiết kế xây dựng", "Bản sao Giấy chứng nhận quyền sử dụng đất"]
    case = guidance.ask_for_supplements(two.desk, two.keep(typed), items, "Hồ sơ chưa đủ thành phần theo quy định")
    day.diary.answers[GuidanceKind.SUPPLEMENTS] += 1
    day.keep(two.print("supplement_request", case.code))


def _refused_before_a_receipt(day: Day) -> None:
    day.clock.set(20, 9, 5)
    two = day.two
    reason = "Công trình cấp II thuộc thẩm quyền cấp phép của Sở Xây dựng, không thuộc thẩm quyền của UBND phường."
    case = guidance.refuse(two.desk, two.keep(draft(two, BUILDING, people.KHOE, case="Công trình")), reason)
    day.diary.answers[GuidanceKind.REFUSAL] += 1
    assert two.desk.store.find("khoẻ") == [], "no code was used up"
    day.keep(two.print("refusal", case.code))


def _a_company_builds(day: Day) -> None:
    """What works cost is the province's to say and not known: its receipt says so, and no house's charge is taken."""
    day.clock.set(20, 9, 10)
    two = day.two
    code = two.receive(draft(two, BUILDING, people.SAO, case="Công trình"))
    day.codes["sao mẫu"] = day.diary.came(code, "sao mẫu", BUILDINGS, november(37))
    dossier = two.desk.dossier(code)
    assert dossier.fees_unknown and not dossier.fees
    day.keep(two.print("receipt", code))


def _a_household_pays_with_a_large_note(day: Day) -> None:
    """The first fee receipt is made out to the wrong name: it is cancelled, and the next one is right."""
    day.clock.set(20, 9, 20)
    two = day.two
    code = two.receive(draft(two, BUSINESS, people.HOUSEHOLD))
    day.codes["lợi"] = day.diary.came(code, "lợi", BUSINESSES, november(26))
    wrong = till.take_all_fees(two.desk, code, PayMethod.CASH, payer="Cao Xuân Lời", given=500_000).fee_receipts[-1]
    till.cancel_receipt(two.desk, code, wrong.series, wrong.number, "Ghi sai tên người nộp")
    right = till.take_fee(two.desk, code, FeeKind.CHARGE, PayMethod.CASH, given=500_000).fee_receipts[-1]
    assert (wrong.number, right.number, right.change) == (wrong.number, wrong.number + 1, 400_000)
    day.diary.drawers[two.clerk] += 100_000
    day.keep(two.print("receipt", code), two.print("fee_receipt", code))


def _a_marriage(day: Day) -> None:
    day.clock.set(20, 9, 30)
    one = day.one
    code = one.receive(draft(one, MARRIAGE, people.GROOM, co_owners=(people.BRIDE,)))
    day.codes["cưới"] = day.diary.came(code, "cưới", CIVIL, TODAY)
    day.keep(one.print("receipt", code))
    day.clock.set(20, 10, 10)
    certificate = ResultNamed(name="Giấy chứng nhận kết hôn", number="31/2026", issued_on=TODAY)
    casework.take_results(one.desk, code, [certificate])
    day.diary.over(code)
    returned(day, one, code, people.BRIDE.name, people.BRIDE.identity_number)


def _the_son_files_for_his_mother(day: Day) -> None:
    """The land office's branch decides; the certificate goes by post."""
    day.clock.set(20, 10, 15)
    one = day.one
    letter = Authority(number="12", issued_on=november(18), issuer="UBND phường Sao Mai")
    typed = draft(one, RENEWAL, people.OLD_MOTHER, submitter=people.HER_SON, authority=letter)
    code = one.receive(typed.model_copy(update={"delivery_method": DeliveryMethod.POST}))
    assert one.desk.dossier(code).agencies.decided_elsewhere
    day.codes["tâm"] = day.diary.came(code, "tâm", LANDS, november(30))
    day.keep(one.print("receipt", code))


def _the_mother_files_for_her_child(day: Day) -> None:
    """A residence dossier has a receipt of its own, CT04."""
    day.clock.set(20, 10, 20)
    two = day.two
    paper = Authority(kind=AuthorityKind.BIRTH_CERTIFICATE, number="77/2012", issuer="UBND xã Nghi Lộc")
    typed = draft(two, RESIDENCE, people.CHILD, submitter=people.WIFE, relation=Relation.MOTHER, authority=paper)
    code = two.receive(typed)
    day.codes["bảo"] = day.diary.came(code, "bảo", RESIDENCES, november(32))
    assert two.desk.dossier(code).receipt_form == "residence_receipt"
    till.take_all_fees(two.desk, code, PayMethod.CASH, given=20_000)
    day.diary.drawers[two.clerk] += 20_000
    day.keep(two.print("residence_receipt", code), two.print("fee_receipt", code))


def _a_foreigner_has_copies_certified(day: Day) -> None:
    """Two documents, of 2 pages in 3 copies and of 5 in 1; he waits for them."""
    day.clock.set(20, 10, 30)
    one = day.one
    documents = (
        DocumentTyped(name="Hộ chiếu", pages=2, copies=3),
        DocumentTyped(name="Bằng tốt nghiệp đại học và bảng điểm", pages=5, copies=1),
    )
    code = one.receive(draft(one, COPIES, people.NEWCOMER, certified=documents))
    day.codes["kim"] = day.diary.came(code, "kim", CERTIFYING, TODAY)
    fee = 3 * 2 * 2_000 + (2 * 2_000 + 3 * 1_000)
    receipt = till.take_all_fees(one.desk, code, PayMethod.CASH, given=50_000).fee_receipts[-1]
    assert (receipt.amount, receipt.change) == (fee, 50_000 - fee)
    day.diary.drawers[one.clerk] += fee
    day.keep(one.print("certification_receipt", code), one.print("fee_receipt", code))
    day.clock.set(20, 10, 50)
    casework.take_results(one.desk, code, [ResultNamed(name="Bản sao được chứng thực", issued_on=TODAY)])
    day.diary.over(code)
    returned(day, one, code, people.NEWCOMER.name, people.NEWCOMER.identity_number)


def _an_old_woman_without_a_number(day: Day) -> None:
    """Nobody knows her address yet: she is received all the same, with the reason."""
    day.clock.set(20, 10, 55)
    two = day.two
    code = two.receive(draft(two, AID, people.WITHOUT_NUMBER), "Bà ở nhờ nhiều nơi; khu phố xác nhận sau")
    first = two.desk.store.entries.of_dossier(code)[0].read()
    assert isinstance(first, Received) and first.incomplete and first.incomplete.lacking == ("Địa chỉ của chủ hồ sơ",)
    day.codes["bông"] = day.diary.came(code, "bông", AIDS, november(37))
    day.keep(two.print("receipt", code))


def _decided_in_another_commune(day: Day) -> None:
    """Minh lives in xã Nghi Lộc, which decides and hands the paper over."""
    day.clock.set(20, 11, 0)
    one, there = day.one, Chosen(name="UBND xã Nghi Lộc")
    code = one.receive(draft(one, SINGLE, people.MINH, decides=there, returns=there))
    agencies = one.desk.dossier(code).agencies
    assert (agencies.competent_name, agencies.returned_at) == ("UBND xã Nghi Lộc", "UBND xã Nghi Lộc")
    day.codes["minh"] = day.diary.came(code, "minh", CIVIL, november(26))
    till.take_all_fees(one.desk, code, PayMethod.CASH, given=20_000)
    day.diary.drawers[one.clerk] += 15_000
    day.keep(one.print("receipt", code), one.print("fee_receipt", code))


def _a_guardian(day: Day) -> None:
    day.clock.set(20, 11, 5)
    two = day.two
    paper = Authority(kind=AuthorityKind.GUARDIANSHIP, number="03/TLGH", issued_on=november(3), issuer="UBND phường")
    child = people.CHILD.model_copy(update={"name": "Phạm Gia Hân", "identity_number": "040315000041", "sex": "Nữ"})
    typed = draft(two, RESIDENCE, child, submitter=people.HER_SON, relation=Relation.GUARDIAN, authority=paper)
    code = two.receive(typed)
    day.codes["hân"] = day.diary.came(code, "hân", RESIDENCES, november(32))
    day.keep(two.print("residence_receipt", code))


def _the_head_of_a_block_brings_three(day: Day) -> None:
    day.clock.set(20, 11, 15)
    one = day.one
    names = (("Nguyễn Văn Ưng", "040140000051"), ("Lê Thị Quý", "040143000052"), ("Hồ Sỹ Bảy", "040041000053"))
    owners = [OwnerTyped(**people.citizen(name, number).model_dump()) for name, number in names]
    typed = draft(one, AID, people.HEAD_OF_BLOCK)
    dossiers = batch.receive_batch(one.desk, one.keep(typed), owners)
    for dossier in dossiers:
        day.diary.came(dossier.code, dossier.owner.name, AIDS, november(37))
    day.keep(one.print("batch_receipt", *(dossier.code for dossier in dossiers)))


def _what_came_online(day: Day) -> None:
    """Filed at night: one is right, one lacks a paper, one is none of this office's business."""
    day.clock.set(20, 11, 20)
    desk = day.two.desk
    filed = {line.owner: line.code for line in desk.store.find(status=Status.NEW)}
    code = filed["Nguyễn Thị Lam"]
    dossier = online.accept(desk, code)
    assert (dossier.channel, dossier.due_at) == (Channel.ONLINE, CLOSING)
    day.codes["lam"] = day.diary.came(code, "lam", CIVIL, TODAY, online=True)
    casework.ask_for_supplements(desk, filed["Công ty TNHH Sao Sáng"], ["Bản vẽ có chữ ký số"], "Bản vẽ chưa ký")
    casework.refuse(desk, filed["Mai Văn Nhầm"], "Không thuộc thẩm quyền của UBND phường")
    day.codes["sao sáng"] = filed["Công ty TNHH Sao Sáng"]
    day.keep(
        day.two.print("receipt", code),
        day.two.print("supplement_request", filed["Công ty TNHH Sao Sáng"]),
        day.two.print("refusal", filed["Mai Văn Nhầm"]),
    )
