"""What CUPS answered to a job: Qt hands the job over, drops the answer, and reports success either way."""

from __future__ import annotations

import ctypes

_FIRST_ERROR = 0x0100  # below it are the successful status codes (RFC 8011, appendix B)


def last_answer() -> str:
    """Why CUPS refused what this thread last asked of it; "" if it did not, or where there is no CUPS (Windows)."""
    try:
        cups = ctypes.CDLL("libcups.so.2")  # the very library Qt has loaded
    except OSError:
        return ""
    status: int = cups.cupsLastError()
    return f"IPP {status:#06x}" if status < 0 or status >= _FIRST_ERROR else ""
