"""Papers that an earlier dossier has in digital form serve again, by number and kind, as long as they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from counter_app.desk import receiving, reusing
from counter_app.desk.after_receipt import cancel_receiving
from counter_app.desk.desk import Desk
from counter_app.desk.entered_with_receipt import NothingToReuse
from counter_app.dossier.draft import ComponentTicked, Draft
from counter_app.dossier.model import DigitisedPage, Dossier, FileRef, Reuse
from counter_app.dossier.reuse import Reusable, documents_of, is_same_kind
from counter_app.dossier.roles import Clerk, Task
from counter_app.procedures.completeness import gaps
from counter_app.procedures.reuse_rules import load_reuse
from counter_app.province.national.case import case_of
from counter_app.province.national.classic import ho_so
from counter_app.province.national.settings import NationalSettings
from counter_app.reports.periods import calendar_month
from counter_app.reports.reuse import asked_again_dossiers, papers_asked_again, reuse_by_office, reuse_by_procedure
from counter_app.reports.scope import Scope
from counter_app.resources import resource
from tests.conftest import MORNING, filled
from tests.desk.household import married, on

MENDED, EXCHANGED = "1.012790", "1.012783"
"""A land certificate that is corrected, and one that is exchanged: both ask for the certificate."""
NUMBER = "040190001234"
RULES = load_reuse(resource("reuse"))


def earlier(desk: Desk, *keys: str) -> Dossier:
    """A dossier whose papers were digitised."""
    draft = desk.new_draft()
    desk.keep_draft(filled(draft, MENDED, *keys))
    dossier = receiving.receive(desk, draft.id)
    for key in keys:
        document = desk.store.files.put(f"%PDF {dossier.code} {key}".encode(), "application/pdf")
        dossier = desk.add_document(dossier.code, key, document, (), [])
    return dossier


def begun(desk: Desk, *keys: str) -> Draft:
    """The same person is here again."""
    draft = filled(desk.new_draft(), EXCHANGED, *keys)
    desk.keep_draft(draft)
    return draft


def offers(desk: Desk, draft: Draft) -> tuple[reusing.Offer, ...]:
    """As the intake's bar makes them."""
    return reusing.not_here(desk, draft, reusing.lying_there(desk, draft))


def test_what_was_digitised_before_is_offered_by_number_and_kind(desk: Desk) -> None:
    before = earlier(desk, "don", "giay-chung-nhan")
    (offer,) = offers(desk, begun(desk, "don"))
    assert (offer.component, offer.paper.source.dossier) == ("giay-chung-nhan", before.code)
    assert offer.until is None
    nobody = begun(desk, "don").model_copy(
        update={"owner": filled(desk.new_draft()).owner.model_copy(update={"identity_number": "040188009999"})}
    )
    assert offers(desk, nobody) == (), "another number is another person"


def test_a_declaration_never_serves_again(desk: Desk) -> None:
    earlier(desk, "don", "giay-chung-nhan")
    assert "don" not in {offer.component for offer in offers(desk, begun(desk, "giay-chung-nhan"))}


def test_what_is_here_already_is_not_offered(desk: Desk) -> None:
    earlier(desk, "don", "giay-chung-nhan")
    assert offers(desk, begun(desk, "don", "giay-chung-nhan")) == ()
    draft = begun(desk, "don")
    desk.store.drafts.add_page(draft.id, "giay-chung-nhan", "a" * 64, "image/jpeg", 200, "scan")
    assert offers(desk, draft) == ()


def test_it_is_attached_without_scanning_and_flagged_to_the_portal(desk: Desk) -> None:
    before = earlier(desk, "don", "giay-chung-nhan")
    draft = begun(desk, "don")
    (offer,) = offers(desk, draft)
    ticks = (*draft.components, ComponentTicked(key=offer.component, reused=offer.ticked(NUMBER)))
    draft = draft.model_copy(update={"components": ticks})
    procedure = desk.procedure(draft)
    assert procedure is not None and gaps(procedure, draft) == [], "a paper that serves again is not lacking"
    desk.keep_draft(draft)
    dossier = receiving.receive(desk, draft.id)
    component = next(item for item in dossier.components if item.key == "giay-chung-nhan")
    assert component.document == before.components[1].document and component.reused is not None
    assert component.reused.dossier == before.code and component.originals == 0 and not component.awaits_scan
    case = case_of(desk.store.entries.of_dossier(dossier.code))
    assert case is not None
    facts = {"dialect": "classic", "url": "https://dvc.example", "client_id": "a", "client_secret": "b"}
    papers = ho_so(case, lambda name: "", NationalSettings.model_validate(facts)).tai_lieu_nop
    assert [paper.duoc_tai_su_dung for paper in papers] == ["1"]


