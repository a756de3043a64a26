"""The use cases of a desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from counter_app.desk import receiving
from counter_app.desk.desk import Desk, DossierUnknown, DraftGone
from counter_app.desk.receiving import DraftIncomplete
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.draft import DocumentTyped, Draft, OwnerTyped, PersonTyped
from counter_app.dossier.model import DigitisedPage, Term
from counter_app.dossier.states import Channel, IdentityKind, Payment
from counter_app.procedures.catalogue import Exemption, Fee
from tests.conftest import MORNING, filled, with_changed


def test_a_dossier_is_received_with_its_code_and_its_promise(desk: Desk) -> None:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    dossier = receiving.receive(desk, draft.id)
    assert dossier.code == "H41.99-261120-0001"
    assert dossier.owner.name == "Đặng Thị Hường"
    assert dossier.due_at == dossier.received_at.replace(hour=17, minute=0)
    assert dossier.procedure_version == "2025-07"
    assert dossier.clerk == "Trần Thị Mẫu"
    assert [(component.key, component.originals) for component in dossier.components] == [("to-khai", 1)]
    assert desk.store.drafts.all() == []
    assert desk.store.entries.check_own() == 1


def test_the_next_dossier_of_the_desk_leaves_the_numbers_of_other_desks_free(desk: Desk) -> None:
    codes = []
    for _ in range(3):
        draft = filled(desk.new_draft())
        desk.keep_draft(draft)
        codes.append(receiving.receive(desk, draft.id).code)
    assert codes == ["H41.99-261120-0001", "H41.99-261120-0002", "H41.99-261120-0003"]
    tomorrow = replace(desk, now=lambda: MORNING + timedelta(days=3))
    draft = filled(tomorrow.new_draft())
    tomorrow.keep_draft(draft)
    assert receiving.receive(tomorrow, draft.id).code == "H41.99-261123-0001"


def test_what_is_missing_is_said_in_the_order_of_the_form(desk: Desk) -> None:
    draft = desk.new_draft()
    assert [fault.field for fault in receiving.missing(desk, draft)] == ["owner.name", "procedure"]
    with pytest.raises(DraftIncomplete) as failure:
        receiving.receive(desk, draft.id)
    assert "Thiếu họ tên" in failure.value.sentence()
    assert desk.store.entries.last() is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"identity_number": "04019000123"}, "owner.identity_number"),
        ({"identity_kind": IdentityKind.OLD_CARD}, "owner.identity_number"),
        ({"phone": "12345"}, "owner.phone"),
        ({"name": "   "}, "owner.name"),
    ],
)
def test_what_is_wrong_is_named(desk: Desk, changes: dict[str, object], field: str) -> None:
    draft = filled(desk.new_draft())
    wrong = draft.model_copy(update={"owner": draft.owner.model_copy(update=changes)})
    assert [fault.field for fault in receiving.missing(desk, wrong)] == [field]


def test_a_second_person_needs_a_name_too(desk: Desk) -> None:
    draft = filled(desk.new_draft()).model_copy(update={"submitter": PersonTyped()})
    assert [fault.field for fault in receiving.missing(desk, draft)] == ["submitter.name"]


def test_a_draft_is_received_once(desk: Desk) -> None:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    receiving.receive(desk, draft.id)
    with pytest.raises(DraftGone):
        receiving.receive(desk, draft.id)


def test_a_paper_that_was_scanned_was_handed_in_though_nobody_ticked_it(desk: Desk) -> None:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    original = desk.store.files.put(b"a page", "image/png")
    desk.store.drafts.add_page(draft.id, "giay-chung-sinh", original.sha256, "image/png", 300, "")
    dossier = receiving.receive(desk, draft.id)
    assert [component.key for component in dossier.components] == ["to-khai", "giay-chung-sinh"]
    assert [page.holder for page in desk.store.drafts.pages(dossier.code)] == [dossier.code]


def test_a_dossier_of_its_procedures_day_is_due_by_it(desk: Desk) -> None:
    draft = filled(desk.new_draft(), "1.001612", "giay-de-nghi")
    desk.keep_draft(draft)
    dossier = receiving.receive(desk, draft.id)
    assert f"{dossier.due_at:%Y-%m-%d}" == "2026-11-26"  # over the weekend and Ngày Văn hóa Việt Nam
    assert [fee.amount for fee in dossier.fees] == [100_000]
    assert dossier.payment is Payment.UNPAID


def test_a_district_decided_until_it_ended_and_a_commune_does_since(desk: Desk) -> None:
    directory, ward = desk.knowledge.agencies, desk.profile.office
    hamlet = desk.profile.model_copy(update={"office": ward.model_copy(update={"agency": "H41.90.01"})})
    old = directory.competent("H41.90.01", "Cấp huyện", date(2025, 5, 5))
    assert old is not None and old.name.startswith("UBND HUYỆN")
    before = replace(desk.settled_as(hamlet), now=lambda: datetime(2025, 5, 5, 9, tzinfo=VIETNAM))
    draft = filled(before.new_draft(), "1.001612", "giay-de-nghi")
    before.keep_draft(draft)
    received = receiving.receive(before, draft.id)
    assert (received.agencies.receiving, received.agencies.competent) == ("H41.90.01", old.code)
    draft = filled(desk.new_draft(), "1.001612", "giay-de-nghi")
    desk.keep_draft(draft)
    assert receiving.receive(desk, draft.id).agencies.competent == ward.agency
    assert before.dossier(received.code).agencies.competent_name == old.name, "an old dossier keeps the old agency"


def received(desk: Desk) -> str:
    draft = filled(desk.new_draft(), "1.001612", "giay-de-nghi")
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def test_a_document_and_its_pages_are_noted_together(desk: Desk) -> None:
    code = received(desk)
    page = desk.store.drafts.add_page(code, "giay-de-nghi", "ab" * 32, "image/png", 300, "")
    document = desk.store.files.put(b"%PDF", "application/pdf")
    read = DigitisedPage(original=page.original, text="GIẤY ĐỀ NGHỊ", mean_confidence=96.0)
    dossier = desk.add_document(code, "giay-de-nghi", document, (read,), [page.id])
    assert dossier.components[0].document == document
    assert desk.store.drafts.unfinished() == []
    assert [line.code for line in desk.store.find("giay de nghi")] == [code]


def test_a_missing_file_is_noticed(desk: Desk) -> None:
    code = received(desk)
    gone = desk.store.files.put(b"%PDF", "application/pdf")
    desk.paper_given(code, "receipt", gone)
    assert desk.missing_files() == []
    (desk.store.folder / "files" / gone.sha256[:2] / gone.sha256).unlink()
    assert desk.missing_files() == [gone.sha256]


def test_a_code_nobody_knows_is_said_to_be_unknown(desk: Desk) -> None:
    with pytest.raises(DossierUnknown):
        desk.dossier("H41.99-261120-0099")


CERTIFY = "2.000815"
EXEMPT = Exemption(key="ho-ngheo", name="Hộ nghèo", percent=50, kinds=("le_phi",))


def certifying(desk: Desk, *documents: DocumentTyped) -> Draft:
    return filled(desk.new_draft(), CERTIFY, "ban-chinh").model_copy(update={"certified": documents})


def knowing(desk: Desk, code: str, **changes: object) -> Desk:
    """The desk with one procedure changed."""
    catalogue = with_changed(desk.knowledge, code, MORNING.date(), **changes)
    return replace(desk, knowledge=replace(desk.knowledge, catalogue=catalogue))


def test_a_certification_costs_pages_times_copies_with_cheaper_later_pages(desk: Desk) -> None:
    draft = certifying(
        desk,
        DocumentTyped(name="Bằng tốt nghiệp", pages=1, copies=3),
        DocumentTyped(name="  Học   bạ ", pages=5, copies=2),
        DocumentTyped(name="Hồ sơ dự thầu", pages=400, copies=1),
    )
    desk.keep_draft(draft)
    dossier = receiving.receive(desk, draft.id)
    assert [(item.name, item.pages, item.copies, item.fee) for item in dossier.certified] == [
        ("Bằng tốt nghiệp", 1, 3, 6_000),
        ("Học bạ", 5, 2, 14_000),  # 2 × 2.000 + 3 × 1.000 a copy
        ("Hồ sơ dự thầu", 400, 1, 200_000),  # no more than 200.000 a copy
    ]
    assert [(fee.kind, fee.amount) for fee in dossier.fees] == [("phi", 220_000)]
    assert dossier.payment is Payment.UNPAID


@pytest.mark.parametrize(
    ("documents", "fields"),
    [
        ((), ["certified"]),
        ((DocumentTyped(name="Bằng", pages=1), DocumentTyped(name=" ", pages=2)), ["certified.1.name"]),
        ((DocumentTyped(name="Bằng"),), ["certified.0.pages"]),
        ((DocumentTyped(name="Bằng", pages=-1, copies=0),), ["certified.0.pages", "certified.0.copies"]),
    ],
)
def test_what_a_certification_lacks_is_named(
    desk: Desk, documents: tuple[DocumentTyped, ...], fields: list[str]
) -> None:
    draft = certifying(desk, *documents)
    assert [fault.field for fault in receiving.missing(desk, draft)] == fields
    desk.keep_draft(draft)
    with pytest.raises(DraftIncomplete):
        receiving.receive(desk, draft.id)


def test_documents_typed_before_another_procedure_was_chosen_cost_nothing_there(desk: Desk) -> None:
    draft = certifying(desk, DocumentTyped(name="", pages=0))
    other = draft.model_copy(update={"procedure": "1.001193", "components": filled(draft).components})
    assert receiving.missing(desk, other) == []
    desk.keep_draft(other)
    dossier = receiving.receive(desk, other.id)
    assert (dossier.certified, dossier.fees) == ((), ())


def test_an_exemption_is_taken_off_at_intake_and_the_full_rate_kept(desk: Desk) -> None:
    desk = knowing(desk, "1.001612", exemptions=(EXEMPT,))
    draft = filled(desk.new_draft(), "1.001612", "giay-de-nghi").model_copy(update={"exemption": "ho-ngheo"})
    desk.keep_draft(draft)
    dossier = receiving.receive(desk, draft.id)
    assert [(fee.amount, fee.full) for fee in dossier.fees] == [(50_000, 100_000)]
    assert dossier.fees[0].exemption


def test_an_exemption_the_procedure_does_not_know_is_refused(desk: Desk) -> None:
    draft = filled(desk.new_draft(), "1.001612", "giay-de-nghi").model_copy(update={"exemption": "khong-co"})
    assert [fault.field for fault in receiving.missing(desk, draft)] == ["exemption"]


def test_a_fee_for_each_copy_counts_the_copies(desk: Desk) -> None:
    fee = Fee(name="Phí cấp bản sao", kind="phi", amount=8_000, per="copy")
    desk = knowing(desk, "2.000635", fees=(fee,))
    draft = filled(desk.new_draft(), "2.000635", "to-khai").model_copy(update={"copies": 3})
    assert [item.amount for item in receiving.fees(desk, draft)] == [24_000]


def test_a_paper_dossier_comes_over_the_counter_or_by_post_and_never_online(desk: Desk) -> None:
    draft = filled(desk.new_draft())
    assert draft.channel is Channel.COUNTER
    posted = draft.model_copy(update={"channel": Channel.POST})
    desk.keep_draft(posted)
    assert receiving.receive(desk, draft.id).channel is Channel.POST
    online = draft.model_copy(update={"channel": Channel.ONLINE})
    assert [fault.field for fault in receiving.missing(desk, online)] == ["channel"]


def test_a_draft_of_an_older_version_is_still_one_and_a_new_one_comes_back_whole(desk: Desk) -> None:
    old = '{"id": "draft-of-before", "procedure": "1.001193", "owner": {"name": "Đặng Thị Hường"}, "sets": 1}'
    row = {"id": "draft-of-before", "state": old, "changed_at": MORNING.isoformat()}
    desk.store.db.table("drafts").insert(row)
    found = desk.store.drafts.get("draft-of-before")
    assert found is not None and found.channel is Channel.COUNTER and found.certified == ()
    whole = found.model_copy(
        update={
            "channel": Channel.POST,
            "exemption": "ho-ngheo",
            "copies": 2,
            "certified": (DocumentTyped(name="Học bạ", pages=5),),
            "owners": (OwnerTyped(name="Lê Văn Mẫu", note="lớp 12A"),),
        }
    )
    desk.keep_draft(whole)
    assert desk.store.drafts.get("draft-of-before") == whole


def test_where_the_term_depends_on_the_case_the_clerk_chooses_it_and_the_dossier_keeps_it(desk: Desk) -> None:
    draft = filled(desk.new_draft(), "1.013225", "don")
    desk.keep_draft(draft)
    assert [fault.field for fault in receiving.missing(desk, draft)] == ["case"]
    with pytest.raises(DraftIncomplete, match="case"):
        receiving.receive(desk, draft.id)
    dossiers = {}
    for case in ("Công trình", "Nhà ở riêng lẻ"):
        draft = filled(desk.new_draft(), "1.013225", "don").model_copy(update={"case": case})
        desk.keep_draft(draft)
        dossiers[case] = receiving.receive(desk, draft.id)
    assert {case: (item.case, item.term.amount) for case, item in dossiers.items()} == {
        "Công trình": ("Công trình", 10),
        "Nhà ở riêng lẻ": ("Nhà ở riêng lẻ", 7),
    }
    works, house = dossiers.values()
    assert works.due_at and house.due_at and works.due_at.date() == date(2026, 12, 7)
    assert house.due_at.date() == date(2026, 12, 2), "24/11 is a holiday"


def test_a_case_of_another_procedure_is_none_of_this_one(desk: Desk) -> None:
    draft = filled(desk.new_draft(), "1.013225", "don").model_copy(update={"case": "Vùng sâu"})
    assert [fault.field for fault in receiving.missing(desk, draft)] == ["case"]


@pytest.mark.parametrize("name", ["\u200b", "\ufeff \u200e", "\u00ad"])
def test_a_name_of_letters_nobody_sees_is_missing(desk: Desk, name: str) -> None:
    draft = filled(desk.new_draft())
    faults = receiving.missing(desk, draft.model_copy(update={"owner": draft.owner.model_copy(update={"name": name})}))
    assert [fault.field for fault in faults] == ["owner.name"]


def test_a_marriage_that_has_to_be_verified_is_promised_later_and_the_usual_one_asks_for_no_case(desk: Desk) -> None:
    draft = filled(desk.new_draft(), "1.000894", "to-khai")
    procedure = desk.procedure(draft)
    assert procedure is not None and procedure.has_usual_term and not procedure.asks_case
    (verified,) = procedure.case_names
    longer = draft.model_copy(update={"case": verified})
    at = desk.now()
    assert receiving.promised(desk, draft, procedure, at) == desk.due(at, Term(unit="same_day"))
    assert receiving.promised(desk, longer, procedure, at) == desk.due(at, Term(amount=5, unit="working_days"))
    for code, name in (("2.000815", "nhiều trang"), ("1.013949", "vùng khó khăn"), ("1.012783", "đo đạc")):
        found = desk.knowledge.catalogue.get(code, desk.now().date())
        assert found is not None and name in found.case_names[0].lower() and not found.asks_case
