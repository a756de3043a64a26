"""Which wheels and which of their files go into a package."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from counter_app.packaging.checkout import ROOT, system_packages
from counter_app.packaging.debian import TARGETS, link_equal_files
from counter_app.packaging.sbom import bill_of_materials
from counter_app.packaging.wheels import Wheel, locked, shipped


def wheel(folder: Path, name: str, files: dict[str, str]) -> Wheel:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for place, content in files.items():
            archive.writestr(place, content)
    file = folder / name
    file.write_bytes(made.getvalue())
    return Wheel(file)


def library(folder: Path) -> Wheel:
    told = "Metadata-Version: 2.4\nName: Mau\nVersion: 1.2\nLicense-Expression: MIT\n\nText\n"
    files = {
        "mau/__init__.py": "",
        "mau-1.2.data/": "",
        "mau/tests/test_mau.py": "",
        "mau-1.2.data/scripts/mau": "#!python",
        "mau-1.2.data/platlib/mau/fast.so": "ELF",
        "mau-1.2.dist-info/METADATA": told,
        "mau-1.2.dist-info/licenses/LICENSE": "MIT",
    }
    return wheel(folder, "mau-1.2-cp311-cp311-linux_x86_64.whl", files)


def test_a_wheel_is_laid_out_without_scripts_and_tests_and_with_its_licence(tmp_path: Path) -> None:
    library(tmp_path).unpack(tmp_path / "out", is_shipped=shipped("libraries-left-out.txt"))
    laid = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert laid == {
        "mau/__init__.py",
        "mau/fast.so",
        "mau-1.2.dist-info/METADATA",
        "mau-1.2.dist-info/licenses/LICENSE",
    }


def test_of_qt_a_desk_gets_the_modules_of_its_window_and_neither_browser_nor_qml() -> None:
    is_shipped = shipped("libraries-left-out.txt", "debian/libraries-left-out.txt")
    kept = ("PySide6/QtWidgets.abi3.so", "PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/plugins/platforms/libqxcb.so")
    left_out = (
        "PySide6/QtWebEngineCore.abi3.so",
        "PySide6/Qt/lib/libQt6WebEngineCore.so.6",
        "PySide6/Qt/lib/libavcodec.so.61.19.101",
        "PySide6/Qt/qml/QtQuick/qmldir",
        "PySide6/QtWidgets.pyi",
        "PySide6/designer",
    )
    assert all(map(is_shipped, kept)) and not any(map(is_shipped, left_out))


def test_each_python_gets_the_versions_the_lock_has_for_it() -> None:
    numpy = [next(line for line in locked(target) if line.startswith("numpy==")) for target in TARGETS]
    assert numpy[0] != numpy[1] == numpy[2]
    for target in TARGETS:
        names = {line.partition("==")[0] for line in locked(target)}
        assert {"pyside6-essentials", "sqlcipher3", "jeepney"} <= names
        assert not {"pip", "pywin32-ctypes", "colorama"} & names
        assert all("--hash=sha256:" in line for line in locked(target))


def test_the_package_asks_debian_for_what_the_launcher_installs() -> None:
    asked = {choices[0] for choices in system_packages()}
    assert {"tesseract-ocr", "tesseract-ocr-vie", "fonts-liberation2", "libxcb-cursor0"} <= asked
    assert "xvfb" not in asked, "the tests' own"


def test_the_bill_of_materials_names_every_library_with_licence_and_hash(tmp_path: Path) -> None:
    one = library(tmp_path)
    bill = bill_of_materials("counter", [one], [("tesseract-ocr",)], 1_700_000_000)
    assert bill == bill_of_materials("counter", [one], [("tesseract-ocr",)], 1_700_000_000)
    told = json.loads(bill)
    assert told["bomFormat"] == "CycloneDX" and told["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    mau, tesseract = told["components"]
    assert (mau["name"], mau["version"], mau["licenses"]) == ("Mau", "1.2", [{"license": {"name": "MIT"}}])
    assert mau["hashes"] == [{"alg": "SHA-256", "content": one.sha256}]
    assert tesseract["purl"] == "pkg:deb/debian/tesseract-ocr"


def test_the_version_stands_in_one_place() -> None:
    assert 'dynamic = ["version"]' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_a_file_that_wheels_for_two_versions_of_python_bring_alike_is_in_the_package_once(tmp_path: Path) -> None:
    for tag in ("cp312", "cp313"):
        library(tmp_path).unpack(tmp_path / "out" / tag, is_shipped=shipped("libraries-left-out.txt"))
    (tmp_path / "out/cp313/mau/fast.so").write_text("ELF of 3.13")
    link_equal_files(tmp_path / "out")
    licences, fast = (
        {(tmp_path / "out" / tag / name).stat().st_ino for tag in ("cp312", "cp313")}
        for name in ("mau-1.2.dist-info/METADATA", "mau/fast.so")
    )
    assert len(licences) == 1 and len(fast) == 2
    assert (tmp_path / "out/cp312/mau/fast.so").read_text() == "ELF"
