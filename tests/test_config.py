"""The desk's profile: what was set up is there again after a restart, what is wrong is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.config import (
    BadProfile,
    PrinterAddress,
    Profile,
    ReceiptSeries,
    load_profile,
    sample_profile,
    save_profile,
)


def kept(profile: Profile, folder: Path) -> Profile:
    save_profile(profile, folder / "profile.toml")
    return load_profile(folder / "profile.toml")


def test_a_profile_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    sample = sample_profile()
    assert sample.receipts
    assert kept(sample, tmp_path) == sample
    own = (PrinterAddress(name="Máy nhiệt quầy 1", address="escpos+tcp://192.168.1.8:9100"),)
    assert kept(sample.model_copy(update={"printers": own}), tmp_path).printers == own
    bare = sample.model_copy(update={"receipts": ()})
    assert kept(bare, tmp_path) == bare


def test_a_profile_of_before_there_were_accounts_and_receipts_still_opens(tmp_path: Path) -> None:
    sample = sample_profile()
    save_profile(sample, tmp_path / "profile.toml")
    lines = (tmp_path / "profile.toml").read_text(encoding="utf-8").split("[[receipts]]")[0].splitlines()
    old = [line for line in lines if not line.startswith(("lock_minutes", "receipts"))]
    old.insert(old.index("number = 1"), 'clerk = "Trần Thị Mẫu"\nroles = ["reception", "administrator"]')
    (tmp_path / "profile.toml").write_text("\n".join(old), encoding="utf-8")
    profile = load_profile(tmp_path / "profile.toml")
    assert profile.desk == sample.desk, "who works there has an account now"
    assert profile.receipts == ()


@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")  # the wrong kind is put in past all checks
@pytest.mark.parametrize("series", [{"kind": "thue"}, {"first": 0}, {"form": ""}])
def test_a_wrong_series_of_receipts_is_named(tmp_path: Path, series: dict[str, object]) -> None:
    good = ReceiptSeries(form="01BLP2-001", symbol="MA-26T", kind="phi")
    wrong = good.model_copy(update=series)
    with pytest.raises(BadProfile) as fault:
        kept(sample_profile().model_copy(update={"receipts": (wrong,)}), tmp_path)
    assert f"receipts.0.{next(iter(series))}" in fault.value.sentence()


def test_a_logo_beside_the_profile_moves_with_its_folder(tmp_path: Path) -> None:
    office = sample_profile().office.model_copy(update={"logo": "logo.png", "notes": ("Lời dặn “riêng”.",)})
    (tmp_path / "old").mkdir()
    profile = kept(sample_profile().model_copy(update={"office": office}), tmp_path / "old")
    assert profile.office.logo == str(tmp_path / "old" / "logo.png")
    save_profile(profile, tmp_path / "old" / "profile.toml")
    (tmp_path / "old").rename(tmp_path / "new")
    moved = load_profile(tmp_path / "new" / "profile.toml")
    assert moved.office.logo == str(tmp_path / "new" / "logo.png")
    assert moved.office.notes == ("Lời dặn “riêng”.",)
