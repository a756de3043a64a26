"""Where the owners live, as papers and registers say it."""

from __future__ import annotations

from counter_app.dossier.addresses import addresses
from counter_app.dossier.model import Person

HERS = Person(name="Đặng Thị Hường", address="Xóm 3, xã Nghi Lộc")
HIS = Person(name="Trần Văn Mẫu", address="Khối 5, phường Sao Mai")
CHILD = Person(name="Trần Bảo An")


def test_one_address_stands_by_itself_and_two_with_whose_they_are() -> None:
    assert addresses([HERS]) == addresses([CHILD, HERS]) == "Xóm 3, xã Nghi Lộc"
    assert addresses([HERS, HERS.model_copy(update={"name": "Trần Văn Mẫu"})]) == "Xóm 3, xã Nghi Lộc"
    assert addresses([HERS, CHILD, HIS]) == "Xóm 3, xã Nghi Lộc (Đặng Thị Hường); Khối 5, phường Sao Mai (Trần Văn Mẫu)"
    assert addresses([CHILD]) == ""
