"""Searching without marks."""

import pytest

from counter_app.dossier.plain import plain


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Đặng", "dang"), ("Nguyễn Thị Hương", "nguyen thi huong"), ("  ĐẤT   đai ", "dat dai"), ("Ủy", "uy")],
)
def test_what_is_typed_without_marks_finds_what_is_written_with_them(written: str, typed: str) -> None:
    assert plain(written) == typed


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert plain("Nguyễn") == plain("Nguyễn")
