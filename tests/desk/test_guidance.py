"""Mẫu 02 and 03 before a receipt: no code is used up, nothing is lost, and the case becomes the dossier."""

from __future__ import annotations

import pytest

from counter_app.desk import casework, receiving
from counter_app.desk.desk import Desk
from counter_app.desk.dossier_view import dossier_view
from counter_app.desk.guidance import (
    CaseReceived,
    ask_for_supplements,
    case_of,
    known_before,
    needs_reason_for_more,
    refuse,
    take_up,
)
from counter_app.desk.reasons import reasons
from counter_app.desk.receiving import DraftIncomplete
from counter_app.dossier import acts
from counter_app.dossier.acts.act import NotYourTask, StepIncomplete
from counter_app.dossier.applicants import ApplicantKind, Authority, AuthorityKind, Relation, Representative
from counter_app.dossier.codes import is_case
from counter_app.dossier.describing import describe
from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped
from counter_app.dossier.payloads.papers import Received
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.states import GuidanceKind, IdentityKind
from counter_app.dossier.verified import Outcome, VerifiedField, VerifiedPaper
from counter_app.language import translate
from tests.conftest import CLERK, filled

NOTE = "Giấy chứng sinh (01 bản chính)"
LACKS = "Thiếu giấy tờ theo quy định."


def begun(desk: Desk) -> Draft:
    """An intake with the declaration alone: the birth note is missing."""
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    return draft


def page(desk: Desk, holder: str, component: str = "to-khai") -> None:
    desk.store.drafts.add_page(holder, component, "0" * 64, "image/jpeg", 300, "scanner")


def test_who_was_sent_home_comes_back_and_the_case_becomes_the_first_dossier_of_the_day(desk: Desk) -> None:
    draft = begun(desk)
    page(desk, draft.id)
    case = ask_for_supplements(desk, draft.id, [NOTE, "  "], LACKS)
    assert is_case(case.code) and case.last.items == (NOTE,) and case.owner.name == "Đặng Thị Hường"
    assert desk.store.find() == [] and desk.store.drafts.all() == []

    again = take_up(desk, case.code)
    assert (again.id, again.owner, again.components) == (draft.id, draft.owner, draft.components)
    assert [item.component for item in desk.store.drafts.pages(again.id)] == ["to-khai"]
    desk.keep_draft(
        again.model_copy(
            update={"components": (*again.components, ComponentTicked(key="giay-chung-sinh", originals=1))}
        )
    )
    dossier = receiving.receive(desk, again.id)
    assert dossier.code == "H41.99-261120-0001"
    assert [item.component for item in desk.store.drafts.pages(dossier.code)] == ["to-khai"]
    assert desk.store.journal.case(case.code).dossier == dossier.code  # type: ignore[union-attr]
    assert desk.store.guidance.find() == [], "what became a dossier waits for nobody"
    with pytest.raises(CaseReceived):
        take_up(desk, case.code)
    first = desk.store.entries.of_dossier(dossier.code)[0]
    told = describe(first, dossier).in_full(lambda context, text: translate(context, text))
    assert "Mẫu 02" in told
    assert desk.store.entries.check_own() == 3 and not desk.store.journal.differing_projections()


def test_supplements_are_asked_for_once_and_a_second_round_needs_a_reason(desk: Desk) -> None:
    case = ask_for_supplements(desk, begun(desk).id, [NOTE], LACKS)
    draft = take_up(desk, case.code)
    assert needs_reason_for_more(desk, case_of(desk, draft))
    with pytest.raises(StepIncomplete) as refused:
        ask_for_supplements(desk, draft.id, ["Bản sao hộ chiếu"], LACKS)
    assert "lần nữa" in refused.value.sentence()
    case = ask_for_supplements(desk, draft.id, ["Bản sao hộ chiếu"], LACKS, again="Giấy chứng sinh ghi sai tên mẹ")
    assert [answer.again for answer in case.answers] == ["", "Giấy chứng sinh ghi sai tên mẹ"]


def test_a_refusal_needs_no_second_reason_and_the_case_can_still_be_taken_up(desk: Desk) -> None:
    case = ask_for_supplements(desk, begun(desk).id, [NOTE], LACKS)
    case = refuse(desk, take_up(desk, case.code).id, "Không thuộc thẩm quyền của Ủy ban nhân dân xã.")
    assert [answer.kind for answer in case.answers] == [GuidanceKind.SUPPLEMENTS, GuidanceKind.REFUSAL]
    assert take_up(desk, case.code).guidance == case.code


def test_it_is_found_again_by_name_and_number_without_marks(desk: Desk) -> None:
    case = ask_for_supplements(desk, begun(desk).id, [NOTE], LACKS)
    for words in ("huong dang", "040190001234", "khai sinh Hường", ""):
        assert [found.code for found in desk.store.guidance.find(words)] == [case.code], words
    assert desk.store.guidance.find("Nguyễn") == []