def test_with_another_owner_nothing_serves(desk: Desk) -> None:
    earlier(desk, "don", "giay-chung-nhan")
    draft = begun(desk, "don")
    (offer,) = offers(desk, draft)
    other = draft.owner.model_copy(update={"identity_number": "040188009999"})
    ticks = (*draft.components, ComponentTicked(key=offer.component, reused=offer.ticked(NUMBER)))
    desk.keep_draft(draft.model_copy(update={"owner": other, "components": ticks}))
    with pytest.raises(NothingToReuse):
        receiving.receive(desk, draft.id)


def test_the_original_is_handed_in_and_not_scanned_again(desk: Desk) -> None:
    earlier(desk, "don", "giay-chung-nhan")
    draft = begun(desk, "don")
    (offer,) = offers(desk, draft)
    ticks = (
        *draft.components,
        ComponentTicked(key=offer.component, originals=1, reused=offer.ticked(NUMBER)),
    )
    desk.keep_draft(draft.model_copy(update={"components": ticks}))
    component = next(item for item in receiving.receive(desk, draft.id).components if item.key == "giay-chung-nhan")
    assert (component.originals, component.electronic) == (1, 0) and component.reused is not None


def test_a_scan_of_today_goes_before_what_lay_there(desk: Desk) -> None:
    earlier(desk, "don", "giay-chung-nhan")
    draft = begun(desk, "don")
    (offer,) = offers(desk, draft)
    desk.store.drafts.add_page(draft.id, "giay-chung-nhan", "a" * 64, "image/jpeg", 200, "scan")
    ticks = (*draft.components, ComponentTicked(key=offer.component, reused=offer.ticked(NUMBER)))
    desk.keep_draft(draft.model_copy(update={"components": ticks}))
    component = next(item for item in receiving.receive(desk, draft.id).components if item.key == "giay-chung-nhan")
    assert component.reused is None and component.originals == 1


def test_what_holds_for_a_time_is_offered_for_that_time() -> None:
    rules = RULES
    paper = "Giấy xác nhận tình trạng hôn nhân"
    assert rules.holds_until(paper, date(2026, 8, 31)) == date(2027, 2, 28)
    assert rules.holds_until("Giấy chứng nhận quyền sử dụng đất", date(2026, 8, 31)) is None
    assert not rules.may_serve_again("Tờ khai đăng ký khai sinh")
    assert not rules.may_serve_again("Phiếu yêu cầu cung cấp thông tin")
    assert rules.may_serve_again("Phiếu lý lịch tư pháp"), "which an agency made out"
    assert not rules.may_serve_again("Giấy chứng sinh hoặc giấy tờ thay thế"), "one birth, one paper"


def test_a_paper_whose_time_is_over_is_not_in_the_list_to_choose_from(desk: Desk) -> None:
    """Of a first marriage there is the proof that she was single then."""
    code, key = married(desk, "to-khai", "xac-nhan-hon-nhan"), "xac-nhan-hon-nhan"
    desk.add_document(code, key, desk.store.files.put(b"%PDF", "application/pdf"), (), [])
    soon, late = on(desk, "2027-03-01 09:00"), on(desk, "2027-07-01 09:00")
    for moment, keys in ((soon, [key]), (late, [])):
        again = desk.dossier(code).model_copy(update={"code": "H41.99-270301-0001", "received_at": moment.now()})
        assert [paper.key for paper in reusing.reusable(moment, again)] == keys


def test_a_paper_holds_from_the_day_it_was_issued_and_from_its_receipt_only_where_that_is_not_known(desk: Desk) -> None:
    """The proof that she was single was five months old when it was handed in: it ends a month later."""
    code, key = married(desk, "to-khai", "xac-nhan-hon-nhan"), "xac-nhan-hon-nhan"
    received = desk.dossier(code).received_at.date()
    issued = received - timedelta(days=150)
    head = f"Số: 15/UBND-XNTTHN Nghi Lộc, ngày {issued.day:02} tháng {issued.month} năm {issued.year}"
    page = DigitisedPage(original="a" * 64, text=f"{head}\nGIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", mean_confidence=91)
    desk.add_document(code, key, desk.store.files.put(b"%PDF", "application/pdf"), (page,), [])
    (paper,) = documents_of(desk.dossier(code))
    until = RULES.holds_until(paper.name, issued)
    assert paper.issued == issued and RULES.last_day(paper) == until and until is not None
    assert RULES.still_holds(paper, until) and not RULES.still_holds(paper, until + timedelta(days=1))
    unknown = paper.model_copy(update={"issued": None})
    assert RULES.last_day(unknown) == RULES.holds_until(paper.name, received)
    assert RULES.still_holds(unknown, until + timedelta(days=1))


