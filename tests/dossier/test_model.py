"""What a person's words say of themselves."""

from __future__ import annotations

import pytest

from counter_app.dossier.model import Person


@pytest.mark.parametrize(
    "address",
    ["Xóm 5, xã Nghi Lộc, tỉnh Nghệ An", "Xóm 5, Xã Nghi Lộc, Nghệ An", "xom 5,xa Nghi Loc,Tinh Nghe An"],
)
def test_the_commune_of_today_is_not_said_twice(address: str) -> None:
    person = Person(name="Đặng Thị Hương", address=address, commune_name="xã Nghi Lộc, tỉnh Nghệ An")
    assert person.full_address == address


def test_the_commune_of_today_stands_beside_an_old_address() -> None:
    person = Person(
        name="Đặng Thị Hương", address="Xóm 5, xã Nghi Phú, Nghệ An", commune_name="phường Vinh Phú, tỉnh Nghệ An"
    )
    assert person.full_address == "Xóm 5, xã Nghi Phú, Nghệ An (nay là phường Vinh Phú, tỉnh Nghệ An)"
