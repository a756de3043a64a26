"""Many dossiers of one submitter: typed or pasted owners, all received or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.desk.batch import (
    COLUMNS,
    BatchIncomplete,
    NoOwners,
    PagesInBatch,
    dossiers_of,
    pasted,
    receive_batch,
    row_faults,
    take_fees_of_batch,
    tidied,
)
from counter_app.desk.desk import Desk, DraftGone
from counter_app.desk.receiving import DraftIncomplete
from counter_app.dossier.draft import ComponentTicked, Draft, OwnerTyped, PersonTyped, ReusedPaper
from counter_app.dossier.model import Reuse
from counter_app.dossier.states import Channel, IdentityKind, Payment, PayMethod
from tests.conftest import filled
from tests.work import calls

TODAY = date(2026, 11, 20)

HOUSEHOLD = "1.001612"


def owners(count: int) -> list[OwnerTyped]:
    return [
        OwnerTyped(
            name=f"Nguyễn Văn Mẫu {number}",
            identity_kind=IdentityKind.CITIZEN,
            identity_number=f"0400900{number:05}",
            born="1990",
            sex="Nam",
            phone="0912000123",
        )
        for number in range(count)
    ]


def draft_of(desk: Desk, **changes: object) -> Draft:
    draft = filled(desk.new_draft(), HOUSEHOLD, "giay-de-nghi").model_copy(update=changes)
    desk.keep_draft(draft)
    return draft


def test_each_owner_gets_a_dossier_of_their_own_and_all_the_same_batch(desk: Desk) -> None:
    draft = draft_of(desk, channel=Channel.POST)
    dossiers = receive_batch(desk, draft.id, owners(3))
    assert [dossier.code for dossier in dossiers] == ["H41.99-261120-0001", "H41.99-261120-0002", "H41.99-261120-0003"]
    assert [dossier.owner.name for dossier in dossiers] == ["Nguyễn Văn Mẫu 0", "Nguyễn Văn Mẫu 1", "Nguyễn Văn Mẫu 2"]
    assert {dossier.submitter.name if dossier.submitter else "" for dossier in dossiers} == {"Đặng Thị Hường"}
    assert len({dossier.batch for dossier in dossiers}) == 1 and dossiers[0].batch
    assert len({dossier.look_up_token for dossier in dossiers}) == 3
    assert {dossier.received_at for dossier in dossiers} == {dossiers[0].received_at}, (
        "one visit, one moment of receipt"
    )
    assert [dossier.fees_total for dossier in dossiers] == [100_000] * 3
    assert {dossier.channel for dossier in dossiers} == {Channel.POST}
    assert desk.store.drafts.all() == []
    assert desk.store.entries.check_own() == 3
    assert desk.store.journal.differing_projections() == []


def test_who_files_their_own_dossier_among_others_needs_no_authority(desk: Desk) -> None:
    draft = draft_of(desk)
    own = OwnerTyped(**draft.owner.model_dump())
    mine, other = receive_batch(desk, draft.id, [own, *owners(1)])
    assert mine.submitter is None
    assert other.submitter == mine.owner


def test_the_second_person_is_the_submitter_where_there_is_one(desk: Desk) -> None:
    by = PersonTyped(name="Hồ Thị Trường", phone="0912000777")
    (dossier,) = receive_batch(desk, draft_of(desk, submitter=by, owner=PersonTyped()).id, owners(1))
    assert dossier.submitter is not None and dossier.submitter.name == "Hồ Thị Trường"


def test_a_batch_is_found_again_whole(desk: Desk) -> None:
    receive_batch(desk, draft_of(desk).id, owners(2))
    wanted = receive_batch(desk, draft_of(desk).id, owners(4))
    assert dossiers_of(desk, wanted[0].batch) == wanted
    assert [line.code for line in desk.store.find(wanted[0].batch)] == [item.code for item in reversed(wanted)]
    assert dossiers_of(desk, "") == []


def test_the_note_of_a_row_goes_before_the_one_they_share(desk: Desk) -> None:
    first, second = owners(2)
    draft = draft_of(desk, note="Trường nộp thay")
    noted = [first.model_copy(update={"note": "Thiếu ảnh"}), second]
    assert [item.note for item in receive_batch(desk, draft.id, noted)] == ["Thiếu ảnh", "Trường nộp thay"]


def test_one_wrong_row_and_nothing_is_received(desk: Desk) -> None:
    rows = owners(3)
    rows[1] = rows[1].model_copy(update={"identity_number": "12345"})
    draft = draft_of(desk)
    with pytest.raises(BatchIncomplete) as failure:
        receive_batch(desk, draft.id, rows)
    assert failure.value.details == "1.identity_number"
    assert "dòng 2" in failure.value.sentence() and "12 chữ số" in failure.value.sentence()
    assert desk.store.entries.last() is None
    assert [item.id for item in desk.store.drafts.all()] == [draft.id]


def test_what_fails_in_the_middle_leaves_nothing_behind(desk: Desk) -> None:
    """As if the power went after the second entry of the batch."""
    draft = draft_of(desk)
    drawn: list[int] = []

    def token(size: int) -> str:
        drawn.append(size)
        if len(drawn) > 5:
            raise OSError
        return f"token-{len(drawn)}-long-enough"

    with pytest.raises(OSError):
        receive_batch(replace(desk, token=token), draft.id, owners(3))
    assert desk.store.entries.last() is None
    assert desk.store.find() == []
    assert len(receive_batch(desk, draft.id, owners(3))) == 3


def test_faults_are_named_by_row_and_column(desk: Desk) -> None:
    wrong = [
        OwnerTyped(name="Lê Văn Mẫu", born="31.12.90", sex="Nm", phone="123"),
        OwnerTyped(identity_kind=IdentityKind.CITIZEN, identity_number="04009"),
    ]
    assert [(fault.row, fault.field) for fault in row_faults(wrong, TODAY)] == [
        (0, "born"),
        (0, "sex"),
        (0, "phone"),
        (1, "name"),
        (1, "identity_number"),
    ]
    assert row_faults(owners(3), TODAY) == []
    (unborn,) = row_faults((owners(1)[0].model_copy(update={"born": "21/11/2026"}),), TODAY)
    assert unborn.field == "born"


def test_what_they_share_is_asked_for_first(desk: Desk) -> None:
    draft = draft_of(desk, procedure="", owner=PersonTyped())
    with pytest.raises(DraftIncomplete) as failure:
        receive_batch(desk, draft.id, owners(2))
    assert failure.value.details == "owner.name,procedure"


def test_an_empty_batch_and_one_too_large_are_refused(desk: Desk) -> None:
    draft = draft_of(desk)
    for count in (0, 501):
        with pytest.raises(NoOwners):
            receive_batch(desk, draft.id, owners(count))


def test_a_batch_is_received_once(desk: Desk) -> None:
    draft = draft_of(desk)
    receive_batch(desk, draft.id, owners(2))
    with pytest.raises(DraftGone):
        receive_batch(desk, draft.id, owners(2))


def test_scanned_pages_of_one_person_do_not_go_to_many(desk: Desk) -> None:
    draft = draft_of(desk)
    desk.store.drafts.add_page(draft.id, "giay-de-nghi", "ab" * 32, "image/png", 300, "")
    with pytest.raises(PagesInBatch):
        receive_batch(desk, draft.id, owners(2))


def test_the_money_of_a_batch_is_taken_with_a_receipt_for_each(desk: Desk) -> None:
    dossiers = receive_batch(desk, draft_of(desk).id, owners(3))
    paid = take_fees_of_batch(desk, [dossier.code for dossier in dossiers], PayMethod.CASH)
    assert [item.fee_receipts[0].number for item in paid] == [1, 2, 3]
    assert {item.payment for item in paid} == {Payment.PAID}


def test_each_of_two_hundred_is_as_much_work_as_each_of_twenty(desk: Desk) -> None:
    receive_batch(desk, draft_of(desk).id, owners(2))  # what is loaded once
    few, many = (draft_of(desk) for _ in range(2))
    for_twenty = calls(lambda: receive_batch(desk, few.id, owners(20)))
    for_two_hundred = calls(lambda: receive_batch(desk, many.id, owners(200)))
    assert for_two_hundred < 11 * for_twenty
    assert for_two_hundred < 200 * 12_000, "two seconds on a slow desk, when nothing else wants its processor"


SHEET = "\n".join(
    (
        "STT\tHọ và tên\tNgày, tháng, năm sinh\tGiới tính\tSố CCCD\tNơi cư trú\tSố điện thoại\tLớp",
        "1\tNguyễn Thị Hường\t15/4/1990\tNữ\t040190001234\tXóm 3, xã Nghi Lộc\t0912000123\t12A",
        "2\tLê  Văn Mẫu\t1985-01-02\tnam\t40085001235\tXóm 4\t912000124\t12B",
    )
)


def test_a_sheet_with_headings_is_read_by_their_names() -> None:
    first, second = pasted([], SHEET)
    assert (first.name, first.born, first.sex) == ("Nguyễn Thị Hường", "15/04/1990", "Nữ")
    assert (first.identity_number, first.identity_kind) == ("040190001234", IdentityKind.CITIZEN)
    assert (first.address, first.phone, first.note) == ("Xóm 3, xã Nghi Lộc", "0912000123", "")
    assert (second.name, second.born, second.sex) == ("Lê Văn Mẫu", "02/01/1985", "Nam")
    assert (second.identity_number, second.phone) == ("040085001235", "0912000124"), "zeros the sheet dropped"
    assert row_faults((first, second), TODAY) == []


def test_a_sheet_with_headings_goes_below_what_was_typed() -> None:
    assert [item.name for item in pasted(owners(1), SHEET)] == ["Nguyễn Văn Mẫu 0", "Nguyễn Thị Hường", "Lê Văn Mẫu"]


def test_a_sheet_without_headings_is_read_in_our_order_and_its_counting_left_out() -> None:
    first, second = pasted([], "1\tHồ Thị Mẫu\t040190001234\t1990\n2\tLê Văn Mẫu\t\t\n")
    assert (first.name, first.identity_number, first.born) == ("Hồ Thị Mẫu", "040190001234", "1990")
    assert (second.name, second.identity_kind) == ("Lê Văn Mẫu", IdentityKind.NONE)


def test_a_block_is_pasted_where_the_cursor_is() -> None:
    rows = pasted(owners(2), "0912000001\tA\n0912000002\tB\n0912000003\tC", row=1, column="phone")
    assert [(row.name, row.phone, row.note) for row in rows] == [
        ("Nguyễn Văn Mẫu 0", "0912000123", ""),
        ("Nguyễn Văn Mẫu 1", "0912000001", "A"),
        ("", "0912000002", "B"),
        ("", "0912000003", "C"),
    ]


def test_a_number_is_not_repaired_where_the_birth_year_does_not_say_so() -> None:
    assert tidied(OwnerTyped(identity_number="40085001235", born="1990")).identity_number == "40085001235"
    assert tidied(OwnerTyped(identity_number="40085001235")).identity_number == "40085001235"
    assert tidied(OwnerTyped(identity_number="040 085 001 235")).identity_number == "040085001235"


@given(
    st.dates(date(1900, 1, 1), date(2026, 12, 31)), st.sampled_from(("{d}/{m}/{y}", "{d:02}-{m:02}-{y}", "{y}-{m}-{d}"))
)
def test_any_day_of_a_sheet_is_written_as_on_the_forms(day: date, form: str) -> None:
    assert tidied(OwnerTyped(born=form.format(d=day.day, m=day.month, y=day.year))).born == f"{day:%d/%m/%Y}"


@given(st.text(max_size=200), st.integers(0, 3), st.sampled_from(COLUMNS))
def test_whatever_is_pasted_no_row_above_is_lost(text: str, row: int, column: str) -> None:
    rows = owners(3)
    after = pasted(rows, text, row, column)
    assert list(after[:row]) == rows[:row]
    assert len(after) >= len(rows)


@pytest.mark.parametrize("born", ["00/00/0000", "²²²²", "01/01/１９９０", "01/01/99999"])
def test_a_birth_that_is_none_is_told_and_no_row_is_lost(born: str) -> None:
    owner = tidied(OwnerTyped(name="Lê Thử", born=born, identity_number="40190001234"))
    assert owner.identity_number == "40190001234"


def test_a_cell_as_long_as_a_book_is_shown_and_not_a_crash() -> None:
    (row, _) = pasted((), '"' + "a" * 200_000 + "\tb\nLê Văn Hai")
    assert len(row.name) > 200_000


def test_a_paper_that_serves_its_owner_again_serves_nobody_else_of_a_batch(desk: Desk) -> None:
    lent = ReusedPaper(source=Reuse(dossier="H41.99-261119-0001"), key="giay-de-nghi")
    ticks = (ComponentTicked(key="giay-de-nghi", originals=1, reused=lent), ComponentTicked(key="khac", reused=lent))
    draft = draft_of(desk, components=ticks, guidance="H41.99-261119-00000000000000000001")
    for dossier in receive_batch(desk, draft.id, owners(2)):
        assert [(paper.key, paper.electronic) for paper in dossier.components] == [("giay-de-nghi", 0)]
