"""What the province follows itself is what it gives its desks, and what was good last while a file has a fault."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from counter_app.knowledge import load_knowledge
from counter_app.procedures.data_files import DataFault
from counter_app.province.own_knowledge import own_reuse

PAPER, DAY = "Giấy xác nhận hộ nghèo", date(2026, 1, 31)
RULE = '[[paper]]\nwords = "giấy xác nhận hộ nghèo"\nmonths = {months}\n'


def write(file: Path, text: str, at: int) -> None:
    """Writes the file as if at that second: two changes may be too near for a disk's clock."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    os.utime(file, (at, at))


@pytest.mark.parametrize("name", ["giay-to.toml", "nghe-an.toml"])
def test_the_province_lends_by_the_rules_that_its_desks_have(name: str, tmp_path: Path) -> None:
    write(tmp_path / "reuse" / name, RULE.format(months=12), 1)
    rules = own_reuse(tmp_path)()
    assert rules == load_knowledge(tmp_path).reuse
    assert rules.holds_until(PAPER, DAY) == date(2027, 1, 31)
    assert rules.may_serve_again("Tờ khai đăng ký khai sinh") is (name == "giay-to.toml"), "that takes the place of all"


def test_a_file_that_gets_a_fault_while_the_server_runs_is_not_followed_until_it_is_mended(tmp_path: Path) -> None:
    file = tmp_path / "reuse" / "nghe-an.toml"
    write(file, RULE.format(months=12), 1)
    rules = own_reuse(tmp_path)
    assert rules().holds_until(PAPER, DAY) == date(2027, 1, 31)
    write(file, RULE.format(months=0), 2)
    assert rules().holds_until(PAPER, DAY) == date(2027, 1, 31), "what was good last"
    with pytest.raises(DataFault):
        own_reuse(tmp_path)()
    write(file, RULE.format(months=6), 3)
    assert rules().holds_until(PAPER, DAY) == date(2026, 7, 31)
