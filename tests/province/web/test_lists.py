"""The lists on both databases: words, order, lines brought up to date."""

from __future__ import annotations

from counter_app.dossier.life import ResultNamed
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.results import ResultsArrived
from counter_app.dossier.states import Status
from counter_app.dossier.value import FileRef
from counter_app.province.overview import Overview, Wanted
from counter_app.province.services import Services
from counter_app.province.web.list_pages import Lines
from tests.dossier.entries import CODE, received
from tests.province.conftest import DESK, OTHER, STRANGER, Journal


def test_lists_are_the_same_on_both_databases(services: Services) -> None:
    mine, theirs = Journal(), Journal(STRANGER)
    codes = [f"{CODE[:-4]}{number:04d}" for number in range(1, 8)]
    services.registry.accept(DESK, [mine.write(received(), code) for code in codes])
    services.registry.accept(STRANGER, [theirs.write(received(), "H41.98-261124-0001")])
    overview = Overview(services.engine)
    Lines(overview).finish()
    assert overview.refresh() == 0
    found, count = overview.page(Wanted(words="DANG huong", agency="H41.99"), skip=2, limit=3)
    assert ([line.code for line in found], count) == (codes[::-1][2:5], 7)
    assert overview.page(Wanted(words="h41.98-261124"))[1] == 1
    assert overview.page(Wanted(words="_"))[1] == 0
    assert overview.page(Wanted(status=Status.DONE))[1] == 0
    services.registry.change_status(codes[3], Status.DONE, "", "Trần Thị Mẫu")
    assert Lines(overview).renew()
    assert [line.code for line in overview.page(Wanted(status=Status.DONE))[0]] == [codes[3]]


def test_what_contradicts_is_listed(services: Services) -> None:
    services.registry.accept(DESK, [Journal().write(received())])
    services.registry.accept(OTHER, [Journal(OTHER).write(StatusChanged(status=Status.NEW), step=2)])
    overview = Overview(services.engine)
    Lines(overview).finish()
    assert [line.code for line in overview.page(Wanted(in_conflict=True))[0]] == [CODE]
    assert overview.page(Wanted(in_conflict=True, agency="H41.98"))[1] == 0


def test_a_result_of_the_province_is_here_at_once_and_takes_room(services: Services) -> None:
    services.registry.accept(DESK, [Journal().write(received())])
    file = FileRef(sha256="d" * 64, size=1000, media_type="application/pdf")
    for number in (1, 2):
        result = ResultNamed(name=f"Giấy {number}", file=file)
        payload = ResultsArrived(results=(result,), complete=False)
        services.registry.write(CODE, payload, "Trần Thị Mẫu", seen=number, kept=(file,))
    assert services.registry.awaited_of(CODE) == []
    assert len(services.registry.pull(DESK, 0, 10).entries) == 2
