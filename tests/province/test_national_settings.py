"""The gateway's settings: faulty ones are named, the example is good."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app import province as provincial_server
from counter_app.cli import main
from counter_app.province.national_settings import BadNationalSettings, load_gateway


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[national]\nurl = 'https://a.example'", "public_url"),
        ("public_url = 'http://a.example'\n[national]\nurl = 'https://a.example'", "public_url"),
        ("public_url = 'https://a.example'\n[national]\nurl = 'http://a.example'", "national.url"),
        ("public_url = 'https://a.example'\n", "national"),
        ("public_url = ", "value"),
    ],
)
def test_faulty_settings_are_named_before_anything_is_served(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "national.toml"
    path.write_text(text)
    with pytest.raises(BadNationalSettings) as failure:
        load_gateway(path)
    assert named in failure.value.sentence()
    assert main(["server", "--files", str(tmp_path), "--national", str(path)]) == 1


def test_the_example_beside_the_unit_file_is_good() -> None:
    assert (
        load_gateway(Path(provincial_server.__path__[0]) / "deploy" / "national.toml.example").national.dialect
        == "classic"
    )
