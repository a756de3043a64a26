"""Newer versions at a desk: whatever is offered and whatever breaks off, one that works is started."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from counter_app.updates.errors import UpdateDamaged, UpdateForged, UpdateNeedsInstaller
from counter_app.updates.offer import Offer, is_newer, sign
from counter_app.updates.versions import Versions, offer_of
from tests.updates.packages import LIBRARIES, package

KILLS = 50


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "desk", "0.1.0", hashlib.sha256(LIBRARIES).hexdigest())


def take_in(versions: Versions, file: Path) -> Offer:
    offer = offer_of(file)
    versions.folder.mkdir(parents=True, exist_ok=True)
    versions.part(offer).write_bytes(file.read_bytes())
    versions.take_in(offer)
    return offer


def running(versions: Versions) -> str:
    folder = versions.current()
    return folder.name.removeprefix("v") if folder else versions.installed


def test_a_version_comes_into_force_at_close_and_stays_once_its_window_showed(
    versions: Versions, tmp_path: Path
) -> None:
    take_in(versions, package(tmp_path, "0.2.0"))
    assert running(versions) == "0.1.0"  # the day goes on with the version it began with
    versions.install_at_close()
    for _ in range(5):
        versions.begin()
        versions.started("0.2.0")
        assert running(versions) == "0.2.0"


def test_a_version_that_shows_no_window_is_left_for_the_one_before_and_not_taken_again(
    versions: Versions, tmp_path: Path
) -> None:
    take_in(versions, package(tmp_path, "0.2.0"))
    versions.install_at_close()
    versions.begin()
    versions.started("0.2.0")
    bad = take_in(versions, package(tmp_path, "0.3.0"))
    versions.install_at_close()
    started = [folder.name if (folder := versions.begin()) else "" for _ in range(3)]
    assert started == ["v0.3.0", "v0.3.0", "v0.2.0"]
    assert versions.state.went_back
    assert not versions.wants(bad)
    assert versions.wants(offer_of(package(tmp_path, "0.3.1")))


def test_a_window_of_the_version_before_does_not_speak_for_the_new_one(versions: Versions, tmp_path: Path) -> None:
    """Opened anew for its settings, it may show once more before the new version was ever started."""
    take_in(versions, package(tmp_path, "0.2.0"))
    versions.install_at_close()
    versions.started("0.1.0")
    started = [folder.name if (folder := versions.begin()) else "installed" for _ in range(3)]
    assert started == ["v0.2.0", "v0.2.0", "installed"]


def test_a_slow_first_start_that_is_clicked_three_times_does_not_cost_the_version(
    versions: Versions, tmp_path: Path
) -> None:
    """Its starts are counted before the window of the first one shows, who has to sign in first."""
    take_in(versions, package(tmp_path, "0.2.0"))
    versions.install_at_close()
    for _ in range(3):
        versions.begin()
    assert running(versions) == "0.1.0" and versions.state.went_back
    versions.started("0.2.0")
    assert running(versions) == "0.2.0" and versions.state.failed == ()
    assert versions.begin() == versions.folder / "v0.2.0"
    versions.started("0.2.0")
    assert running(versions) == "0.2.0"


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


def test_half_a_package_another_package_and_one_that_leaves_its_folder_change_nothing(
    versions: Versions, tmp_path: Path
) -> None:
    whole = package(tmp_path, "0.2.0")
    offer = offer_of(whole)
    versions.folder.mkdir(parents=True)
    for content in (whole.read_bytes()[:-100], b"", package(tmp_path, "0.4.0").read_bytes()):
        versions.part(offer).write_bytes(content)
        with pytest.raises(UpdateForged):
            versions.take_in(offer)
    for bad in (package(tmp_path, "0.5.0", says="0.6.0"), package(tmp_path, "0.7.0", extra="../../evil.py")):
        wrong = offer_of(bad).model_copy(update={"version": bad.stem})
        versions.part(wrong).write_bytes(bad.read_bytes())
        with pytest.raises(UpdateDamaged):
            versions.take_in(wrong)
    versions.install_at_close()
    assert running(versions) == "0.1.0"
    assert not (tmp_path / "evil.py").exists()


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
            versions.take_in(offer)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert running(versions) == "0.1.0"
    versions.take_in(offer)  # the next look, with room
    versions.install_at_close()
    assert running(versions) == "0.2.0"


UPDATING = """
import sys
from pathlib import Path
from counter_app.updates.versions import Versions, offer_of
data, file, libraries = sys.argv[1:]
versions, package = Versions(Path(data), "0.1.0", libraries), Path(file)
offer = offer_of(package)
versions.folder.mkdir(parents=True, exist_ok=True)
print("ready", flush=True)
while True:
    versions.part(offer).write_bytes(package.read_bytes())
    versions.take_in(offer)
    versions.install_at_close()
    versions.begin()
    versions.started("0.2.0")
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_whatever_a_kill_leaves_a_whole_version_is_started(versions: Versions, tmp_path: Path) -> None:
    file = package(tmp_path, "0.2.0", size=60)
    with zipfile.ZipFile(file) as archive:
        whole = {item.filename: item.file_size for item in archive.infolist()}
    seen: set[str] = set()
    for number in range(KILLS):
        data = tmp_path / f"desk{number}"
        command = [sys.executable, "-c", UPDATING, str(data), str(file), versions.libraries]
        updating = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert updating.stdout is not None
        updating.stdout.readline()
        time.sleep(0.004 * number)
        updating.kill()
        updating.wait()
        updating.stdout.close()
        killed = replace(versions, data=data)
        folder = killed.begin()
        seen.add(folder.name if folder else "installed")
        if folder is not None:
            assert {
                path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*") if path.is_file()
            } == whole
    assert "installed" in seen and seen <= {"installed", "v0.2.0"}
