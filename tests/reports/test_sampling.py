"""A sample for an inspection: drawn again by its seed, by chance or by what is a risk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from counter_app.dossier.states import Status
from counter_app.reports import periods
from counter_app.reports.periods import Cut
from counter_app.reports.sampling import Draw, code_of, draw_now, sample
from counter_app.reports.scope import Scope
from counter_app.store import dossiers as projection
from tests.reports.conftest import NOW, Office

YEAR = Scope(periods.containing(Cut.YEAR, NOW.date()), NOW)


def codes(office: Office, draw: Draw, *, by_risk: bool = False) -> list[str]:
    return [str(row[1]) for row in sample(office.store, YEAR, draw, by_risk=by_risk).rows]


def test_the_seed_draws_the_same_dossiers_again_also_where_others_are_kept_beside_them(
    busy: Office, office: Callable[..., Office]
) -> None:
    drawn = codes(busy, Draw(30, "KH-12/2026"))
    assert len(drawn) == len(set(drawn)) == 30 and drawn == codes(busy, Draw(30, " KH-12/2026 "))
    assert len(set(drawn) & set(codes(busy, Draw(30, "KH-13/2026")))) < 3
    assert set(drawn) < set(codes(busy, Draw(60, "KH-12/2026"))), "a larger sample goes on from the smaller"
    fewer = office(*(item for item in busy.dossiers if item.code in drawn or item.code.endswith("7")))
    assert codes(fewer, Draw(30, "KH-12/2026")) == drawn
    table = sample(busy.store, YEAR, Draw(30), by_risk=False)
    assert "Mã bốc mẫu: 20261125; bốc 30 trong" in table.subtitles[1]


def test_by_risk_only_dossiers_with_a_sign_are_drawn_and_the_graver_the_oftener(busy: Office) -> None:
    said: Counter[str] = Counter()
    for seed in range(6):
        table = sample(busy.store, YEAR, Draw(200, str(seed)), by_risk=True)
        assert all(row[-1] for row in table.rows)
        said.update(sign for row in table.rows for sign in str(row[-1]).split("; "))
    every = sample(busy.store, YEAR, Draw(1000, "x"), by_risk=False)
    usual = Counter(sign for row in every.rows for sign in str(row[-1]).split("; ") if sign)
    assert said["Quá hạn"] > said["Dời hạn trả"] and said["Từ chối"] > 0 and said["Yêu cầu bổ sung hơn 01 lần"] > 0
    assert said["Quá hạn"] / said["Miễn, giảm phí"] > usual["Quá hạn"] / usual["Miễn, giảm phí"]


def test_what_is_said_of_a_dossier_is_what_it_is(busy: Office) -> None:
    known = {item.code: item for item in busy.dossiers}
    for row in sample(busy.store, YEAR, Draw(300, "đối chiếu"), by_risk=True).rows:
        dossier, signs = known[str(row[1])], str(row[-1]).split("; ")
        assert ("Từ chối" in signs) == (dossier.status is Status.NOT_ACCEPTED)
        assert ("Hủy tiếp nhận" in signs) == (dossier.status is Status.CANCELLED)
        back = any(receipt.cancelled or receipt.refunded_at for receipt in dossier.fee_receipts)
        assert ("Hủy biên lai, hoàn phí" in signs) == back
        ended = dossier.status in {Status.DONE, Status.RESULT_RETURNED, Status.NOT_ACCEPTED}
        late = dossier.due_at is not None and (dossier.finished_at or NOW) > dossier.due_at
        assert ("Quá hạn" in signs) == (late and (ended or dossier.status in {Status.ACCEPTED, Status.IN_PROCESS}))


def test_a_period_without_dossiers_draws_none_and_a_senseless_size_is_bounded(busy: Office) -> None:
    empty = replace(YEAR, period=periods.span(NOW.date().replace(year=2020), NOW.date().replace(year=2020)))
    assert list(sample(busy.store, empty, Draw(5), by_risk=True).rows) == []
    assert len(codes(busy, Draw(-3, "x"))) == 1 and len(codes(busy, Draw(10**9, "x"))) == 1000


def keep(office: Office, draw: Draw) -> None:
    """Writes the sample down as the desk does when it is drawn first (`counter_app.desk.sampling`)."""
    made = draw_now(office.store, YEAR, draw, by_risk=True)
    code = code_of(office.store, YEAR, draw, by_risk=True)
    office.store.journal.append_apart(made, code=code, clerk="Thanh tra viên", at=NOW, salt="salt")


def test_a_sample_by_risk_stays_the_same_though_what_it_was_drawn_from_changes_and_time_passes(
    busy: Office, office: Callable[..., Office]
) -> None:
    begun = office(*busy.dossiers[12_000:12_400])
    keep(begun, Draw(20, "KH-1"))
    drawn = list(sample(begun.store, YEAR, Draw(20, "KH-1"), by_risk=True).rows)
    assert len(drawn) == 20
    for number, item in enumerate(begun.dossiers, 1):  # nothing is a risk any more
        now = item.model_copy(
            update={"pauses": (), "due_at": None, "status": Status.DONE, "fees": (), "due_changes": ()}
        )
        projection.write(begun.store.db, number, projection.row_of(now, conflicts=0, own_sequence=1))
    later = replace(YEAR, now=NOW + timedelta(days=40))
    again = sample(begun.store, later, Draw(20, " KH-1"), by_risk=True)
    assert [(row[1], row[-1]) for row in again.rows] == [(row[1], row[-1]) for row in drawn]
    assert "10:30 ngày 25/11/2026" in again.notes[0]
    more = sample(begun.store, later, Draw(40, "KH-1"), by_risk=True)
    assert {row[1] for row in drawn} < {row[1] for row in more.rows}, "a larger sample of then goes on from the smaller"
    assert len(list(sample(begun.store, later, Draw(20, "KH-2"), by_risk=True).rows)) < 20, "another seed draws of now"
    first = str(drawn[0][1])
    projection.forget(begun.store.db, 1 + [item.code for item in begun.dossiers].index(first), first)
    gone = list(sample(begun.store, later, Draw(20, "KH-1"), by_risk=True).rows)
    assert gone[-1][1] == first and gone[-1][4] is None, "erased by law: its code stays in the sample"
