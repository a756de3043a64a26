"""The import contract is worth what it lists: a module it does not name is bound by nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]


def modules_in(room: str) -> set[str]:
    """The modules and packages that stand directly in that package."""
    folder = ROOT / room
    packages = {path.parent.name for path in folder.glob("*/__init__.py")}
    return packages | {path.stem for path in folder.glob("*.py") if path.stem != "__init__"}


def layers_of(contract: dict[str, object]) -> set[str]:
    layers = contract["layers"]
    assert isinstance(layers, list)
    return {name.strip() for layer in layers for name in layer.split("|")}


def test_the_one_direction_names_every_module_of_the_core_and_every_room_beside_it() -> None:
    (direction,) = (item for item in CONTRACTS if item["name"].startswith("One direction"))
    everything = {f"counter_app.{name}" for name in modules_in("counter_app")} | {"scanning", "printing", "ui"}
    assert layers_of(direction) == everything


def test_each_room_names_every_module_it_holds() -> None:
    rooms = {room: item for item in CONTRACTS for room in item.get("containers", ())}
    assert set(rooms) == {"scanning", "printing", "ui"}
    for room, contract in rooms.items():
        assert layers_of(contract) == modules_in(room), room


def test_every_folder_with_code_is_a_package_so_that_the_contract_sees_it() -> None:
    rooms = ("counter_app", "scanning", "printing", "ui")
    folders = {path.parent for room in rooms for path in (ROOT / room).rglob("*.py")}
    assert {folder for folder in folders if not (folder / "__init__.py").exists()} == set()


def test_no_module_of_the_product_imports_the_benches() -> None:
    sources = [path for room in ("counter_app", "scanning", "printing", "ui") for path in (ROOT / room).rglob("*.py")]
    outside = [path for path in sources if "bench" not in path.relative_to(ROOT).parts]
    importing = [
        str(path.relative_to(ROOT))
        for path in outside
        if any(
            line.strip().startswith(("from counter_app.bench", "import counter_app.bench"))
            for line in path.read_text(encoding="utf-8").splitlines()
        )
    ]
    assert importing == []
