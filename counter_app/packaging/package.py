"""`counter package`: the packages of this version, what they hold and their hashes, into one folder."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path

from counter_app.errors import ExitStatus
from counter_app.packaging.checkout import refuse_uncommitted
from counter_app.packaging.debian import build_debian
from counter_app.packaging.program_zip import build_program_zip
from counter_app.packaging.windows import build_windows

_SUMS = "SHA256SUMS"


def package(out: Path, *, windows: bool) -> int:
    """Builds them and prints each file with its size; the installer for Windows where it is asked for.

    Raises NotCommitted, ToolMissing, BuildFailed.
    """
    refuse_uncommitted()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".work-") as work:
        made = [*build_debian(out, Path(work)), build_program_zip(out)]
        if windows:
            made += build_windows(out, Path(work))
    lines = [f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(made)]
    (out / _SUMS).write_text("".join(lines), encoding="utf-8")
    for file in made:
        print(f"{file}  {file.stat().st_size / 1e6:.1f} MB")
    return ExitStatus.DONE
