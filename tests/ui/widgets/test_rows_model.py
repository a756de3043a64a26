"""Lists that are only shown: what is the same thing stays chosen, and what a column says is a function of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.theme import RED
from ui.widgets.rows_model import RIGHT, ROW, SECOND_LINE, ListColumn, RowsModel, rows_table

DISPLAY, TIP, INK = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole


@dataclass(frozen=True)
class Paper:
    code: str
    pages: int


PAPERS = [Paper("A", 3), Paper("B", 1)]
COLUMNS = (
    ListColumn[Paper]("code", "Paper", lambda paper: paper.code, second_line=lambda paper: f"{paper.pages} pages"),
    ListColumn[Paper](
        "pages",
        "Pages",
        lambda paper: str(paper.pages),
        80,
        tip=lambda paper: f"{paper.pages} pages",
        colour=lambda paper: RED if paper.pages > 2 else None,
        align=RIGHT,
    ),
)


@pytest.fixture
def model(qapp: object) -> RowsModel[Paper]:
    model = RowsModel(COLUMNS, lambda paper: paper.code)
    model.show(PAPERS)
    return model


def test_a_column_says_of_each_thing_what_its_functions_make_of_it(model: RowsModel[Paper]) -> None:
    name, pages = model.index(0, model.column_of("code")), model.index(0, model.column_of("pages"))
    assert (name.data(), name.data(TIP), name.data(SECOND_LINE), name.data(ROW)) == ("A", "A", "3 pages", PAPERS[0])
    assert (pages.data(), pages.data(TIP), pages.data(INK)) == ("3", "3 pages", RED.colour())
    assert model.index(1, 1).data(INK) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Pages"
    assert model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) == RIGHT
    assert model.headerData(1, Qt.Orientation.Vertical) == "2", "rows are numbered from 1"


def test_the_same_things_read_anew_stay_chosen_and_say_what_is_so_now(qtbot: QtBot, model: RowsModel[Paper]) -> None:
    table = rows_table(model, row_height=30)
    qtbot.addWidget(table)
    table.selectRow(1)
    model.show([PAPERS[0], replace(PAPERS[1], pages=9)])
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
    assert model.index(1, 1).data() == "9"
    model.show([Paper("C", 1), *PAPERS])
    assert not table.selectionModel().selectedRows(), "another list is another list"
    assert (model.row_of("B"), model.row_of("Z"), model.row(7)) == (2, -1, None)


def test_without_a_key_every_list_is_another_one(qtbot: QtBot) -> None:
    model = RowsModel(COLUMNS)
    model.show(PAPERS)
    with qtbot.waitSignal(model.modelReset):
        model.show(PAPERS)


def test_a_narrow_table_leaves_out_what_it_can_spare(qtbot: QtBot) -> None:
    code, pages = COLUMNS
    table = rows_table(RowsModel((code, replace(pages, spared_below=300))), row_height=30)
    qtbot.addWidget(table)
    table.show()
    for width in (400, 200, 400):
        table.resize(width, 200)
        assert table.isColumnHidden(1) is (width < 300) and not table.isColumnHidden(0)
