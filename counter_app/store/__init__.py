"""What the desk keeps: the encrypted database with the journal and its projections, and the encrypted files."""

import sys

# Where numpy is installed, sqlite-utils loads it to know the column types of numpy's numbers, which the store never
# keeps: 0.10 s of the 1.1 s of CPU from start to window (2 cores, Python 3.11). While sqlite-utils loads, numpy is said
# not to be there (that is what None in sys.modules means); afterwards it is there for everybody.
if "numpy" not in sys.modules:
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        import sqlite_utils  # noqa: F401
    finally:
        del sys.modules["numpy"]
