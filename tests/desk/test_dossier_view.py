"""A dossier as a screen reads it: in one go, with what the till and the law say to it."""

from __future__ import annotations

import pytest

from counter_app.desk import casework, receiving, till
from counter_app.desk.desk import Desk, DossierUnknown
from counter_app.desk.dossier_view import dossier_view
from counter_app.dossier.states import PayMethod
from tests.conftest import filled

HOUSEHOLD = "1.001612"


def received(desk: Desk) -> str:
    draft = filled(desk.new_draft(), HOUSEHOLD, "giay-de-nghi")
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def test_everything_a_screen_shows_of_a_dossier_is_read_in_one_go(desk: Desk) -> None:
    code = received(desk)
    casework.hand_over(desk, code, "Phòng Kinh tế", "", "")
    view = dossier_view(desk, code)
    assert (view.dossier.code, len(view.entries), view.conflicts) == (code, 2, [])
    assert view.procedure is not None and view.procedure.code == HOUSEHOLD
    assert view.rules is not None and [line.unit for line in view.control][-1] == "Phòng Kinh tế"
    (kind,) = view.next_receipts
    assert view.next_receipts[kind].number == 1
    till.take_all_fees(desk, code, PayMethod.CASH)
    assert dossier_view(desk, code).next_receipts[kind].number == 2


def test_a_dossier_that_is_not_here_is_said_to_be_unknown(desk: Desk) -> None:
    with pytest.raises(DossierUnknown):
        dossier_view(desk, "H41.99-261125-9999")
