"""What a clerk confirmed of a declaration goes into the journal at the receipt, from there wherever it is wanted."""

from __future__ import annotations

import pypdfium2

from counter_app.desk import casework, personal_data, receiving
from counter_app.desk.desk import Desk
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.papers import FieldsVerified
from counter_app.dossier.verified import Outcome, VerifiedField, VerifiedPaper
from counter_app.province.national.case import case_of
from counter_app.province.national.centralised import ho_so_moi
from counter_app.province.national.classic import ho_so
from counter_app.province.national.settings import NationalSettings
from counter_app.reports import periods
from counter_app.reports.offered import Question, offered
from counter_app.reports.reading import reading_by_field
from counter_app.reports.register import register
from counter_app.reports.scope import Scope
from printing.handout import paper as printed
from tests.conftest import filled

CHILD = VerifiedField(
    name="subject.name",
    called="họ tên của trẻ",
    value="TRẦN GIA HÂN",
    normal="Trần Gia Hân",
    outcome=Outcome.SEEN,
    sure=True,
)
BORN = VerifiedField(
    name="subject.born",
    called="ngày sinh của trẻ",
    value="13/11/2026",
    normal="2026-11-13",
    outcome=Outcome.CORRECTED,
    read="18/11/2026",
)
MOTHER = VerifiedField(name="subject.name", value="Đặng Thị Hường", outcome=Outcome.SEEN, sure=True)
NOVEMBER = periods.calendar_month(2026, 11)


def scanned(desk: Desk, draft: str, component: str = "to-khai") -> int:
    return desk.store.drafts.add_page(draft, component, "a" * 64, "image/jpeg", 200, "scan").id


def received(desk: Desk) -> Dossier:
    """A birth, whose declaration was scanned and held against the paper, and the mother's card."""
    draft = desk.new_draft()
    declaration = VerifiedPaper(
        component="to-khai",
        paper="birth_registration_declaration",
        title="Tờ khai đăng ký khai sinh",
        pages=(scanned(desk, draft.id),),
        fields=(CHILD, BORN),
    )
    card = VerifiedPaper(
        component="giay-to-tuy-than",
        paper="identity_card",
        title="Căn cước công dân",
        pages=(scanned(desk, draft.id, "giay-to-tuy-than"),),
        fields=(MOTHER,),
    )
    typed = filled(draft, "1.001193", "to-khai", "giay-chung-sinh", "giay-to-tuy-than")
    desk.keep_draft(typed.model_copy(update={"verified": (declaration, card)}))
    return receiving.receive(desk, draft.id)


def test_it_is_entered_with_the_receipt_and_told_in_the_timeline(desk: Desk) -> None:
    dossier = received(desk)
    entries = desk.store.entries.of_dossier(dossier.code)
    assert [entry.kind for entry in entries] == ["received", "fields_verified", "fields_verified"]
    payload = entries[1].read()
    assert isinstance(payload, FieldsVerified) and payload.fields == (CHILD, BORN)
    assert dossier.concerned == ("Trần Gia Hân",), "the card's holder is not whom the declaration is about"
    assert desk.dossier(dossier.code).verified == dossier.verified


def test_pages_that_were_taken_out_since_confirm_nothing(desk: Desk) -> None:
    draft = desk.new_draft()
    page = scanned(desk, draft.id)
    paper = VerifiedPaper(component="to-khai", paper="birth_registration_declaration", pages=(page,), fields=(CHILD,))
    desk.store.drafts.remove_page(page)
    desk.keep_draft(filled(draft).model_copy(update={"verified": (paper,)}))
    assert receiving.receive(desk, draft.id).verified == ()


def test_the_child_stands_on_the_receipt_and_in_the_register_and_is_found(desk: Desk) -> None:
    dossier = received(desk)
    pdf = pypdfium2.PdfDocument(printed(desk, [dossier.code], "receipt"))
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    assert "Trần Gia Hân" in text
    book = register(desk.store, Scope(NOVEMBER, desk.now()), dossier.field, desk.knowledge.rules)
    (line,) = list(book.rows)
    assert any("Trần Gia Hân" in str(cell) for cell in line)
    assert [found.code for found in desk.store.find("tran gia han")] == [dossier.code]


def test_the_national_portal_gets_what_was_declared(desk: Desk) -> None:
    dossier = received(desk)
    case = case_of(desk.store.entries.of_dossier(dossier.code))
    assert case is not None
    facts = {"dialect": "centralised", "url": "https://dvc.example", "client_id": "a", "client_secret": "b"}
    settings = NationalSettings.model_validate(facts)
    new = ho_so_moi(case, dossier.code, {}, settings).wire()
    assert new["EformThongTinChiTiet"] == {"subject.name": "Trần Gia Hân", "subject.born": "2026-11-13"}
    classic = ho_so(case, lambda name: "", NationalSettings.model_validate(facts | {"dialect": "classic"}))
    assert classic.trich_yeu_ho_so.endswith(": Trần Gia Hân")


def test_what_was_corrected_is_counted_by_paper_and_field(desk: Desk) -> None:
    received(desk)
    table = reading_by_field(desk.store.db, Scope(NOVEMBER, desk.now()))
    rows = {(row[1], row[2]): row[3:7] for row in table.rows}
    assert rows["Tờ khai đăng ký khai sinh", "ngày sinh của trẻ"] == (1, 0, 1, 0)
    assert rows["Tờ khai đăng ký khai sinh", "họ tên của trẻ"] == (1, 1, 0, 0)
    assert rows["Căn cước công dân", "subject.name"] == (1, 1, 0, 0)
    assert offered("ket-qua-doc").table(desk.store, desk.knowledge, Question(Scope(NOVEMBER, desk.now()))).rows


def test_erasing_leaves_that_it_was_confirmed_and_nothing_of_what(desk: Desk) -> None:
    dossier = received(desk)
    casework.refuse(desk, dossier.code, "Không thuộc thẩm quyền.")
    personal_data.erase(desk, dossier.code, "Hết thời hạn lưu", "Lê Văn Duyệt")
    after = desk.dossier(dossier.code)
    assert [field.value for paper in after.verified for field in paper.fields] == ["", "", ""]
    remains = [entry.payload or "" for entry in desk.store.entries.of_dossier(dossier.code)]
    assert not any("Gia Hân" in text or "2026-11-13" in text or "18/11/2026" in text for text in remains)
