"""Rows of what citizens told the desks, on both databases: written with the entries, answered by an official."""

from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.dossier.codes import feedback_code
from counter_app.dossier.feedback import FeedbackClosed
from counter_app.dossier.payloads.feedback import FeedbackSorted, FeedbackTaken, Sender
from counter_app.dossier.payloads.papers import PaperGiven
from counter_app.dossier.payloads.survey import SurveyAnswer, SurveyAnswered
from counter_app.dossier.states import FeedbackMatter, FeedbackState, FeedbackWay, Occasion, Sorting
from counter_app.dossier.survey import code_of, mark_of
from counter_app.dossier.value import FileRef
from counter_app.province.feedback import ProvinceFeedback, total
from counter_app.province.registry import NoSuchDossier, Overtaken
from counter_app.province.services import Services
from counter_app.reports.periods import Cut, containing
from tests.dossier.entries import AT, CODE, received
from tests.province.conftest import DESK, STRANGER, Journal

MONTH = containing(Cut.MONTH, AT.date())
PAPER = FileRef(sha256="0" * 64, media_type="application/pdf", size=10)
ELSEWHERE = "H41.98-261123-0001"


def code(agency: str, number: int) -> str:
    return feedback_code(agency, AT.date(), number)


def taken(agency: str, number: int) -> FeedbackTaken:
    return FeedbackTaken(
        agency=agency,
        year=AT.year,
        number=number,
        way=FeedbackWay.WRITTEN,
        matter=FeedbackMatter.RULE,
        sender=Sender(name=f"Người gửi {number}", address="Xóm 5", phone="0912000456"),
        text="Biểu mẫu khó hiểu, 50 % phải viết lại.",
        sort_by=AT + timedelta(days=7),
        answer_by=AT + timedelta(days=14),
    )


def test_two_offices_are_counted_each_and_together(services: Services) -> None:
    mine, theirs = Journal(DESK), Journal(STRANGER)
    marks = [mark_of(f"phiếu {number}") for number in range(3)]
    pushed = [mine.write(received(), CODE)]
    pushed += [
        mine.write(PaperGiven(form="receipt", file=PAPER, print_number=1, slip=mark), CODE, step)
        for step, mark in enumerate(marks, 2)
    ]
    said = SurveyAnswered(
        occasion=Occasion.RECEIPT, slip=True, answers=(SurveyAnswer(question="satisfaction", points=1),)
    )
    pushed += [mine.write(said, code_of("H41.99", AT.date(), marks[0]), step) for step in (1, 2)]
    for number in (1, 2):
        pushed.append(mine.write(taken("H41.99", number), code("H41.99", number)))
    pushed.append(mine.write(FeedbackSorted(sorting=Sorting.OTHERS, to_agency="Sở Tư pháp"), code("H41.99", 2), 2))
    services.registry.accept(DESK, pushed)
    services.registry.accept(STRANGER, [theirs.write(taken("H41.98", 1), code("H41.98", 1))])

    heard = ProvinceFeedback(services.engine, now=lambda: AT)
    stranger, office = heard.figures(MONTH)
    assert (stranger.agency, stranger.came, stranger.asked) == ("H41.98", 1, 0)
    assert (office.came, office.in_time, office.open, office.overdue) == (2, 1, 1, 0)
    assert (office.asked, office.by_slip, office.answered, office.satisfied) == (3, 1, 1, 1)
    assert (total([stranger, office]).came, total([stranger, office]).asked) == (3, 3)
    assert [one.agency for one in heard.figures(MONTH, "H41.98")] == ["H41.98"]
    found, count = heard.page(agency=None, only_open=True)
    assert count == 2 and {line.agency for line in found} == {"H41.98", "H41.99"}
    assert heard.page(agency="H41.99", only_open=False, words="50 %")[1] == 2
    late = ProvinceFeedback(services.engine, now=lambda: AT + timedelta(days=10))
    assert late.figures(MONTH)[1].overdue == 1


def test_an_official_sorts_and_answers_what_they_saw(services: Services) -> None:
    mine, mark = Journal(DESK), code("H41.99", 1)
    services.registry.accept(DESK, [mine.write(taken("H41.99", 1), mark)])
    heard = ProvinceFeedback(services.engine, now=lambda: AT)
    heard.sort(mark, Sorting.OWN, "", "", "Phạm Thị Sở", 1)
    with pytest.raises(Overtaken):
        heard.answer(mark, "Đã xem xét.", "", None, "Phạm Thị Sở", 1)
    heard.answer(mark, "Đã xem xét.", "", None, "Phạm Thị Sở", 2)
    with pytest.raises(FeedbackClosed):
        heard.answer(mark, "Lần nữa.", "", None, "Phạm Thị Sở", 3)
    with pytest.raises(NoSuchDossier):
        heard.answer(code("H41.99", 9), "Không có.", "", None, "Phạm Thị Sở", 1)
    found = heard.one(mark)
    assert found and found[0].state is FeedbackState.ANSWERED
    assert heard.page(agency=None, only_open=True)[1] == 0
    assert [entry.kind for entry in services.registry.pull(DESK, 0, 10).entries] == [
        "feedback_sorted",
        "feedback_answered",
    ]