def test_the_next_intake_of_the_same_person_knows_of_it_and_takes_its_own_pages_along(desk: Desk) -> None:
    draft = begun(desk)
    page(desk, draft.id)
    case = ask_for_supplements(desk, draft.id, [NOTE], LACKS)
    fresh = desk.new_draft()
    owner = PersonTyped(name="ĐẶNG THỊ HƯỜNG", identity_number="040190001234", phone="0912000999")
    fresh = fresh.model_copy(
        update={"owner": owner, "components": (ComponentTicked(key="giay-chung-sinh", originals=1),)}
    )
    desk.keep_draft(fresh)
    page(desk, fresh.id, "giay-chung-sinh")
    assert known_before(desk, fresh).case == case
    assert known_before(desk, fresh.model_copy(update={"procedure": "1.000894"})).case is None, "another procedure"

    joined = take_up(desk, case.code, fresh.id)
    assert joined.id == draft.id and joined.owner.phone == "0912000999"
    assert joined.owner.address == draft.owner.address, "what is not typed now stays as it was"
    assert {tick.key for tick in joined.components} == {"to-khai", "giay-chung-sinh"}
    assert len(desk.store.drafts.pages(joined.id)) == 2 and desk.store.drafts.get(fresh.id) is None


def test_nothing_of_one_person_goes_into_the_case_of_another(desk: Desk) -> None:
    case = ask_for_supplements(desk, begun(desk).id, [NOTE], LACKS)
    other = desk.new_draft()
    other = other.model_copy(update={"owner": PersonTyped(name="Lê Văn Tám", identity_number="040201000111")})
    desk.keep_draft(other)
    page(desk, other.id)
    assert known_before(desk, other).case is None
    taken = take_up(desk, case.code, other.id)
    assert taken.owner.name.split()[-1] == "Hường" and desk.store.drafts.pages(taken.id) == []
    assert desk.store.drafts.get(other.id) == other

    desk.keep_draft(taken.model_copy(update={"owner": other.owner}))
    receiving.receive(desk, taken.id)
    assert desk.store.journal.case(case.code).dossier == "", "the case was not theirs"  # type: ignore[union-attr]


def test_an_open_dossier_of_the_same_person_and_procedure_is_known_before_receiving_another(desk: Desk) -> None:
    first = receiving.receive(desk, begun(desk).id)
    assert [dossier.code for dossier in known_before(desk, begun(desk)).dossiers] == [first.code]
    nobody = begun(desk).model_copy(update={"owner": PersonTyped(name="Đặng Thị Hường", born="16/04/1991")})
    assert known_before(desk, nobody).dossiers == (), "a namesake"


def test_a_dossier_received_although_incomplete_keeps_what_it_lacked_and_why(desk: Desk) -> None:
    draft = begun(desk)
    dossier = receiving.receive(desk, draft.id, despite="Bệnh viện gửi trực tiếp giấy chứng sinh")
    entry = desk.store.entries.of_dossier(dossier.code)[0]
    payload = entry.read()
    assert isinstance(payload, Received) and payload.incomplete is not None
    assert payload.incomplete.lacking == ("Giấy chứng sinh hoặc giấy tờ thay thế theo quy định (01 bản chính)",)
    told = describe(entry, dossier).in_full(lambda context, text: translate(context, text))
    assert "Bệnh viện gửi trực tiếp giấy chứng sinh" in told and "• Giấy chứng sinh" in told
    assert desk.store.phrases.of("receive") == ("Bệnh viện gửi trực tiếp giấy chứng sinh",)


def test_reasons_grow_by_use_and_none_that_names_a_number_is_offered_again(desk: Desk) -> None:
    for reason in ("Sai thẩm quyền", "Thiếu điều kiện", "Sai thẩm quyền", "Ông 040190001234 đã có"):
        refuse(desk, begun(desk).id, reason)
    offered = reasons(desk, acts.REFUSE)
    assert offered[:2] == ("Sai thẩm quyền", "Thiếu điều kiện")
    assert len(offered) == 2 + len(acts.REFUSE.reasons)


def test_nobody_is_answered_without_a_name_a_procedure_or_the_task(desk: Desk) -> None:
    empty = desk.new_draft()
    with pytest.raises(DraftIncomplete):
        refuse(desk, empty.id, "Sai thẩm quyền")
    cashier = desk.of(Clerk(CLERK.name, frozenset({Task.CASHIER})))
    with pytest.raises(NotYourTask):
        refuse(cashier, begun(desk).id, "Sai")
    assert desk.store.entries.last_sequence() == 0
    assert acts.GUIDE not in acts.possible(receiving.receive(desk, begun(desk).id), desk.clerk.tasks)


