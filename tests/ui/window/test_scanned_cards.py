"""A card that lies among the scanned pages fills the intake with one key, as one that the reader read; nobody's word is
written over, and nobody becomes the applicant unseen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bench.cards import coded_cards
from counter_app.dossier.applicants import ApplicantKind
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.identity import read_card_qr
from counter_app.dossier.states import IdentityKind
from tests.ui.window.conftest import BIRTH, CARD
from tests.ui.window.read_papers import CARD as PRINTED
from tests.ui.window.read_papers import CARD_CODE, put
from ui.intake.page import IntakePage
from ui.shell.main_window import MainWindow

SLOW = 300_000
"""Milliseconds until a worker process has surely started on a busy machine."""
FATHER = "040088005678||Đặng Văn Đức|20121988|Nam|Khối 2, phường Vinh Hưng, tỉnh Nghệ An|12062021"
MOTHER = "Nguyễn Thị Hường"
CHILD = PersonTyped(name="Đặng Bảo Quỳnh", born="12/11/2016", address="Xóm 3, xã Nghi Lộc, tỉnh Nghệ An")


def begun(window: MainWindow) -> IntakePage:
    desk = window.workplace.desk
    procedure = desk.knowledge.catalogue.get(BIRTH, desk.now().date())
    assert procedure is not None
    window.intake.intake.choose(procedure)
    window.activateWindow()
    return window.intake


def scanned(
    window: MainWindow, *codes: str, printed: Sequence[str] = PRINTED, doubtful: Sequence[str] = ()
) -> IntakePage:
    """Cards lie on pages of the intake, each with its code."""
    page = begun(window)
    desk, holder = window.workplace.desk, page.intake.holder
    pages = [
        put(
            desk,
            holder,
            "giay-to-tuy-than",
            printed,
            "identity_card",
            codes=[code] if code else [],
            doubtful=doubtful,
        )
        for code in codes
    ]
    for each in pages:
        window.workplace.pages.page_changed.emit(each)
    return page


def offered(qtbot: QtBot, page: IntakePage, *names: str) -> None:
    qtbot.waitUntil(lambda: [card.person.name for card in page.card_bar.cards] == list(names), timeout=SLOW)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key = Qt.Key.Key_K) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_K else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def test_a_scanned_card_fills_with_one_key_what_the_reader_would_and_that_can_be_taken_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = scanned(window, CARD_CODE)
    page.intake.type_person("owner", phone="0912345678")
    page.intake.type_person("owner", phone="")
    offered(qtbot, page, MOTHER)
    assert page.intake.draft.owner == PersonTyped(), "nothing without the clerk"
    assert page.card_bar.isVisible() and "040190001234" in page.card_bar.text.text()
    press(qtbot, window)
    owner, read = page.intake.draft.owner, read_card_qr(CARD)
    assert (owner.name, owner.identity_number, owner.born, owner.sex, owner.address) == (
        read.name, read.number, "15/04/1990", read.sex, read.address,
    )  # fmt: skip
    assert owner.identity_kind is IdentityKind.CITIZEN and page.applicant.owner.name.text() == MOTHER
    assert not page.card_bar.isVisible(), "it says nothing more"
    assert window.workplace.undo.undo() and page.intake.draft.owner == PersonTyped()
    offered(qtbot, page, MOTHER)


def test_what_was_typed_stays_and_what_the_card_says_otherwise_is_said_at_the_field(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = begun(window)
    typed = PersonTyped(identity_number="040190001234", identity_kind=IdentityKind.CITIZEN, name=MOTHER, born="1991")
    page.intake.show_draft(page.intake.draft.model_copy(update={"owner": typed}))
    scanned(window, CARD_CODE)
    form = page.applicant.owner
    qtbot.waitUntil(lambda: "15/04/1990" in form.fields["born"].offer(), timeout=SLOW)
    assert page.intake.draft.owner == typed, "it is pointed at before any key, and changes nothing"
    press(qtbot, window)
    owner = page.intake.draft.owner
    assert (owner.born, owner.sex, owner.address) == ("1991", "Nữ", "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An")
    form.focus("born")
    qtbot.keyClick(form.born, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert page.intake.draft.owner.born == "15/04/1990"


def test_parents_cards_among_a_childs_papers_make_nobody_the_applicant_unasked(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = begun(window)
    page.intake.show_draft(page.intake.draft.model_copy(update={"owner": CHILD}))
    scanned(window, CARD_CODE)
    scanned(window, FATHER, printed=("CĂN CƯỚC CÔNG DÂN", "Số: 040088005678", "Họ và tên: Đặng Văn Đức"))
    offered(qtbot, page, MOTHER, "Đặng Văn Đức")
    assert page.intake.draft.owner == CHILD and page.intake.draft.submitter is None
    press(qtbot, window)
    assert page.newcomer.isVisible() and MOTHER in page.newcomer.question.text(), "whose card it is is asked"
    assert page.intake.draft.owner == CHILD and page.intake.draft.submitter is None
    press(qtbot, window, Qt.Key.Key_Return)
    submitter = page.intake.draft.submitter
    assert submitter is not None and submitter.identity_number == "040190001234" and page.intake.draft.owner == CHILD
    offered(qtbot, page, "Đặng Văn Đức")
    page.card_bar.pass_over.click()
    assert not page.card_bar.isVisible(), "the father is not asked for"


def test_a_card_whose_print_alone_was_read_unsurely_fills_nothing_before_it_was_held_against(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = scanned(window, "", doubtful=PRINTED[1].split() + PRINTED[2].split())
    read = page.intake.verifying.read
    qtbot.waitUntil(lambda: read.counts.papers == 1, timeout=SLOW)
    assert not page.card_bar.isVisible() and page.intake.draft.owner == PersonTyped()
    (paper,) = read.papers
    number = next(at for at, row in enumerate(paper.rows) if row.read.name == "subject.identity_number")
    assert not paper.rows[number].read.sure
    page.intake.verifying.take(paper.settled(number, "040190001234", "040190001234"))
    offered(qtbot, page, "")
    press(qtbot, window)
    owner = page.intake.draft.owner
    assert (owner.identity_number, owner.name) == ("040190001234", ""), "of the rest the clerk has said nothing yet"


def test_an_organisations_scanned_card_is_that_of_who_represents_it(qtbot: QtBot, window: MainWindow) -> None:
    page = begun(window)
    company = PersonTyped(kind=ApplicantKind.ENTERPRISE, name="Công ty TNHH Cá Gỗ", identity_number="2900123456")
    page.intake.show_draft(page.intake.draft.model_copy(update={"owner": company}))
    scanned(window, CARD_CODE)
    offered(qtbot, page, MOTHER)
    press(qtbot, window)
    owner = page.intake.draft.owner
    assert owner.representative is not None and owner.representative.name == MOTHER
    assert owner.model_copy(update={"representative": None}) == company


@pytest.mark.slow
def test_a_card_copied_onto_a_sheet_and_taken_in_as_a_file_is_offered_by_its_code(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (card,) = coded_cards(11, 1)
    file = tmp_path / "the.jpg"
    file.write_bytes(card.jpeg)
    page = begun(window)
    page.sources.add_files("to-khai", [file])
    read = read_card_qr(card.code)
    offered(qtbot, page, read.name)
    press(qtbot, window)
    owner = page.intake.draft.owner
    assert (owner.identity_number, owner.name, owner.address) == (read.number, read.name, read.address)
    (proposed,) = page.intake.placing.proposals
    assert proposed.there == "giay-to-tuy-than", "and it is said where it belongs"


def test_a_card_read_while_papers_are_held_against_is_asked_about_where_it_is_seen(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = scanned(window, CARD_CODE)
    offered(qtbot, page, MOTHER)
    press(qtbot, window)
    page.open_verify()
    assert page.verify.isVisible()
    window.take_card(FATHER)
    assert page.newcomer.isVisible() and "Đặng Văn Đức" in page.newcomer.question.text()
    assert not page.verify.isVisible() and page.intake.draft.owner.name == MOTHER
