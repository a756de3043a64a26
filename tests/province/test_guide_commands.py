"""The handbook's commands around the server, as they stand there: those of PostgreSQL, and the loop over desks."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import make_url

from counter_app.resources import resource

pytestmark = pytest.mark.slow
PAGE = (resource("guide") / "province.md").read_text(encoding="utf-8")
OF_POSTGRESQL = re.findall(r"`sudo -u postgres ([^`]+)`", PAGE)
LOOP = re.findall(r"^while .+$", PAGE, re.MULTILINE)
DATABASE = "counter"


class Shell:
    """A place with `sudo` that only runs what follows, and `counter-server` for a database and folder of its own."""

    def __init__(self, place: Path, postgres: str) -> None:
        self.place, at = place, make_url(postgres)
        self.address = f"{at.set(username=DATABASE).render_as_string()}/{DATABASE}"
        programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        own = {"PATH": os.pathsep.join([str(place / "bin"), str(programs), os.environ["PATH"]])}
        server = {"PGHOST": str(at.host), "PGPORT": str(at.port), "PGUSER": str(at.username)}
        self._environment = os.environ | own | server | {"PYTHONPATH": os.getcwd()}  # noqa: PTH109 - of the shell
        (place / "bin").mkdir()
        self._program("sudo", 'exec "$@"')
        told = ["server", "--database", self.address, "--files", str(place / "files")]
        self._program("counter-server", f'exec {shlex.join([sys.executable, "-m", "counter_app", *told])} "$@"')

    def _program(self, name: str, line: str) -> None:
        file = self.place / "bin" / name
        file.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        file.chmod(0o755)

    def __call__(self, line: str) -> str:
        """What a line says that ends well."""
        line = line.replace("/sao-luu", str(self.place))
        done = subprocess.run(
            ["bash", "-c", line], cwd=self.place, env=self._environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (line, done.stderr)
        return done.stdout


def test_a_server_is_set_up_enrols_many_desks_and_is_brought_back_as_the_handbook_says(
    postgres: str, tmp_path: Path
) -> None:
    shell = Shell(tmp_path, postgres)
    assert [line.split()[0] for line in OF_POSTGRESQL] == ["createuser", "createdb", "pg_dump", "pg_restore"]
    user, database, dump, restore = OF_POSTGRESQL
    shell(user)
    shell(database)
    (tmp_path / "quay.txt").write_text("H41.15:01\nH41.15:02\n", encoding="utf-8")
    (loop,) = LOOP
    assert len(set(shell(loop).split())) >= 2
    shell(dump)
    before = shell("counter-server desks list")
    assert "H41.15:01" in before and "H41.15:02" in before
    shell("counter-server desks add H41.15:03")
    shell(restore)  # over what is there
    assert shell("counter-server desks list") == before
    shell(f"dropdb {DATABASE}")
    shell(database)
    shell(restore)  # on a new machine
    assert shell("counter-server desks list") == before
    shell("counter-server epoch new")
    shell(f"dropdb {DATABASE}; dropuser {DATABASE}")
