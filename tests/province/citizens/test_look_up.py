"""A citizen looks up how far a dossier is: by the receipt's code or by the number, and learns nothing else."""

from __future__ import annotations

import httpx
import pytest
from sqlalchemy import event

from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.erasing import DataErased, ErasedEntry
from counter_app.dossier.states import Status
from counter_app.province.overview import Overview
from counter_app.province.serve import RunningServer
from tests.dossier.entries import CODE, received
from tests.province.conftest import NO_TLS, Caller, Journal

TOKEN = "q7Rk2mZx9LpA"
SECRETS = ("Hương", "040190001234", "0912000123", "khai sinh", "1.001193", TOKEN)


def ask(province: RunningServer, **query: str) -> httpx.Response:
    return httpx.get(f"{province.url}/look-up", params=query or None, timeout=30, verify=NO_TLS)


@pytest.fixture
def journal(caller: Caller) -> Journal:
    written = Journal()
    caller.push([written.write(received().model_copy(update={"look_up_token": TOKEN}))])
    return written


def test_the_code_on_the_receipt_tells_number_and_status_and_nothing_else(
    province: RunningServer, caller: Caller, journal: Journal
) -> None:
    told = ask(province, ma=TOKEN)
    assert told.status_code == 200
    assert CODE in told.text and "Được tiếp nhận" in told.text
    assert not [word for word in SECRETS if word in told.text]
    caller.push([journal.write(StatusChanged(status=Status.DONE), step=2)])
    assert "Đã xử lý xong" in ask(province, ma=TOKEN).text, "at once, before any list was folded"
    Overview(province.services.engine).refresh()
    assert "Đã xử lý xong" in ask(province, ma=CODE.lower()).text, "the number, typed in small letters"


def test_a_telephone_neither_cuts_the_receipts_code_nor_turns_its_letters_to_capitals(
    province: RunningServer, caller: Caller
) -> None:
    """Typed with capitals it is another code; and whoever copies the QR has the whole address."""
    token = "q7Rk2mZx9LpAw3Ty"
    caller.push([Journal().write(received().model_copy(update={"look_up_token": token}))])
    address = f"https://tra-cuu.tinh-nghe-an.example.vn/mot-cua/look-up?ma={token}"
    assert len(address) > 64 and CODE in ask(province, ma=address).text
    page = ask(province).text
    assert 'autocapitalize="off"' in page and 'maxlength="500"' in page


def test_whoever_counts_numbers_up_is_stopped_and_the_holder_of_a_receipt_is_not(
    province: RunningServer, journal: Journal
) -> None:
    answers = [ask(province, ma=f"H41.99-261124-{number:04}") for number in range(2, 40)]
    assert {answer.status_code for answer in answers} == {404, 429}
    assert sum(answer.status_code == 404 for answer in answers) <= 25
    assert answers[-1].headers["Retry-After"]
    assert ask(province, ma=CODE).status_code == 429
    assert ask(province, ma=TOKEN).status_code == 200


def test_what_is_not_there_is_answered_alike_whatever_it_is(province: RunningServer, journal: Journal) -> None:
    asked = ("H41.99-261124-9999", "H41.98-261124-0001", "x" * 12, "x" * 500, "'; --", "<script>", "\0", "đ")
    answers = [ask(province, ma=text) for text in asked]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1


def test_an_erased_dossier_is_not_found_by_its_receipt_any_more(
    province: RunningServer, caller: Caller, journal: Journal
) -> None:
    first = journal.entries[0]
    erased = DataErased(
        reason="Hết hạn lưu trữ",
        signer="Trần Thị Mẫu",
        erased=(ErasedEntry(desk=first.desk, sequence=first.sequence),),
    )
    caller.push([journal.write(erased, step=2)])
    assert ask(province, ma=TOKEN).status_code == 404


def test_the_page_keeps_the_code_to_itself(province: RunningServer) -> None:
    page = ask(province)
    assert page.headers["Referrer-Policy"] == "no-referrer" and page.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "http" not in page.text and "<script" not in page.text


def test_an_answer_asks_the_database_one_question_however_often_it_is_wanted(
    province: RunningServer, journal: Journal
) -> None:
    asked: list[str] = []
    engine = province.services.engine
    Overview(engine).refresh()  # as the server does in the background

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    with httpx.Client(base_url=province.url, timeout=30, verify=NO_TLS) as citizen:
        assert citizen.get(f"/look-up?ma={TOKEN}").status_code == 200
        event.listen(engine, "before_cursor_execute", note)
        try:
            for _ in range(5):
                assert citizen.get(f"/look-up?ma={TOKEN}").status_code == 200
        finally:
            event.remove(engine, "before_cursor_execute", note)
    assert [statement for statement in asked if "look_ups" not in statement and "SELECT" in statement] == []
    assert sum("SELECT" in statement for statement in asked) == 5
