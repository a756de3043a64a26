"""What a package holds, as a CycloneDX 1.5 document: each library with version, licence and the hash of its wheel."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from counter_app import __version__
from counter_app.packaging.wheels import Wheel


def bill_of_materials(
    name: str, wheels: Iterable[Wheel], system_packages: Sequence[Sequence[str]], moment: int
) -> bytes:
    """The document of one package; the same bytes for the same wheels and moment."""
    libraries = sorted((_library(wheel) for wheel in wheels), key=lambda item: (item["name"], item["purl"]))
    components = libraries + [_system(choices) for choices in system_packages]
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([name, __version__, components]))}",
        "version": 1,
        "metadata": {
            "timestamp": f"{datetime.fromtimestamp(moment, UTC):%Y-%m-%dT%H:%M:%SZ}",
            "component": {
                "type": "application",
                "name": name,
                "version": __version__,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            },
        },
        "components": components,
    }
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


def _library(wheel: Wheel) -> dict[str, Any]:
    told = wheel.metadata()
    licence = {"licenses": [{"license": {"name": told["licence"]}}]} if told["licence"] else {}
    return {
        "type": "library",
        "name": told["name"],
        "version": told["version"],
        "purl": f"pkg:pypi/{told['name'].lower().replace('_', '-')}@{told['version']}?file_name={wheel.file.name}",
        "hashes": [{"alg": "SHA-256", "content": wheel.sha256}],
    } | licence


def _system(choices: Sequence[str]) -> dict[str, Any]:
    """What the system brings: of which version is known only where it is installed."""
    return {"type": "library", "name": choices[0], "purl": f"pkg:deb/debian/{choices[0]}", "scope": "required"}
