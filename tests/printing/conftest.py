"""Dossiers and an office for the papers; everybody in them is invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from counter_app.bench.desk import shipped
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Agencies, Component, Dossier, Person, Term
from counter_app.dossier.money import FeeDue
from counter_app.dossier.states import IdentityKind
from printing.forms.context import FormContext
from printing.layout.heads import Letterhead

AT = datetime(2026, 2, 5, 9, 5, tzinfo=VIETNAM)


@pytest.fixture
def letterhead() -> Letterhead:
    return Letterhead(
        agency="UBND phường Sao Mai",
        unit="Bộ phận Tiếp nhận và Trả kết quả",
        place="Sao Mai",
        address="Số 1, đường Mẫu, phường Sao Mai, tỉnh Nghệ An",
        phone="0238 000 0000",
    )


@pytest.fixture
def context(letterhead: Letterhead) -> Callable[..., FormContext]:
    """The occasion of a paper about some dossiers: `context(dossier, about=…, base=…)`."""
    wordings = shipped().wordings

    def make(*dossiers: Dossier, **more: Any) -> FormContext:
        usual = {"office": letterhead, "base": "03/2025/TT-VPCP", "clerk": "Trần Thị Mẫu", "at": AT}
        return FormContext(dossiers=dossiers, wordings=wordings, **{**usual, **more})

    return make


@pytest.fixture
def dossier() -> Dossier:
    return Dossier(
        code="H41.99-260205-0001",
        procedure="1.001612",
        procedure_name="Đăng ký thành lập hộ kinh doanh",
        procedure_version="2025-07",
        agencies=Agencies(receiving="H41.99", competent="H41.99"),
        owner=Person(
            name="Đặng Thị Hường",
            identity_kind=IdentityKind.CITIZEN,
            identity_number="040190001234",
            address="Xóm 3, xã Nghi Phú, tỉnh Nghệ An",
            phone="0912000123",
            email="huong@example.vn",
        ),
        components=(
            Component(key="giay-de-nghi", name="Giấy đề nghị đăng ký hộ kinh doanh", originals=1),
            Component(key="can-cuoc", name="Căn cước của chủ hộ kinh doanh", copies=2),
        ),
        fees=(FeeDue(name="Lệ phí đăng ký hộ kinh doanh", kind="le_phi", amount=100_000),),
        term=Term(amount=3, unit="working_days"),
        received_at=AT,
        due_at=AT.replace(day=10),
        look_up_token="Zk3_dK19sLq8aQpw",
        clerk="Trần Thị Mẫu",
        step=1,
    )
