"""Requests made up from the server's own description: whatever comes, it never answers 5xx."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error

from counter_app.province.admission import Limits
from counter_app.province.serve import RunningServer, running_server
from tests.dossier.entries import CODE, received
from tests.province.conftest import NO_TLS, Caller, Journal

EXAMPLES = 12  # of each operation


def probe(operation: Any, headers: dict[str, str]) -> None:
    """Calls one operation with whatever its description allows, and some of what it does not."""

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def answered(case: Any) -> None:
        case.call_and_validate(headers=headers, checks=[not_a_server_error])

    answered()


@pytest.mark.slow
def test_no_request_made_from_the_description_is_answered_5xx(tmp_path: Path) -> None:
    never = Limits(per_second=1e6, burst=10**6, strangers_per_second=1e6, strangers_burst=10**6)
    with running_server(tmp_path, limits=never) as province, Caller(province) as caller:
        caller.push([Journal().write(received())])
        official = province.services.desks.add_official("Chuyên viên Mẫu")
        schema = schemathesis.openapi.from_url(f"{province.url}/openapi.json")
        described = [found.ok() for found in schema.get_all_operations()]
        for operation in described:
            token = f"Bearer {official}" if operation.path.endswith("status") else caller.headers["Authorization"]
            probe(operation, {"Authorization": token, "Tus-Resumable": "1.0.0"})
        seen = {(operation.method.upper(), operation.path) for operation in described}
        assert {("POST", "/v2/entries"), ("PATCH", "/v2/files/{name}"), ("POST", "/v2/sign-in")} <= seen
        assert caller.get(f"/v2/dossiers/{CODE}").json()["dossier"]["code"] == CODE


def test_the_description_tells_how_entries_look(province: RunningServer) -> None:
    document = httpx.get(f"{province.url}/openapi.json", timeout=60, verify=NO_TLS).json()
    push = document["paths"]["/v2/entries"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert push == {"$ref": "#/components/schemas/Push"}
    parts = document["components"]["schemas"]
    assert {"desk", "entries"} <= set(parts["Push"]["properties"])
    assert "payload_hash" in parts["Entry"]["properties"]
