"""The slip below a form: in the margin, of the citizen's copy, and the form itself as if it were not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from counter_app.config import Kiosk
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.desk.guidance import ask_for_supplements, refuse
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.survey import mark_of, slip_token
from printing.handout import ask_for, issue
from tests.conftest import filled
from tests.printing.reading import codes, flat, page_size, pages

ADDRESS = "https://danh-gia.example.vn/sao-mai/{token}"
INVITED = "Mời Ông/Bà quét mã để đánh giá"
AT = datetime(2026, 11, 20, 9, 0, tzinfo=VIETNAM)


def asking(desk: Desk, kiosk: Kiosk) -> Desk:
    return replace(desk.settled_as(desk.profile.model_copy(update={"kiosk": kiosk})), now=lambda: AT)


def received(desk: Desk) -> str:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def texts(pdf: bytes) -> list[str]:
    return [flat(page) for page in pages(pdf)]


def test_the_citizens_copy_bears_it_and_the_form_is_the_same(desk: Desk) -> None:
    bare, with_slip = asking(desk, Kiosk()), asking(desk, Kiosk(address=ADDRESS))
    code = received(bare)
    before, after = issue(bare, [code], "receipt"), issue(with_slip, [code], "receipt")
    kept, given = texts(after)
    assert INVITED not in kept and INVITED in given
    said = given[given.index("Mời Ông/Bà") : given.index("màn hình của quầy.") + len("màn hình của quầy.")]
    assert flat(given.replace(said, "")) == texts(before)[1], "not a word of the form is another"
    assert page_size(after) == page_size(before)
    token = slip_token(desk.subject(code), "receipt")
    assert ADDRESS.replace("{token}", token) in codes(after)[1]
    assert not any("danh-gia" in text for text in codes(after)[0])


@pytest.mark.parametrize("form", ["supplement_request", "refusal"])
def test_who_got_no_receipt_is_asked_too(desk: Desk, form: str) -> None:
    here = asking(desk, Kiosk(address=ADDRESS))
    draft = filled(here.new_draft())
    here.keep_draft(draft)
    answered = {
        "supplement_request": lambda: ask_for_supplements(here, draft.id, ["Giấy chứng sinh"], "Thiếu giấy tờ."),
        "refusal": lambda: refuse(here, draft.id, "Không thuộc thẩm quyền."),
    }
    case = answered[form]()
    paper = issue(here, [case.code], form)
    assert len(pages(paper)) == 1 and INVITED in texts(paper)[0]
    (found,) = codes(paper)
    assert found == [ADDRESS.replace("{token}", slip_token(case, form))]


def test_where_there_is_only_a_screen_the_paper_points_at_it(desk: Desk) -> None:
    here = asking(desk, Kiosk(host="127.0.0.1"))
    paper = issue(here, [received(here)], "receipt")
    assert "tại màn hình của quầy" in texts(paper)[1] and INVITED not in texts(paper)[1]
    assert len(codes(paper)[1]) == 1, "the look-up code alone"


def test_the_slip_on_a_roll_asks_below_what_it_says(desk: Desk) -> None:
    here = asking(desk, Kiosk(address=ADDRESS))
    code = received(here)
    for size in ("80mm", "58mm", "A6"):
        paper = issue(here, [code], "slip", size=size)
        assert INVITED in texts(paper)[0], size
        assert any("danh-gia" in found for found in codes(paper)[0]), size


def test_a_token_is_the_same_on_a_reprint_and_another_on_another_occasion(desk: Desk) -> None:
    here = asking(desk, Kiosk(address=ADDRESS))
    code = received(here)
    job = ask_for(here, [code], "receipt", printer="Máy in")
    here.paper_given(code, "receipt", job.file, job.about)
    dossier = here.dossier(code)
    assert slip_token(dossier, "slip") == slip_token(dossier, "receipt") != slip_token(dossier, "return_note")
    assert dossier.papers[0].slip == mark_of(slip_token(dossier, "receipt"))
    assert dossier.look_up_token not in slip_token(dossier, "receipt")
    bare = asking(desk, Kiosk())
    bare.paper_given(code, "slip", job.file, job.about)
    assert bare.dossier(code).papers[1].slip == "", "an office that asks nobody counts nobody"
