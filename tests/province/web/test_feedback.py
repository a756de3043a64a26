"""Feedback and satisfaction at the province: what desks pushed is listed, answered and counted office by office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from counter_app.dossier import clock
from counter_app.dossier.codes import feedback_code
from counter_app.dossier.erasing import erased
from counter_app.dossier.payloads.feedback import FeedbackSorted, FeedbackTaken, Sender
from counter_app.dossier.payloads.papers import PaperGiven
from counter_app.dossier.payloads.survey import SurveyAnswer, SurveyAnswered
from counter_app.dossier.states import FeedbackMatter, FeedbackState, FeedbackWay, Occasion, Sorting
from counter_app.dossier.survey import code_of, mark_of
from counter_app.dossier.value import FileRef
from counter_app.province.feedback import ProvinceFeedback
from counter_app.province.serve import RunningServer
from counter_app.reports.periods import Cut, containing
from tests.dossier.entries import AT, CODE, received
from tests.province.conftest import Caller, Journal
from tests.province.web.conftest import OFFICIAL, Browser

Official = Callable[..., Browser]
NOW = clock.now()
MINE = feedback_code("H41.99", AT.date(), 4711)
SAID = "Tôi đến ba lần vẫn chưa được nhận hồ sơ khai sinh."
PAPER = FileRef(sha256="0" * 64, media_type="application/pdf", size=10)


def taken(number: int = 1, *, due: timedelta = timedelta(days=7)) -> FeedbackTaken:
    return FeedbackTaken(
        agency="H41.99",
        year=AT.year,
        number=number,
        way=FeedbackWay.SPOKEN,
        matter=FeedbackMatter.BEHAVIOUR,
        sender=Sender(name="Hồ Thị Mẫu", address="Xóm 5", phone="0912000456"),
        text=SAID,
        sort_by=NOW + due,
        answer_by=NOW + due,
    )


@pytest.fixture
def journal(caller: Caller) -> Journal:
    """A desk's journal with feedback that is the office's own, at the province."""
    mine = Journal()
    caller.push([mine.write(taken(), MINE), mine.write(FeedbackSorted(sorting=Sorting.OWN), MINE, 2)])
    return mine


def kinds(caller: Caller) -> list[str]:
    return [entry["kind"] for entry in caller.get("/v2/entries").json()["entries"]]


def test_it_is_listed_found_and_answered_and_the_desk_gets_the_answer(
    journal: Journal, caller: Caller, signed_in: Official, province: RunningServer
) -> None:
    official = signed_in()
    page = official.get("/feedback")
    assert "Hồ Thị Mẫu" in page.text and "ba lần" in page.text and "Chờ trả lời" in page.text
    assert "Hồ Thị Mẫu" in official.get("/feedback?words=ho+thi+mau").text
    assert "Không có phản ánh" in official.get("/feedback?words=khong+co").text
    one = official.get(f"/feedback/{MINE}")
    assert SAID in one.text and "Thuộc thẩm quyền" in one.text

    empty = official.submit(f"/feedback/{MINE}", f"/feedback/{MINE}/answer", step="2", answer="  ")
    assert empty.status_code == 422 and "nội dung trả lời" in empty.text
    stale = official.submit(f"/feedback/{MINE}", f"/feedback/{MINE}/answer", step="1", answer="Đã xem xét.")
    assert stale.status_code == 422
    done = official.submit(
        f"/feedback/{MINE}", f"/feedback/{MINE}/answer", step="2", answer="Đã chấn chỉnh cán bộ.", upheld="yes"
    )
    assert done.status_code == 303
    assert kinds(caller) == ["feedback_answered"]
    found = ProvinceFeedback(province.services.engine).one(MINE)
    assert found and found[0].state is FeedbackState.ANSWERED
    assert found[0].answered and (found[0].answered.signer, found[0].answered.upheld) == (OFFICIAL, True)
    assert "Không có phản ánh" in official.get("/feedback").text, "nothing of it is open"
    assert "Hồ Thị Mẫu" in official.get("/feedback?all=yes").text
    again = official.submit(f"/feedback/{MINE}", f"/feedback/{MINE}/sort", step="3", sorting="own")
    assert again.status_code == 422


def test_an_official_of_another_office_sees_none_of_it(journal: Journal, signed_in: Official) -> None:
    stranger = signed_in("Lê Văn Khác", "H41.98")
    assert "Hồ Thị Mẫu" not in stranger.get("/feedback?all=yes").text
    assert stranger.get(f"/feedback/{MINE}").status_code == 404
    assert "H41.99" not in stranger.get("/feedback-figures").text
    assert signed_in().get(f"/feedback/{CODE}").status_code == 404, "a dossier is no feedback"


def test_a_late_answer_needs_its_reason(caller: Caller, signed_in: Official) -> None:
    mine = Journal()
    late = taken(due=-timedelta(days=1))
    caller.push([mine.write(late, MINE), mine.write(FeedbackSorted(sorting=Sorting.OWN), MINE, 2)])
    official = signed_in()
    assert "quá hạn" in official.get("/feedback").text
    told = official.submit(f"/feedback/{MINE}", f"/feedback/{MINE}/answer", step="2", answer="Đã xem xét.")
    assert told.status_code == 422 and "quá hạn" in told.text
    fields = {"step": "2", "answer": "Đã xem xét.", "late_reason": "Chờ xác minh."}
    assert official.submit(f"/feedback/{MINE}", f"/feedback/{MINE}/answer", **fields).status_code == 303


def test_the_figures_of_an_office_are_what_its_desks_wrote(
    journal: Journal, caller: Caller, signed_in: Official, province: RunningServer
) -> None:
    tokens = [f"tờ phiếu {number}" for number in range(4)]
    marks = [mark_of(token) for token in tokens]
    caller.push([journal.write(received(), CODE)])
    caller.push(
        [
            journal.write(PaperGiven(form="receipt", file=PAPER, print_number=1, slip=mark), CODE, nth)
            for nth, mark in enumerate([*marks, marks[0]], 2)  # one was printed at two desks
        ]
    )

    def said(mark: str, points: int, *, slip: bool = True) -> None:
        answers = (SurveyAnswer(question="satisfaction", points=points), SurveyAnswer(question="attitude", points=2))
        payload = SurveyAnswered(occasion=Occasion.RECEIPT, slip=slip, answers=answers)
        caller.push([journal.write(payload, code_of("H41.99", AT.date(), mark))])

    said(marks[0], 2)
    said(marks[1], 0)
    said(marks[0], 0)  # sent once more, from another desk: it counts once
    said(mark_of("không phiếu"), 1, slip=False)
    heard = ProvinceFeedback(province.services.engine, now=lambda: AT)
    (figures,) = heard.figures(containing(Cut.MONTH, AT.date()))
    assert (figures.came, figures.in_time, figures.open, figures.rate) == (1, 0, 1, None)
    assert (figures.asked, figures.by_slip, figures.answered, figures.satisfied) == (4, 2, 3, 2)
    assert figures.share == 0.5 and figures.satisfaction == pytest.approx(2 / 3)
    page = signed_in().get("/feedback-figures?month=2026-12")
    assert "50,00 %" in page.text and "66,67 %" in page.text
    assert "chưa có số liệu" in signed_in("Hai").get("/feedback-figures?month=2020-02").text


def test_erased_at_the_desk_the_province_forgets_who_it_was(
    journal: Journal, caller: Caller, signed_in: Official, province: RunningServer
) -> None:
    found = ProvinceFeedback(province.services.engine).one(MINE)
    assert found
    caller.push([journal.write(erased(found[1], "Theo yêu cầu", "Lê Văn Mẫu", []), MINE, 3)])
    official = signed_in()
    assert "Hồ Thị Mẫu" not in official.get("/feedback").text and "không nêu tên" in official.get("/feedback").text
    assert "Hồ Thị Mẫu" not in official.get(f"/feedback/{MINE}").text
