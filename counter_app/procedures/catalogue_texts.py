"""The catalogue written as TOML files that people read on; `catalogue_files` reads them.

Apart from the reading, which every start of the desk does: TOML Kit is only needed to write (15 ms of the start's CPU).
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import AoT, Table

from counter_app.procedures.catalogue import Procedure

_INLINE = frozenset({"term", "next_term", "tiers"})


def export_catalogue(procedures: Iterable[Procedure], folder: Path) -> list[Path]:
    """Writes one file for each field of law (lĩnh vực); the files written."""
    by_field: dict[str, list[Procedure]] = defaultdict(list)
    for procedure in procedures:
        by_field[procedure.field_file].append(procedure)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, group in sorted(by_field.items()):
        path = folder / f"{name}.toml"
        path.write_text(as_toml(group), encoding="utf-8")
        written.append(path)
    return written


def as_toml(procedures: Iterable[Procedure], text: str = "") -> str:
    """The file's text with the procedures in it: in the place of the same code and version, else at the end.

    What else stands in `text`, comments too, stays as it is.
    """
    document = tomlkit.parse(text)
    tables = document.get("procedure")
    if not isinstance(tables, AoT):
        tables = tomlkit.aot()
        document["procedure"] = tables
    places = {(str(table.get("code")), str(table.get("version"))): nth for nth, table in enumerate(tables)}
    for procedure in procedures:
        table = _table(procedure.model_dump(mode="python", exclude_defaults=True))
        nth = places.get((procedure.code, procedure.version))
        if nth is None:
            tables.append(table)
        else:
            tables[nth] = table
    return tomlkit.dumps(document).lstrip("\n")


def own_texts(procedures: Iterable[Procedure], folder: Path) -> dict[Path, str]:
    """The office's files as they read with the procedures in them; a code not there yet gets a file of its own."""
    files = {path: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.toml"))}
    homes: dict[tuple[str, str], Path] = {}
    for path, text in files.items():
        for table in tomllib.loads(text).get("procedure", []):
            homes[str(table.get("code")), str(table.get("version"))] = path
    by_file: dict[Path, list[Procedure]] = defaultdict(list)
    for procedure in procedures:
        home = homes.get((procedure.code, procedure.version), folder / f"{procedure.code}.toml")
        by_file[home].append(procedure)
    return {path: as_toml(group, files.get(path, "")) for path, group in by_file.items()}


def _table(values: Mapping[str, Any]) -> Table:
    """A table with its plain fields first, then its lists of tables: TOML wants this order."""
    table = tomlkit.table()
    later: dict[str, AoT] = {}
    for name, value in values.items():
        if value is None:
            continue
        if isinstance(value, tuple | list) and value and isinstance(value[0], Mapping) and name not in _INLINE:
            later[name] = tomlkit.aot()
            for entry in value:
                later[name].append(_table(entry))
        else:
            table[name] = _inline(value)
    for name, tables in later.items():
        table[name] = tables
    return table


def _inline(value: Any) -> Any:
    if isinstance(value, Mapping):
        inline = tomlkit.inline_table()
        inline.update({name: _inline(entry) for name, entry in value.items()})
        return inline
    if isinstance(value, tuple | list):
        array = tomlkit.array()
        for entry in value:
            array.append(_inline(entry))
        return array
    return value.value if hasattr(value, "value") else value