def test_who_brings_what_was_lacking_is_who_brings_it_now_and_the_company_is_still_one(desk: Desk) -> None:
    head = Representative(name="Lê Văn Đại", position="Giám đốc")
    company = PersonTyped(
        name="Công ty Mẫu", kind=ApplicantKind.ENTERPRISE, representative=head, identity_number="2999999916",
        identity_kind=IdentityKind.TAX_CODE,
    )  # fmt: skip
    then = PersonTyped(name="Trần Thị Mẹ")
    first = begun(desk).model_copy(update={"owner": company, "submitter": then, "relation": Relation.REPRESENTATIVE})
    desk.keep_draft(first)
    case = ask_for_supplements(desk, first.id, [NOTE], LACKS)
    now = PersonTyped(name="Nguyễn Văn Nhân Viên", identity_number="040085001111")
    letter = Authority(kind=AuthorityKind.INTRODUCTION, number="12/GGT")
    fresh = desk.new_draft().model_copy(
        update={
            "owner": PersonTyped(identity_number="2999999916", representative=head),
            "submitter": now,
            "authority": letter,
            "note": "gọi trước khi trả",
        }
    )
    desk.keep_draft(fresh)
    again = take_up(desk, case.code, fresh.id)
    assert again.owner == company, "what was not typed now stays as it was typed then"
    assert (again.submitter, again.relation, again.authority) == (now, Relation.AUTHORISED, letter)
    assert again.note == "gọi trước khi trả" and not [
        m for m in receiving.missing(desk, again) if m.field.startswith("owner")
    ]


def test_at_another_desk_what_was_confirmed_of_pages_there_is_not_said_of_pages_here(desk: Desk) -> None:
    draft = begun(desk)
    page(desk, draft.id)
    (number,) = (item.id for item in desk.store.drafts.pages(draft.id))
    field = VerifiedField(name="subject.name", value="Lê Thị Con", outcome=Outcome.ACCEPTED)
    paper = VerifiedPaper(component="to-khai", paper="birth", pages=(number,), fields=(field,))
    desk.keep_draft(draft.model_copy(update={"verified": (paper,)}))
    case = ask_for_supplements(desk, draft.id, [NOTE], LACKS)
    assert take_up(desk, case.code).verified == (paper,), "here the pages are the same"
    desk.store.drafts.drop(draft.id)
    again = take_up(desk, case.code)
    assert again.owner == draft.owner and again.verified == ()


def test_who_is_sent_home_again_from_a_fresh_intake_has_been_asked_before(desk: Desk) -> None:
    ask_for_supplements(desk, begun(desk).id, [NOTE], LACKS)
    fresh = begun(desk)
    with pytest.raises(StepIncomplete):
        ask_for_supplements(desk, fresh.id, [NOTE], LACKS)
    case = ask_for_supplements(desk, fresh.id, [NOTE], LACKS, again="Lần trước chưa thấy thiếu hộ chiếu")
    assert case.last.again, "and the report counts it"
    another = begun(desk).model_copy(update={"procedure": "1.004873"})
    desk.keep_draft(another)
    assert not ask_for_supplements(desk, another.id, ["Tờ khai"], LACKS).last.again, "of another procedure"


def test_what_was_asked_for_before_the_receipt_counts_after_it(desk: Desk) -> None:
    case = ask_for_supplements(desk, begun(desk).id, [NOTE], LACKS)
    dossier = receiving.receive(desk, take_up(desk, case.code).id, despite="Bổ sung sau")
    assert dossier_view(desk, dossier.code).asked == 1
    with pytest.raises(StepIncomplete):
        casework.ask_for_supplements(desk, dossier.code, [NOTE], LACKS)
    casework.ask_for_supplements(desk, dossier.code, [NOTE], LACKS, again="Phòng chuyên môn phát hiện sau")
    assert dossier_view(desk, dossier.code).asked == 2


def test_an_open_dossier_of_the_time_before_the_number_was_known_or_shared_with_others_is_found_too(
    desk: Desk,
) -> None:
    known = {"name": "Đặng Thị Hường", "born": "15/04/1990"}
    unnumbered = begun(desk).model_copy(update={"owner": PersonTyped(**known)})
    desk.keep_draft(unnumbered)
    first = receiving.receive(desk, unnumbered.id, despite="Quên thẻ")
    now = begun(desk)
    now = now.model_copy(update={"owner": PersonTyped(**known, identity_number="040190001234")})
    assert [dossier.code for dossier in known_before(desk, now).dossiers] == [first.code]

    he = PersonTyped(name="Trần Văn Bình", identity_number="001088004321")
    both = begun(desk).model_copy(update={"owner": he, "co_owners": (now.owner,)})
    desk.keep_draft(both)
    second = receiving.receive(desk, both.id)
    assert {dossier.code for dossier in known_before(desk, now).dossiers} == {first.code, second.code}
