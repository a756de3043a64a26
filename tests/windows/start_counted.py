"""What a start loads until its first field is painted, counted: modules, and files that are opened.

A time under Wine says nothing of a Windows PC; how much there is to load does. `python -m tests.windows.start_counted`
prints it, on Linux as in the desk's folder for Windows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import keyring
from keyring.backends import fail

from counter_app.config import PROFILE, sample_profile, save_profile
from counter_app.desk.accounts import make_administrator
from counter_app.desk.desk import open_desk
from tests.ui.window.first_paint import PASSWORD, TO_THE_FIRST_PAINT

_COUNTED = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"  # Wine hands no QT_ on
opened = [0]
sys.addaudithook(lambda event, told: opened.__setitem__(0, opened[0] + (event == "open")))
"""
_TOLD = """
print("files", opened[0])
sys.exit(status)
"""


def counted() -> dict[str, int]:
    """Of a desk with an account: it is opened, signed in to, and shown."""
    keyring.set_keyring(fail.Keyring())  # the key is opened by the password, on both systems
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        data = Path(made)
        save_profile(sample_profile(), data / PROFILE)
        desk = open_desk(data, sample_profile())
        make_administrator(desk, "Trần Thị Mẫu", PASSWORD, PASSWORD)
        desk.store.close()
        told = _COUNTED + TO_THE_FIRST_PAINT.replace("sys.exit(status)\n", _TOLD)
        environment = os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
        command = [sys.executable, "-c", told, str(data)]
        done = subprocess.run(command, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=True)
    modules, files = done.stdout.decode("utf-8", "replace").splitlines()[-2:]
    return {"modules": len(modules.split()), "files": int(files.split()[1])}


if __name__ == "__main__":
    print(json.dumps(counted()))
