"""The sRGB colour profile that PDF/A wants beside colours (ICC.1:1998-09, version 2.1; IEC 61966-2-1)."""

from __future__ import annotations

import struct

_CURVE_POINTS = 1024


def srgb_profile() -> bytes:
    """An ICC display profile: sRGB's primaries adapted to D50, and its tone curve."""
    curve = (
        b"curv"
        + struct.pack(">II", 0, _CURVE_POINTS)
        + b"".join(
            struct.pack(">H", round(_linear(step / (_CURVE_POINTS - 1)) * 65535)) for step in range(_CURVE_POINTS)
        )
    )
    tags = {
        b"desc": _description("sRGB IEC61966-2.1"),
        b"cprt": b"text" + bytes(4) + b"No copyright, use freely\0",
        b"wtpt": _xyz(0.95045, 1.0, 1.08905),
        b"rXYZ": _xyz(0.43607, 0.22249, 0.01392),
        b"gXYZ": _xyz(0.38515, 0.71687, 0.09708),
        b"bXYZ": _xyz(0.14307, 0.06061, 0.71410),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _assembled(tags)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _xyz(*values: float) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in values))


def _description(text: str) -> bytes:
    ascii_text = text.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(ascii_text)) + ascii_text + bytes(4 + 4 + 2 + 1 + 67)


def _assembled(tags: dict[bytes, bytes]) -> bytes:
    """Header, tag table and the tags' data (equal data stored once), each on a multiple of four bytes."""
    start = 128 + 4 + 12 * len(tags)
    table, body, places = b"", b"", dict[bytes, int]()
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += name + struct.pack(">II", places[data], len(data))
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3i4s44x",
        start + len(body),
        bytes(4),
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2026, 1, 1, 0, 0, 0),
        b"acsp",
        bytes(4),
        0,
        bytes(4),
        bytes(4),
        0,
        0,
        *(round(value * 65536) for value in (0.9642, 1.0, 0.8249)),
        bytes(4),
    )
    return header + struct.pack(">I", len(tags)) + table + body
