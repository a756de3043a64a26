"""The program alone as one archive: what a province offers its desks as an update."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from counter_app import __version__
from counter_app.packaging.checkout import ROOT, build_moment, program_files


def build_program_zip(out: Path) -> Path:
    """Writes it; the same bytes for the same commit. Raises ToolMissing, BuildFailed."""
    at = datetime.fromtimestamp(build_moment(), UTC).timetuple()[:6]
    file = out / f"counter-program-{__version__}.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for name in program_files():
            item = zipfile.ZipInfo(name, at)
            item.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(item, (ROOT / name).read_bytes())
    return file
