"""Procedures, those received at one-stop desks, those with an internal process: counted a second way, one by one."""

from __future__ import annotations

from datetime import date

from counter_app.dossier.collation import collated
from counter_app.procedures.catalogue import Catalogue
from counter_app.province.one_stop_report import one_stop_of_province, received_until
from counter_app.province.overview import Overview
from counter_app.province.own_knowledge import own_catalogue
from counter_app.province.services import Services
from counter_app.reports import periods
from tests.dossier.entries import received
from tests.province.conftest import DESK, STRANGER, Journal

BIRTH, MARRIAGE = "1.001193", "1.000894"
MONTH = periods.month(2026, 12)


def by_hand(catalogue: Catalogue, field: str, last: date) -> list[tuple[bool, bool, bool, bool]]:
    """Of each procedure of the field: whether province, commune settles it, whether it is one of the two, has steps."""
    return [
        ("province" in one.levels, "commune" in one.levels, one.code in (BIRTH, MARRIAGE), bool(one.steps))
        for one in catalogue.in_force(last)
        if one.field == field and not (one.publisher.startswith("H") and one.publisher != "H41")
    ]


def test_each_field_has_its_procedures_by_level_those_received_and_those_with_a_process(services: Services) -> None:
    for desk, code, procedure in ((DESK, "H41.99-261124-0001", BIRTH), (STRANGER, "H41.98-261124-0001", MARRIAGE)):
        mine = received().model_copy(update={"procedure": procedure})
        services.registry.accept(desk, [Journal(desk).write(mine, code)])
    Overview(services.engine).refresh_all()
    with services.engine.begin() as db:
        came = received_until(db, MONTH)
        assert received_until(db, periods.month(2026, 1)) == set(), "nobody had come then"
    assert came == {BIRTH, MARRIAGE}
    catalogue = own_catalogue(None)()
    table = one_stop_of_province(catalogue, came, MONTH, agency="H41", province="UBND tỉnh Nghệ An")
    rows = {str(row[1]): row[2:] for row in table.rows}
    for field in ("Hộ tịch", "Đất đai", "Chứng thực"):
        ones = [one for one in by_hand(catalogue, field, MONTH.last) if one[0] or one[1]]
        expected: list[int | None] = []
        for group in (ones, [one for one in ones if one[2]], [one for one in ones if one[3]]):
            expected += [len(group), sum(one[0] for one in group), None, sum(one[1] for one in group)]
        assert list(rows[field]) == expected, field
    assert rows["Hộ tịch"][4] == 2 and table.total is not None and table.total[6] == 2
    assert table.total[2] == sum(int(str(row[2])) for row in table.rows) > 1_000
    names = [str(row[1]) for row in table.rows]
    assert names == sorted(names, key=collated)
    assert "II.07b" in table.notes[0] and table.title.endswith("CỦA ỦY BAN NHÂN DÂN TỈNH NGHỆ AN")
