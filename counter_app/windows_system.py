"""What of Windows' own the program asks for by name: who may open a folder, whether a process lives, locks on files.

Through ctypes, because a desk's Python brings nothing else. Imported on Windows only; the functions' meanings are those
of Microsoft's pages about SetNamedSecurityInfo, OpenProcess and LockFileEx.
"""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from pathlib import Path
from typing import Any

_OF_USER = 1  # TokenUser
_TOKEN_QUERY = 0x0008
_FILE = 1  # SE_FILE_OBJECT
_LIST_ALONE = 0x80000004  # DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION
_NOT_INDEXED = 0x2000  # FILE_ATTRIBUTE_NOT_CONTENT_INDEXED
_SYNCHRONIZE = 0x00100000
_STILL_RUNS = 0x00000102  # WAIT_TIMEOUT
_MAY_NOT = 5  # ERROR_ACCESS_DENIED
_STANDARD_INPUT = 0xFFFFFFF6  # STD_INPUT_HANDLE
_EXCLUSIVE_AT_ONCE = 0x0003  # LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY


class _SidOfToken(ctypes.Structure):
    _fields_ = (("sid", ctypes.c_void_p), ("attributes", wintypes.DWORD))


class _Overlapped(ctypes.Structure):
    _fields_ = (
        ("Internal", ctypes.c_size_t),
        ("InternalHigh", ctypes.c_size_t),
        ("Offset", wintypes.DWORD),
        ("OffsetHigh", wintypes.DWORD),
        ("hEvent", wintypes.HANDLE),
    )


def give_to_user_alone(folder: Path) -> None:
    """Only this user and the system may open the folder and what lies in it; Windows' search does not read it.

    Raises OSError on a disk without access lists, or where the folder's owner does not allow it.
    """
    security = ctypes.c_void_p()
    words = f"D:P(A;OICI;FA;;;{_own_sid()})(A;OICI;FA;;;SY)"  # protected: nothing of the folder above counts
    advapi = _library("advapi32")
    if not advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(words, 1, ctypes.byref(security), None):
        raise _last_error()
    try:
        there, default, access = wintypes.BOOL(), wintypes.BOOL(), ctypes.c_void_p()
        advapi.GetSecurityDescriptorDacl(security, ctypes.byref(there), ctypes.byref(access), ctypes.byref(default))
        code = advapi.SetNamedSecurityInfoW(str(folder), _FILE, _LIST_ALONE, None, None, access, None)
    finally:
        _library("kernel32").LocalFree(security)
    if code:
        raise ctypes.WinError(code)  # type: ignore[attr-defined,unused-ignore]
    _library("kernel32").SetFileAttributesW(str(folder), _NOT_INDEXED)


def lives(process_id: int) -> bool:
    """Whether a process of that number runs."""
    kernel = _library("kernel32")
    kernel.OpenProcess.restype = wintypes.HANDLE
    process = kernel.OpenProcess(_SYNCHRONIZE, False, process_id)
    if not process:
        return bool(ctypes.get_last_error() == _MAY_NOT)  # type: ignore[attr-defined,unused-ignore]
    try:
        return bool(kernel.WaitForSingleObject(wintypes.HANDLE(process), 0) == _STILL_RUNS)
    finally:
        kernel.CloseHandle(wintypes.HANDLE(process))


def lock_file(descriptor: int) -> bool:
    """Whether nobody else holds the open file now; it is this one's until it is closed.

    Windows keeps others from the very bytes that are locked, so a byte far behind every file's end stands for it.
    """
    import msvcrt

    where = _Overlapped(OffsetHigh=0x7FFFFFFF)
    handle = wintypes.HANDLE(msvcrt.get_osfhandle(descriptor))  # type: ignore[attr-defined,unused-ignore]
    return bool(_library("kernel32").LockFileEx(handle, _EXCLUSIVE_AT_ONCE, 0, 1, 0, ctypes.byref(where)))


def standard_input_is(descriptor: int) -> None:
    """What the system calls this process's standard input; Python's own call changes only the C library's opinion."""
    import msvcrt

    handle = wintypes.HANDLE(msvcrt.get_osfhandle(descriptor))  # type: ignore[attr-defined,unused-ignore]
    if not _library("kernel32").SetStdHandle(wintypes.DWORD(_STANDARD_INPUT), handle):
        raise _last_error()


def _own_sid() -> str:
    """The user's number (S-1-5-21-…): names are not unique where a computer belongs to a domain."""
    kernel, advapi = _library("kernel32"), _library("advapi32")
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    token, size = wintypes.HANDLE(), wintypes.DWORD()
    process = wintypes.HANDLE(kernel.GetCurrentProcess())
    if not advapi.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
        raise _last_error()
    try:
        advapi.GetTokenInformation(token, _OF_USER, None, 0, ctypes.byref(size))
        told = ctypes.create_string_buffer(size.value)
        if not advapi.GetTokenInformation(token, _OF_USER, told, size, ctypes.byref(size)):
            raise _last_error()
    finally:
        kernel.CloseHandle(token)
    written = wintypes.LPWSTR()
    sid = ctypes.c_void_p(_SidOfToken.from_buffer(told).sid)
    if not advapi.ConvertSidToStringSidW(sid, ctypes.byref(written)):
        raise _last_error()
    try:
        return str(written.value)
    finally:
        kernel.LocalFree(written)


def _library(name: str) -> Any:
    return ctypes.WinDLL(name, use_last_error=True)  # type: ignore[attr-defined,unused-ignore]


def _last_error() -> OSError:
    error: OSError = ctypes.WinError(ctypes.get_last_error())  # type: ignore[attr-defined,unused-ignore]
    return error
