"""Whatever stands in a dossier, every paper about it holds all of it, inside the margins, nothing over another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.dossier.model import Dossier
from counter_app.dossier.subjects import WHOLE, ActAt, OneReceipt, Subject, WayThrough
from printing.forms.apology import apology
from printing.forms.context import FormContext
from printing.forms.control_sheet import control_sheet
from printing.forms.fee_receipt import fee_receipt
from printing.forms.hand_over_list import hand_over_list, result_hand_over
from printing.forms.loss_declaration import loss_declaration
from printing.forms.pause_notice import pause_notice
from printing.forms.refusal import refusal
from printing.forms.return_note import return_note
from printing.forms.stop_notice import stop_notice
from printing.forms.supplement_request import supplement_request
from printing.forms.withdrawal_note import withdrawal_note
from printing.layout.printable import printable
from printing.layout.sheets import A5_LANDSCAPE, LANDSCAPE, PORTRAIT, Sheet, sheet_of
from tests.printing.lives import ASKED, LOST, PAUSED, RETURNED, SERIES, STOPPED, WHEN_IT_IS_LATE, control, lived
from tests.printing.reading import assert_fonts_embedded, assert_inside_margins, assert_no_overlaps, pages

Occasions = Callable[..., FormContext]

PAPERS: dict[str, tuple[Callable[[FormContext], bytes], Subject, Sheet]] = {
    "supplement_request": (supplement_request, ActAt(ASKED), PORTRAIT),
    "refusal": (refusal, WHOLE, PORTRAIT),
    "apology": (apology, ActAt(WHEN_IT_IS_LATE), PORTRAIT),
    "stop_notice": (stop_notice, ActAt(STOPPED), PORTRAIT),
    "pause_notice": (pause_notice, ActAt(PAUSED), PORTRAIT),
    "withdrawal_note": (withdrawal_note, WHOLE, PORTRAIT),
    "loss_declaration": (loss_declaration, ActAt(LOST), PORTRAIT),
    "control_sheet": (control_sheet, WayThrough(2), PORTRAIT),
    "return_note": (return_note, ActAt(RETURNED), PORTRAIT),
    "fee_receipt": (fee_receipt, OneReceipt(SERIES, 12), A5_LANDSCAPE),
    "hand_over_list": (hand_over_list, WHOLE, LANDSCAPE),
    "result_hand_over": (result_hand_over, WHOLE, LANDSCAPE),
}
WITHOUT_ADDRESS = ("control_sheet", "apology", "stop_notice", "pause_notice", "loss_declaration")
NAME = ("Nguyễn Thị " + "Khuếch Trương " * 13).strip()
ADDRESS = "Số 1234, ngõ 56/78, đường Nguyễn Trường Tộ, tổ dân phố Yên Khuếch Thượng, phường Sao Mai, tỉnh Nghệ An; " * 3
REASON = "\n".join(f"Lý do thứ {number}: giấy tờ chưa hợp lệ." for number in range(1, 61))
ITEMS = tuple(f"Giấy tờ số {number}. " + "rất dài và khó đọc " * 8 for number in range(1, 41))


def ugly(dossier: Dossier) -> Dossier:
    """Two hundred letters of name, three lines of address, forty things asked for, sixty lines of reason."""
    whole = lived(dossier)
    return whole.model_copy(
        update={
            "owner": whole.owner.model_copy(update={"name": NAME, "address": ADDRESS.strip()}),
            "procedure_name": "Thủ tục " + "có tên rất dài " * 20,
            "status_reason": REASON,
            "pauses": tuple(
                pause.model_copy(update={"reason": REASON, "asked": ITEMS if pause.asked else ()})
                for pause in whole.pauses
            ),
            "stop_request": whole.stop_request.model_copy(update={"reason": REASON}) if whole.stop_request else None,
            "due_changes": tuple(change.model_copy(update={"reason": REASON}) for change in whole.due_changes),
            "hand_overs": tuple(
                step.model_copy(update={"to_unit": "Trung tâm Phục vụ hành chính công " * 8, "note": "Ghi chú " * 60})
                for step in whole.hand_overs
            ),
            "fee_receipts": tuple(item.model_copy(update={"payer": NAME}) for item in whole.fee_receipts),
        }
    )


def _sheet(form: str, base: str, usual: Sheet) -> Sheet:
    """Mẫu số 01 to 05 of TT 01/2018 stand on A5."""
    return sheet_of(base) if form in ("supplement_request", "refusal", "apology", "control_sheet") else usual


def assert_in_order(pdf: bytes, paper: Sheet) -> None:
    assert_inside_margins(pdf, paper.left, paper.bottom, paper.right, paper.top)
    assert_no_overlaps(pdf)
    assert_fonts_embedded(pdf)


@pytest.mark.parametrize("base", ["01/2018/TT-VPCP", "03/2025/TT-VPCP"])
@pytest.mark.parametrize("form", PAPERS)
def test_an_ordinary_dossier_fits_its_papers(dossier: Dossier, context: Occasions, form: str, base: str) -> None:
    make, about, paper = PAPERS[form]
    pdf = make(context(lived(dossier), about=about, base=base, control=control()))
    assert_in_order(pdf, _sheet(form, base, paper))


@pytest.mark.parametrize("base", ["01/2018/TT-VPCP", "03/2025/TT-VPCP"])
@pytest.mark.parametrize("form", PAPERS)
def test_an_ugly_dossier_loses_nothing(dossier: Dossier, context: Occasions, form: str, base: str) -> None:
    make, about, paper = PAPERS[form]
    pdf = make(context(ugly(dossier), about=about, base=base, control=control()))
    assert_in_order(pdf, _sheet(form, base, paper))
    text = " ".join(pages(pdf))
    assert NAME in text
    if form not in WITHOUT_ADDRESS:
        assert ADDRESS.strip() in text
    if form in ("supplement_request", "refusal", "stop_notice", "pause_notice", "withdrawal_note"):
        assert all(f"Lý do thứ {number}: giấy tờ" in text for number in range(1, 61))
    if form == "supplement_request":
        assert all(f"{number}. {item.strip()}" in text for number, item in enumerate(ITEMS, start=1))
    if form == "apology":
        assert "Lý do thứ 60: giấy tờ chưa hợp lệ." in text


WRITTEN = st.text(
    st.sampled_from("aĐệỗ ữ\n\t\u0301\u0323\u200b\u202e<>&{}%0\\()…😀مرحبا漢字\u00a0"), min_size=1, max_size=60
).filter(lambda text: any(letter.isalnum() for letter in text))


@pytest.mark.parametrize("form", PAPERS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=WRITTEN, reason=WRITTEN)
def test_whatever_people_write_is_printed_and_no_markup(
    dossier: Dossier, context: Occasions, form: str, name: str, reason: str
) -> None:
    make, about, paper = PAPERS[form]
    whole = lived(dossier)
    written = whole.model_copy(
        update={
            "owner": whole.owner.model_copy(update={"name": name, "address": reason}),
            "status_reason": reason,
            "pauses": tuple(pause.model_copy(update={"reason": reason, "asked": (name,)}) for pause in whole.pauses),
            "due_changes": tuple(due_change.model_copy(update={"reason": reason}) for due_change in whole.due_changes),
            "fee_receipts": tuple(item.model_copy(update={"payer": name}) for item in whole.fee_receipts),
        }
    )
    pdf = make(context(written, about=about, control=control()))
    text = "".join(" ".join(pages(pdf)).split())
    assert "".join(printable(name).split()) in text
    assert_inside_margins(pdf, paper.left, paper.bottom, paper.right, paper.top)
    assert_fonts_embedded(pdf)
