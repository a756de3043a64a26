"""The jobs of a printer in Windows' spooler, by its own library (winspool.drv: EnumJobs, GetJob, SetJob)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from typing import Any

from printing.printers.windows_queue import Job

_DELETE = 5  # JOB_CONTROL_DELETE
_MOST_JOBS = 10_000


class _JobInfo(ctypes.Structure):  # JOB_INFO_1W
    _fields_ = (
        ("JobId", wintypes.DWORD),
        ("pPrinterName", wintypes.LPWSTR),
        ("pMachineName", wintypes.LPWSTR),
        ("pUserName", wintypes.LPWSTR),
        ("pDocument", wintypes.LPWSTR),
        ("pDatatype", wintypes.LPWSTR),
        ("pStatus", wintypes.LPWSTR),
        ("Status", wintypes.DWORD),
        ("Priority", wintypes.DWORD),
        ("Position", wintypes.DWORD),
        ("TotalPages", wintypes.DWORD),
        ("PagesPrinted", wintypes.DWORD),
        ("Submitted", ctypes.c_uint16 * 8),
    )


class WindowsSpooler:
    """See `windows_queue.Spooler`."""

    def jobs(self, printer: str) -> list[Job]:
        """All that wait or print, in their order. Raises OSError."""
        with _opened(printer) as (library, handle):
            needed, count = wintypes.DWORD(), wintypes.DWORD()
            library.EnumJobsW(handle, 0, _MOST_JOBS, 1, None, 0, ctypes.byref(needed), ctypes.byref(count))
            if not needed.value:
                return []
            room = ctypes.create_string_buffer(needed.value)
            told = library.EnumJobsW(handle, 0, _MOST_JOBS, 1, room, needed, ctypes.byref(needed), ctypes.byref(count))
            if not told:
                raise _last_error()
            found = (_JobInfo * count.value).from_buffer(room)
            return [Job(int(job.JobId), job.pDocument or "", int(job.Status)) for job in found]

    def delete(self, printer: str, number: int) -> bool:
        """Whether the job was taken out. Raises OSError where the printer is not there."""
        with _opened(printer) as (library, handle):
            return bool(library.SetJobW(handle, number, 0, None, _DELETE))


@contextmanager
def _opened(printer: str) -> Iterator[tuple[Any, wintypes.HANDLE]]:
    library = ctypes.WinDLL("winspool.drv", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    handle = wintypes.HANDLE()
    if not library.OpenPrinterW(printer, ctypes.byref(handle), None):
        raise _last_error()
    try:
        yield library, handle
    finally:
        library.ClosePrinter(handle)


def _last_error() -> OSError:
    error: OSError = ctypes.WinError(ctypes.get_last_error())  # type: ignore[attr-defined,unused-ignore]
    return error
