"""For the Python of a Windows desk, which takes no PYTHONPATH.

Once the installed program handed over to a newer version (counter_app/updates/hand_over.py), that one comes first, in
the process and in all that it starts.
"""

import os
import sys

_newer = os.environ.get("PYTHONPATH", "").partition(os.pathsep)[0]
if _newer and os.environ.get("COUNTER_INSTALLED_VERSION"):
    sys.path.insert(0, _newer)
