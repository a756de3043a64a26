"""For the Python of a Windows desk, which takes no PYTHONPATH.

Once the installed program handed over to a newer version (counter_app/updates/hand_over.py), that one comes first, in
the process and in all that it starts. Installed for the machine its folder is nobody's to write into: what Python
compiles is then kept among the user's own files, or each start and each worker would compile all of it again.
"""

import os
import sys

_newer = os.environ.get("PYTHONPATH", "").partition(os.pathsep)[0]
if _newer and os.environ.get("COUNTER_INSTALLED_VERSION"):
    sys.path.insert(0, _newer)
_own = os.environ.get("LOCALAPPDATA", "")
if _own and not sys.prefix.lower().startswith(_own.lower() + os.sep):
    sys.pycache_prefix = os.path.join(_own, "counter-compiled")  # noqa: PTH118 - before anything else is imported