def test_two_names_of_one_kind_are_told() -> None:
    certificate = "Giấy chứng nhận quyền sử dụng đất"
    assert is_same_kind(certificate, f"Bản gốc {certificate} đã cấp")
    assert is_same_kind("Giấy chứng sinh (bản chính)", "Giấy chứng sinh")
    assert not is_same_kind("Giấy chứng nhận kết hôn", certificate)
    assert not is_same_kind("Bản vẽ", "Bản vẽ thiết kế"), "short words tell no kind"


def test_a_paper_that_serves_again_does_not_begin_to_hold_anew(desk: Desk) -> None:
    before = earlier(desk, "don", "giay-chung-nhan")
    draft = begun(desk, "don")
    (offer,) = offers(desk, draft)
    ticks = (*draft.components, ComponentTicked(key=offer.component, reused=offer.ticked(NUMBER)))
    desk.keep_draft(draft.model_copy(update={"components": ticks}))
    later = replace(desk, now=lambda: MORNING + timedelta(days=3))
    again = receiving.receive(later, draft.id)
    assert any(component.reused for component in again.components)
    (offer,) = offers(later, begun(later, "don"))
    assert offer.paper.source.dossier == before.code and offer.paper.received_at == before.received_at


def test_the_papers_of_a_receipt_made_by_mistake_serve_nobody(desk: Desk) -> None:
    before = earlier(desk, "don", "giay-chung-nhan")
    draft = begun(desk, "don")
    (offer,) = offers(desk, draft)
    ticks = (*draft.components, ComponentTicked(key=offer.component, reused=offer.ticked(NUMBER)))
    desk.keep_draft(draft.model_copy(update={"components": ticks}))
    second = desk.of(Clerk("Lê Văn Hai", frozenset(Task)))
    cancel_receiving(desk.seconded(second.clerk), before.code, "nhầm người", "Lê Văn Hai")
    assert offers(desk, begun(desk, "don")) == ()
    with pytest.raises(NothingToReuse):
        receiving.receive(desk, draft.id)


def test_what_was_brought_although_it_lay_there_is_told_by_the_journal(desk: Desk) -> None:
    earlier(desk, "don", "giay-chung-nhan")
    draft = begun(desk, "don", "giay-chung-nhan")
    lying = reusing.lying_there(desk, draft)
    assert [offer.component for offer in lying] == ["giay-chung-nhan"], "although it is handed in"
    desk.keep_draft(draft.model_copy(update={"lying": reusing.noted(draft, lying)}))
    code = receiving.receive(desk, draft.id).code
    asked = [item.key for item in desk.dossier(code).components if item.asked_again]
    assert asked == ["giay-chung-nhan"]
    scope = Scope(calendar_month(2026, 11), desk.now())
    (paper,) = papers_asked_again(desk.store.db, scope).rows
    assert paper[1:] == ("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đã cấp", 1, 1, 1)
    (line,) = asked_again_dossiers(desk.store.db, scope, procedure=EXCHANGED).rows
    assert line[1] == code

    other = begun(desk, "don", "giay-chung-nhan")
    owner = other.owner.model_copy(update={"identity_number": "040188009999"})
    desk.keep_draft(other.model_copy(update={"lying": reusing.noted(draft, lying), "owner": owner}))
    again = receiving.receive(desk, other.id)
    assert not any(item.asked_again for item in again.components), "it lay there for another person"

    source = Reuse(dossier=earlier(desk, "don", "giay-chung-nhan").code)
    reusing.reuse_document(desk, code, "giay-chung-nhan", source, "giay-chung-nhan")
    assert papers_asked_again(desk.store.db, scope).rows == (), "it serves after all"
    rates = {row[3]: row[5:] for row in reuse_by_procedure(desk.store.db, scope).rows}
    assert rates[EXCHANGED] == (2, 1, 0.5, 1, 0, 1.0)
    assert [row[-3:] for row in reuse_by_office(desk.store.db, scope).rows] == [(1, 0, 1.0)]


def test_some_papers_serve_only_what_they_are_made_for() -> None:
    rules = RULES
    assert not rules.may_serve_for("Phiếu lý lịch tư pháp số 2", "Chứng thực")
    assert rules.may_serve_for("Phiếu lý lịch tư pháp số 2", "Lý lịch tư pháp")
    assert rules.may_serve_for("Giấy chứng nhận kết hôn", "Chứng thực")
    wanted, adoption, today = "Phiếu lý lịch tư pháp", "Nuôi con nuôi", MORNING.date()
    file = FileRef(sha256="0" * 64, media_type="application/pdf", size=9)
    first = Reusable(
        name=f"{wanted} số 1", key="1", source=Reuse(dossier="H41.99-261001-0001"), received_at=MORNING, document=file
    )
    second = first.model_copy(update={"name": f"{wanted} số 2"})
    assert RULES.may_serve(wanted, adoption, first, today) and not RULES.may_serve(wanted, adoption, second, today)
    assert not RULES.may_serve(wanted, adoption, first, today + timedelta(days=200))
