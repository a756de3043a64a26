"""Papers asked for, as the clerk asks for them."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pypdfium2 as pdfium
import pytest

from counter_app.config import Devices
from counter_app.desk import receiving
from counter_app.desk.casework import extend, hand_over
from counter_app.desk.desk import Desk, DossierUnknown
from counter_app.dossier.value import FileRef
from counter_app.store.print_jobs import Choice, JobState, PrintJob
from printing.form_list import FORMS, NothingToPrint, newest
from printing.forms.context import FormContext
from printing.handout import FormUnknown, JobUnknown, again, ask_for, ask_for_document, paper
from printing.print_queue import PrintQueue
from tests.conftest import filled
from tests.printing.paper_printers import PaperPrinter


def received(desk: Desk) -> str:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def content(desk: Desk, job: PrintJob) -> bytes:
    return desk.store.files.get(job.file.sha256)


def test_a_paper_asked_for_waits_as_a_job_and_is_not_given_yet(desk: Desk) -> None:
    code = received(desk)
    job = ask_for(desk, [code], "receipt")
    assert (job.form, job.codes, job.state, job.reprint, job.clerk) == (
        "receipt",
        (code,),
        JobState.WAITING,
        0,
        "Trần Thị Mẫu",
    )
    assert desk.store.print_jobs.open() == [job]
    assert desk.store.print_jobs.open_of(code) == [job]
    assert content(desk, job).startswith(b"%PDF")
    assert desk.dossier(code).papers == ()
    assert "Hường" not in job.title and "040190001234" not in job.title


def test_only_what_is_committed_can_be_printed(desk: Desk) -> None:
    with pytest.raises(DossierUnknown):
        ask_for(desk, ["H41.99-261120-0099"], "receipt")
    code = received(desk)
    with pytest.raises(FormUnknown):
        ask_for(desk, [code], "diploma")
    with pytest.raises(NothingToPrint):
        ask_for(desk, [code], "refusal")
    assert desk.store.print_jobs.recent() == []


def test_the_preview_shows_the_very_paper_that_was_asked_for(desk: Desk) -> None:
    code = received(desk)
    job = ask_for(desk, [code], "receipt")
    assert paper(desk, [code], "receipt") == content(desk, job)


def test_a_double_click_asks_for_the_paper_and_for_its_reprint(desk: Desk) -> None:
    code = received(desk)
    first, second = ask_for(desk, [code], "receipt"), ask_for(desk, [code], "receipt")
    assert (first.reprint, second.reprint) == (0, 1)
    assert first.file == second.file


def test_hands_that_ask_at_once_ask_for_the_same_paper(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each has made a paper of its own before the first of them is asked for; only one is kept."""
    code, usual, all_made = received(desk), FORMS["receipt"], threading.Barrier(4, timeout=120)

    def made(about: FormContext) -> bytes:
        pdf = usual.make(about)
        all_made.wait()
        return pdf

    monkeypatch.setitem(FORMS, "receipt", replace(usual, make=made))

    def ask() -> FileRef:
        own = desk.for_thread()
        try:
            return ask_for(own, [code], "receipt").file
        finally:
            own.store.close_connection()

    with ThreadPoolExecutor(4) as hands:
        files = [asked.result() for asked in [hands.submit(ask) for _ in range(4)]]
    assert len(set(files)) == 1
    assert sorted(job.reprint for job in desk.store.print_jobs.open()) == [0, 1, 2, 3]


def test_a_paper_printed_before_is_printed_again_from_the_kept_file(desk: Desk) -> None:
    code, printer = received(desk), PaperPrinter("A")
    first = ask_for(desk, [code], "receipt", printer="A")
    PrintQueue(desk, lambda name: printer).run_once()
    for job in (ask_for(desk, [code], "receipt"), again(desk, first.id)):
        assert (job.file, job.form, job.codes) == (first.file, "receipt", (code,))
    with pytest.raises(JobUnknown):
        again(desk, 99)


