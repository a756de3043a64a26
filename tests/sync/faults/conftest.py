"""One server for all tests of a file that ask it for a new office each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from counter_app.province.admission import Limits
from counter_app.province.serve import RunningServer, running_server

WIDE = Limits(10_000, 100_000, 10_000, 100_000, 10_000, 100_000)


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("server"), limits=WIDE) as running:
        yield running
