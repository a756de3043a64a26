"""Feedback at the desk (NĐ 20/2008): taken in a minute, sorted, passed on or answered, made public; told apart from
complaints and denunciations."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from counter_app.desk import feedback, receiving
from counter_app.desk.desk import Desk, DossierUnknown
from counter_app.desk.feedback import (
    ComplaintElsewhere,
    DenunciationElsewhere,
    FeedbackKnown,
    FeedbackTyped,
)
from counter_app.desk.personal_data import erase
from counter_app.dossier import clock
from counter_app.dossier.acts.act import NotYourTask, StepIncomplete
from counter_app.dossier.codes import is_dossier, is_feedback
from counter_app.dossier.describing import describe
from counter_app.dossier.feedback import Elsewhere, FeedbackClosed, LateAnswer, fold_feedback, seems_elsewhere
from counter_app.dossier.payloads.feedback import FeedbackTaken, Sender
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.states import FeedbackMatter, FeedbackState, FeedbackWay, Sorting
from counter_app.language import translate
from printing.handout import issue
from printing.offers import offers_of
from tests.conftest import filled
from tests.printing.reading import flat, pages

SENDER = Sender(name="Hồ Thị Mẫu", address="Xóm 5, phường Sao Mai", phone="0912 000 456")
SAID = "Tôi đến ba lần vẫn chưa được nhận hồ sơ khai sinh, mỗi lần một lý do khác nhau."


def read(pdf: bytes) -> str:
    return " ".join(flat(page) for page in pages(pdf))


def typed(**changes: object) -> FeedbackTyped:
    return replace(FeedbackTyped(text=SAID, sender=SENDER), **changes)  # type: ignore[arg-type]


def at(desk: Desk, moment: datetime) -> Desk:
    return replace(desk, now=lambda: moment)


def day(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=clock.VIETNAM)  # type: ignore[arg-type, misc]


def test_a_clerks_minute_feedback_is_taken_sorted_answered_and_made_public(desk: Desk) -> None:
    taken = feedback.take(desk, typed())
    assert is_feedback(taken.code) and not is_dossier(taken.code)
    assert (taken.number, taken.state) == ("1/2026", FeedbackState.TAKEN)
    # Friday 20/11/2026, and Tuesday the 24th is a holiday: five working days on is Monday the 30th
    assert f"{taken.taken.sort_by:%d/%m/%Y}" == "30/11/2026" and f"{taken.taken.answer_by:%d/%m/%Y}" == "07/12/2026"

    assert feedback.sort(desk, taken.code, Sorting.OWN).state is FeedbackState.IN_HAND
    done = feedback.answer(desk, taken.code, "Đã chấn chỉnh cán bộ tiếp nhận.", signer="Lê Văn Mẫu", upheld=True)
    assert done.state is FeedbackState.ANSWERED and done.counts_against_staff
    done = feedback.publish(desk, taken.code, "Cổng thông tin điện tử phường")
    assert [item.place for item in done.published] == ["Cổng thông tin điện tử phường"]

    entries = desk.store.entries.of_dossier(taken.code)
    told = [describe(entry, None).in_full(lambda context, text: translate(context, text)) for entry in entries]
    assert "1/2026" in told[0] and "Đã chấn chỉnh" in told[2]
    assert desk.store.find() == [], "it is no dossier"
    assert desk.store.entries.check_own() == 4 and not desk.store.journal.differing_projections()
    desk.store.journal.rebuild_all()
    assert not desk.store.journal.differing_projections()


def test_its_papers_say_who_what_by_when_and_bear_numbers(desk: Desk) -> None:
    taken = feedback.take(desk, typed(matter=FeedbackMatter.RULE, way=FeedbackWay.WRITTEN))
    receipt = read(issue(desk, [taken.code], "feedback_receipt"))
    assert "PHIẾU TIẾP NHẬN PHẢN ÁNH" in receipt and SENDER.name in receipt and "07/12/2026" in receipt
    feedback.sort(desk, taken.code, Sorting.OTHERS, to_agency="Sở Tư pháp tỉnh Nghệ An", reason="Thuộc ngành tư pháp.")
    letter = read(issue(desk, [taken.code], "feedback_transfer"))
    assert "Kính gửi: Sở Tư pháp tỉnh Nghệ An" in letter and "ba lần" in letter
    assert [offer.form for offer in offers_of(desk, taken.code)] == ["feedback_transfer", "feedback_receipt"]
    answered = feedback.answer(desk, taken.code, "Sở Tư pháp đã trả lời ngày 25/11/2026.")
    assert answered.answered and answered.answered.upheld is None, "a rule is nobody's behaviour"
    assert "Sở Tư pháp đã trả lời" in read(issue(desk, [taken.code], "feedback_answer"))


def test_complaints_and_denunciations_are_told_apart_and_not_taken(desk: Desk) -> None:
    for kind, refusal in ((Elsewhere.COMPLAINT, ComplaintElsewhere), (Elsewhere.DENUNCIATION, DenunciationElsewhere)):
        with pytest.raises(refusal) as told:
            feedback.take(desk, typed(matter=kind))
        assert "Luật" in told.value.sentence()
    assert desk.store.feedback.find() == [] and desk.store.entries.last_sequence() == 0
    assert seems_elsewhere("Đơn KHIẾU NẠI quyết định thu hồi đất") is Elsewhere.COMPLAINT
    assert seems_elsewhere("Tôi tố cáo ông Mẫu") is Elsewhere.DENUNCIATION
    assert seems_elsewhere(SAID) is None


def test_feedback_without_a_name_is_kept_and_not_taken_up(desk: Desk) -> None:
    with pytest.raises(StepIncomplete, match="name"):
        feedback.take(desk, typed(sender=Sender(address="Xóm 5", phone="0912")))
    with pytest.raises(StepIncomplete, match="phone"):
        feedback.take(desk, typed(sender=Sender(name="Hồ Thị Mẫu", address="Xóm 5")))
    taken = feedback.take(desk, typed(anonymous=True))
    assert taken.state is FeedbackState.NOT_TAKEN and taken.is_anonymous and taken.taken.text == SAID
    assert taken.sorted and "không trả lời được" in taken.sorted.reason
    assert offers_of(desk, taken.code) == [], "nobody is written to"
    again = feedback.sort(desk, taken.code, Sorting.OWN)
    assert again.state is FeedbackState.IN_HAND, "what it says can be looked into all the same"


def test_the_same_twice_is_one(desk: Desk) -> None:
    first = feedback.take(desk, typed())
    with pytest.raises(FeedbackKnown) as told:
        feedback.take(desk, typed(text=f" {SAID.upper()}  ", way=FeedbackWay.POST))
    assert first.number in told.value.sentence()
    assert len(desk.store.feedback.find()) == 1
    assert feedback.take(desk, typed(text=f"{SAID} Hôm nay lại thế.")).number == "2/2026"


def test_an_answer_after_its_deadline_says_why(desk: Desk) -> None:
    code = feedback.take(desk, typed()).code
    feedback.sort(desk, code, Sorting.OWN)
    late = at(desk, day(2026, 12, 8, 9))
    with pytest.raises(LateAnswer) as told:
        feedback.answer(late, code, "Đã xem xét.")
    assert "07/12/2026" in told.value.sentence()
    done = feedback.answer(late, code, "Đã xem xét.", late_reason="Chờ xác minh.", upheld=False)
    assert done.answered and done.answered.late_reason == "Chờ xác minh."
    assert not done.counts_against_staff, "found untrue, it counts against nobody (TT 01/2018 art. 13.7c)"
    assert "Chờ xác minh" in read(issue(late, [code], "feedback_answer"))


def test_what_was_answered_is_not_answered_again_and_of_two_desks_the_first_holds(desk: Desk) -> None:
    code = feedback.take(desk, typed()).code
    with pytest.raises(FeedbackClosed):
        feedback.answer(desk, code, "Chưa phân loại.")
    feedback.sort(desk, code, Sorting.OWN)
    feedback.answer(desk, code, "Lần một.")
    for again in (
        lambda: feedback.answer(desk, code, "Lần hai."),
        lambda: feedback.sort(desk, code, Sorting.OTHERS, to_agency="Sở Nội vụ"),
    ):
        with pytest.raises(FeedbackClosed):
            again()
    entries = desk.store.entries.of_dossier(code)
    other = entries[-1].model_copy(update={"desk": "H41.99:2"})
    folded = fold_feedback([other, *entries])
    assert folded and folded.answered and folded.answered.text == "Lần một."


def test_it_may_be_about_a_dossier_of_this_desk_and_is_found_by_words(desk: Desk) -> None:
    with pytest.raises(DossierUnknown):
        feedback.take(desk, typed(dossier="H41.99-261120-0009"))
    desk.keep_draft(draft := filled(desk.new_draft()))
    dossier = receiving.receive(desk, draft.id)
    taken = feedback.take(desk, typed(dossier=dossier.code))
    for words in ("ho thi", "khai sinh", dossier.code, "1/2026"):
        assert [line.code for line in desk.store.feedback.find(words)] == [taken.code], words
    assert desk.store.feedback.find("khong co") == []


def test_open_ones_stand_by_their_deadlines(desk: Desk) -> None:
    first, second = feedback.take(desk, typed()), feedback.take(desk, typed(text="Bảng công khai thủ tục đã cũ."))
    feedback.sort(desk, first.code, Sorting.OWN)  # due later now than the one to be sorted
    third = feedback.take(desk, typed(text="Đề nghị bố trí thêm ghế.", matter=FeedbackMatter.PROPOSAL))
    feedback.sort(desk, third.code, Sorting.NOT_OF_KIND, reason="Không về quy định hành chính.")
    assert [line.code for line in desk.store.feedback.find(only_open=True)] == [second.code, first.code]
    assert len(desk.store.feedback.find()) == 3


def test_it_is_a_task_of_who_serves_citizens_and_sorting_of_who_keeps_the_business(desk: Desk) -> None:
    code = feedback.take(desk, typed()).code
    returns = desk.of(Clerk("Vũ Thị Trả", frozenset({Task.RETURNS})))
    assert feedback.take(returns, typed(text="Ghế ngồi chờ hỏng.")).number == "2/2026"
    with pytest.raises(NotYourTask):
        feedback.sort(returns, code, Sorting.OWN)


def test_erased_by_law_it_names_nobody_and_still_counts(desk: Desk) -> None:
    code = feedback.take(desk, typed()).code
    feedback.sort(desk, code, Sorting.OWN)
    erase(desk, code, "Theo yêu cầu", "Lê Văn Mẫu")
    stored = " ".join(entry.payload or "" for entry in desk.store.entries.of_dossier(code))
    assert SENDER.name not in stored and SENDER.phone not in stored and "ba lần" not in stored
    left = feedback.feedback_of(desk, code)
    assert left.number == "1/2026" and left.state is FeedbackState.IN_HAND
    assert not desk.store.journal.differing_projections()


def test_numbers_of_two_desks_never_meet(desk: Desk) -> None:
    first = feedback.take(desk, typed())
    other = desk.profile.model_copy(update={"desk": desk.profile.desk.model_copy(update={"number": 2})})
    second = feedback.take(desk.settled_as(other), typed(text="Ở quầy khác."))
    assert isinstance(second.taken, FeedbackTaken) and second.taken.number == 10_001
    assert first.taken.number == 1 and second.taken_at - first.taken_at < timedelta(hours=1)