def test_a_receipt_whose_promise_moved_is_a_paper_of_its_own(desk: Desk) -> None:
    code, printer = received(desk), PaperPrinter("A")
    queue = PrintQueue(desk, lambda name: printer)
    for _ in range(2):
        ask_for(desk, [code], "receipt")
    queue.run_once()
    later = desk.now() + timedelta(days=10)
    extend(desk, code, later, "Chờ xác minh", "Lê Văn Mẫu")
    for _ in range(2):
        ask_for(desk, [code], "receipt")
    queue.run_once()
    given = desk.dossier(code).papers
    assert [item.print_number for item in given] == [1, 2, 1, 2]
    assert given[0].file == given[1].file != given[2].file == given[3].file
    assert f"{later:%d/%m/%Y}" in text_of(printer.tray[2].pdf) and "In lại" not in text_of(printer.tray[2].pdf)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf))


def test_a_paper_goes_where_its_form_was_chosen_to_go(desk: Desk) -> None:
    code = received(desk)
    profile = desk.profile.model_copy(update={"devices": Devices(printer="Máy ở quầy")})
    desk = desk.settled_as(profile)
    assert ask_for(desk, [code], "receipt").printer == "Máy ở quầy"
    desk.store.print_jobs.choose("", Choice(printer="Máy chung", copies=2))
    desk.store.print_jobs.choose("slip", Choice(printer="Máy nhiệt", tray="roll", size="58mm"))
    receipt, slip = ask_for(desk, [code], "receipt"), ask_for(desk, [code], "slip")
    assert (receipt.printer, receipt.copies) == ("Máy chung", 2)
    assert (slip.printer, slip.tray, slip.size, slip.copies) == ("Máy nhiệt", "roll", "58mm", 1)
    width, _ = pdfium.PdfDocument(content(desk, slip))[0].get_size()
    assert round(width / 72 * 25.4) == 58
    elsewhere = ask_for(desk, [code], "slip", printer="Máy chung", copies=3)
    assert (elsewhere.printer, elsewhere.tray, elsewhere.copies) == ("Máy chung", "", 3)
    assert set(desk.store.print_jobs.choices()) == {"", "slip"}


def test_a_paper_asked_for_in_another_size_is_made_in_that_size(desk: Desk) -> None:
    code = received(desk)
    wide, narrow = ask_for(desk, [code], "slip", size="80mm"), ask_for(desk, [code], "slip", size="58mm")
    assert wide.file != narrow.file
    assert ask_for(desk, [code], "slip", size="80mm").file == wide.file


def test_a_paper_that_is_no_form_is_printed_and_the_journal_does_not_know_it(desk: Desk) -> None:
    code, printer = received(desk), PaperPrinter("A")
    job = ask_for_document(desk, b"%PDF a scan", "document", codes=[code])
    again(desk, job.id)
    PrintQueue(desk, lambda name: printer).run_once()
    assert [order.pdf for order in printer.tray] == [b"%PDF a scan"] * 2
    assert {item.state for item in desk.store.print_jobs.recent()} == {JobState.PRINTED}
    assert desk.dossier(code).papers == ()


def test_a_list_with_another_dossier_on_it_is_another_list(desk: Desk) -> None:
    """Also where the first dossier and the moment it was handed over are the same; and the same list is a reprint."""
    first, second, third = (hand_over(desk, received(desk), "Phòng Kinh tế").code for _ in range(3))
    about = newest("hand_over_list", desk.dossier(first))
    job = ask_for(desk, [first, second], "hand_over_list", about)
    printer = PaperPrinter("HP")
    PrintQueue(desk, lambda name: printer).run_once()
    for others in ([first], [first, third]):
        assert ask_for(desk, others, "hand_over_list", about).file != job.file
    assert ask_for(desk, [first, second], "hand_over_list", about).file == job.file
