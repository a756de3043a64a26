"""Where on a Windows PC a desk's data should not lie."""

from __future__ import annotations

from pathlib import PureWindowsPath

import pytest

from counter_app.commands.data_place import warnings

USER = r"C:\Users\Nguyễn Thị Ánh"
ENVIRONMENT = {"OneDrive": rf"{USER}\Đám mây", "OneDriveCommercial": ""}


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (rf"{USER}\AppData\Local\counter", []),
        (rf"{USER}\OneDriveless\counter", []),
        (rf"{USER}\ĐÁM MÂY\Quầy", ["OneDrive"]),
        (rf"{USER}\OneDrive\Quầy", ["OneDrive"]),
        (rf"{USER}\OneDrive - UBND phường Bình Minh\Quầy", ["OneDrive"]),
        (rf"{USER}\{'rất sâu ' * 20}", ["quá dài"]),
        (rf"{USER}\OneDrive\{'rất sâu ' * 20}", ["OneDrive", "quá dài"]),
    ],
)
def test_a_place_that_goes_to_a_cloud_or_lies_too_deep_is_warned_of(place: str, told: list[str]) -> None:
    found = list(warnings(PureWindowsPath(place), ENVIRONMENT))
    assert len(found) == len(told)
    assert all(word in sentence for word, sentence in zip(told, found, strict=True)), found
