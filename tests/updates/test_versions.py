"""Newer versions at a desk: whatever is offered and whatever breaks off, one that works is started."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from counter_app.updates.errors import UpdateDamaged, UpdateForged, UpdateNeedsInstaller
from counter_app.updates.offer import Offer, SignedOffer, is_newer, sign
from counter_app.updates.versions import Versions, offer_of
from tests.updates.packages import LIBRARIES, package

KILLS = 50
DAY = date(2026, 11, 28)


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "desk", "0.1.0", hashlib.sha256(LIBRARIES).hexdigest())


def take_in(versions: Versions, file: Path) -> Offer:
    offer = offer_of(file)
    versions.folder.mkdir(parents=True, exist_ok=True)
    versions.part(offer).write_bytes(file.read_bytes())
    versions.take_in(offer, DAY)
    return offer


def install(versions: Versions, file: Path) -> Offer:
    """Takes it in, and the day is over."""
    offer = take_in(versions, file)
    versions.install_at_close(day_is_over=True)
    return offer


def running(versions: Versions) -> str:
    folder = versions.current()
    return folder.name.removeprefix("v") if folder else versions.installed


def next_day(versions: Versions) -> str:
    """The version that is started the next morning."""
    versions.begin(DAY + timedelta(days=1))
    return running(versions)


def test_the_day_goes_on_with_the_version_it_began_with_however_often_the_window_is_closed(
    versions: Versions, tmp_path: Path
) -> None:
    take_in(versions, package(tmp_path, "0.2.0"))
    versions.install_at_close(day_is_over=False)
    versions.begin(DAY)
    assert running(versions) == "0.1.0"
    assert next_day(versions) == "0.2.0", "a desk that is switched off with its window open gets it, too"


def test_what_a_version_to_come_adds_to_the_state_hides_no_version_from_the_installed_one(
    versions: Versions, tmp_path: Path
) -> None:
    install(versions, package(tmp_path, "0.2.0"))
    file = versions.folder / "versions.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"of_tomorrow": 1}))
    assert running(versions) == "0.2.0"


def test_a_version_comes_into_force_at_close_and_stays_once_its_window_showed(
    versions: Versions, tmp_path: Path
) -> None:
    take_in(versions, package(tmp_path, "0.2.0"))
    assert running(versions) == "0.1.0"  # the day goes on with the version it began with
    versions.install_at_close(day_is_over=True)
    for _ in range(5):
        versions.begin(DAY)
        versions.started("0.2.0")
        assert running(versions) == "0.2.0"


def test_a_version_that_shows_no_window_is_left_for_the_one_before_and_not_taken_again(
    versions: Versions, tmp_path: Path
) -> None:
    install(versions, package(tmp_path, "0.2.0"))
    versions.begin(DAY)
    versions.started("0.2.0")
    bad = install(versions, package(tmp_path, "0.3.0"))
    started = [folder.name if (folder := versions.begin(DAY)) else "" for _ in range(3)]
    assert started == ["v0.3.0", "v0.3.0", "v0.2.0"]
    assert versions.state.went_back
    assert not versions.wants(bad)
    assert versions.wants(offer_of(package(tmp_path, "0.3.1")))


def test_a_window_of_the_version_before_does_not_speak_for_the_new_one(versions: Versions, tmp_path: Path) -> None:
    """Opened anew for its settings, it may show once more before the new version was ever started."""
    install(versions, package(tmp_path, "0.2.0"))
    versions.started("0.1.0")
    started = [folder.name if (folder := versions.begin(DAY)) else "installed" for _ in range(3)]
    assert started == ["v0.2.0", "v0.2.0", "installed"]


def test_a_slow_first_start_that_is_clicked_three_times_does_not_cost_the_version(
    versions: Versions, tmp_path: Path
) -> None:
    """Its starts are counted before the window of the first one shows, who has to sign in first."""
    install(versions, package(tmp_path, "0.2.0"))
    for _ in range(3):
        versions.begin(DAY)
    assert running(versions) == "0.1.0" and versions.state.went_back
    versions.started("0.2.0")
    assert running(versions) == "0.2.0" and versions.state.failed == ()
    assert versions.begin(DAY) == versions.folder / "v0.2.0"
    versions.started("0.2.0")
    assert running(versions) == "0.2.0"


def test_a_version_that_waits_for_a_password_has_not_failed_however_often_it_is_clicked_or_switched_off(
    versions: Versions, tmp_path: Path
) -> None:
    install(versions, package(tmp_path, "0.2.0"))
    for _ in range(5):
        assert versions.begin(DAY) == versions.folder / "v0.2.0"
        versions.waits("0.2.0")
    versions.goes_on("0.2.0")
    assert versions.state.trying and versions.state.starts == 1, "what happens after the password counts"


def test_three_clicks_before_the_first_question_shows_cost_no_version_whoever_is_signed_in_to(
    versions: Versions, tmp_path: Path
) -> None:
    """Three windows ask for the password, the last one of the version before: somebody signs in there."""
    install(versions, package(tmp_path, "0.2.0"))
    for _ in range(3):
        versions.begin(DAY)
    for asking in ("0.2.0", "0.2.0", "0.1.0"):
        versions.waits(asking)
    versions.goes_on("0.1.0")
    versions.started("0.1.0")
    assert versions.begin(DAY) == versions.folder / "v0.2.0" and versions.state.failed == ()


def test_an_older_or_equal_version_and_one_for_other_libraries_are_not_taken(
    versions: Versions, tmp_path: Path
) -> None:
    assert is_newer("0.10", "0.9.5") and not is_newer("0.1", "0.1.0")
    assert not versions.wants(offer_of(package(tmp_path, "0.1.0")))
    assert not versions.wants(offer_of(package(tmp_path, "0.0.9")))
    newer = offer_of(package(tmp_path, "0.2.0"))
    with pytest.raises(UpdateNeedsInstaller):
        replace(versions, libraries="0" * 64).wants(newer)


def test_an_offer_of_another_s_key_or_with_a_changed_word_is_forged(tmp_path: Path) -> None:
    own, other = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    public = own.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
    offer = offer_of(package(tmp_path, "0.2.0"), ("H41.15",))
    assert sign(offer, own).read(public) == offer
    changed = sign(offer, own).model_copy(update={"offer": offer.model_dump_json().replace("0.2.0", "0.9.0")})
    for forged in (sign(offer, other), changed, changed.model_copy(update={"signature": "?"})):
        with pytest.raises(UpdateForged):
            forged.read(public)


@pytest.mark.parametrize("cut", [100, 1, 10**9], ids=["the end lacks", "a byte lacks", "nothing came"])
def test_of_a_package_that_came_in_half_nothing_is_installed(versions: Versions, tmp_path: Path, cut: int) -> None:
    whole = package(tmp_path, "0.2.0")
    offer = offer_of(whole)
    versions.folder.mkdir(parents=True)
    versions.part(offer).write_bytes(whole.read_bytes()[:-cut])
    with pytest.raises(UpdateForged):
        versions.take_in(offer, DAY)
    assert next_day(versions) == "0.1.0" and not versions.part(offer).exists()


def test_another_package_than_the_one_that_was_signed_is_not_installed(versions: Versions, tmp_path: Path) -> None:
    offer = offer_of(package(tmp_path, "0.2.0"))
    versions.folder.mkdir(parents=True)
    versions.part(offer).write_bytes(package(tmp_path, "0.4.0").read_bytes())
    with pytest.raises(UpdateForged):
        versions.take_in(offer, DAY)
    assert next_day(versions) == "0.1.0"


def test_a_signed_package_that_holds_another_version_or_leaves_its_folder_is_not_installed(
    versions: Versions, tmp_path: Path
) -> None:
    versions.folder.mkdir(parents=True)
    for bad in (package(tmp_path, "0.5.0", says="0.6.0"), package(tmp_path, "0.7.0", extra="../../evil.py")):
        wrong = offer_of(bad).model_copy(update={"version": bad.stem})
        versions.part(wrong).write_bytes(bad.read_bytes())
        with pytest.raises(UpdateDamaged):
            versions.take_in(wrong, DAY)
    assert next_day(versions) == "0.1.0"
    assert not (tmp_path / "evil.py").exists()


def test_what_is_signed_as_another_program_is_no_offer(tmp_path: Path) -> None:
    own = Ed25519PrivateKey.generate()
    public = own.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
    said = offer_of(package(tmp_path, "0.2.0")).model_dump_json().replace('"counter"', '"another-program"')
    signed = SignedOffer(offer=said, signature=base64.b64encode(own.sign(said.encode())).decode())
    with pytest.raises(UpdateForged):
        signed.read(public)


@pytest.mark.skipif(os.name == "nt", reason="a limit on the size of files stands for the full disk")
def test_a_full_disk_leaves_the_version_before(versions: Versions, tmp_path: Path) -> None:
    import resource

    file = package(tmp_path, "0.2.0")
    offer = offer_of(file)
    versions.folder.mkdir(parents=True)
    versions.part(offer).write_bytes(file.read_bytes())
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(OSError):
            versions.take_in(offer, DAY)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert running(versions) == "0.1.0"
    versions.take_in(offer, DAY)  # the next look, with room
    versions.install_at_close(day_is_over=True)
    assert running(versions) == "0.2.0"


def test_a_virus_scanner_that_looks_through_a_new_version_for_a_moment_holds_it_up_and_no_more(
    versions: Versions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where no folder is moved in which a file is held open."""
    replace, held = Path.replace, [2]

    def scanned(path: Path, target: Path) -> Path:
        if path.is_dir() and held[0]:
            held[0] -= 1
            raise PermissionError
        return replace(path, target)

    monkeypatch.setattr("counter_app.durable.sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(Path, "replace", scanned)
    install(versions, package(tmp_path, "0.2.0"))
    assert running(versions) == "0.2.0" and not held[0]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL and fork")
def test_whatever_step_of_an_update_is_killed_a_whole_version_runs_and_nothing_of_the_data_is_lost(
    tmp_path: Path,
) -> None:
    """Fifty kills, from the first byte that comes to the tables the new version changes and, for one that shows no
    window, the way back from them."""
    command = [sys.executable, "-m", "tests.updates.killed_updates", str(tmp_path), str(KILLS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    whole = {
        "killed": True,
        "program is whole": True,
        "lost": 0,
        "twice": 0,
        "otherwise": 0,
        "drafts": 1,
        "sound": "ok",
    }
    assert [line | whole for line in found] == found and len(found) == KILLS
    assert {line["runs"] for line in found} == {"0.1.0", "0.2.0"}
    assert {line["afterwards"] for line in found if line["shows"]} == {"0.2.0"}, "what broke off is taken up again"
