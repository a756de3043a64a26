"""Signatures at the end of a paper: side by side at a desk, the agency's own on the right beside whom it goes to."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Table

from printing.layout.sheets import WIDTH
from printing.layout.texts import DOTS, columns, gap, text

SIGNED = "(Ký và ghi rõ họ tên)"
_ROOM, _LEAST_ROOM = 15, 10
"""Millimetres to sign in, and how few where a paper would need a second sheet for it."""


def signatures(blocks: Sequence[tuple[str, str]], width: float = WIDTH) -> Table:
    """Signature blocks side by side: the role, how to sign, room to do so, the name if it is known."""
    signed = [
        [text(role, "signer"), text(SIGNED, "subtitle"), gap(_ROOM, _LEAST_ROOM), text(name, "signer")]
        for role, name in blocks
    ]
    return columns(signed, [width / len(blocks)] * len(blocks))


def one_signature(role: str, name: str, width: float = WIDTH) -> Table:
    """A single block, on the right."""
    return columns([[], [signatures([(role, name)], width / 2)]], [width / 2, width / 2])


def agency_signature(role: Sequence[str], name: str, to: Sequence[str], width: float = WIDTH) -> Table:
    """Who signs and seals for the agency, role and name and nothing else; `Nơi nhận` on the left of it.

    Without a name there are dots, to be written by hand.
    """
    block: list[Flowable] = [
        *(text(part, "signer") for part in role),
        gap(_ROOM + 7, _LEAST_ROOM + 4),
        text(name or DOTS, "signer"),
    ]
    return columns([recipients(to), block], [width * 0.45, width * 0.55])


def recipients(to: Sequence[str]) -> list[Flowable]:
    """`Nơi nhận:` and whom the paper goes to, a line each; the last is who keeps it (Lưu: …). Nothing for nobody."""
    if not to:
        return []
    ends = [";"] * (len(to) - 1) + ["."]
    lines = [text(f"- {item.rstrip(' ;.')}{end}", "recipient") for item, end in zip(to, ends, strict=True)]
    return [text("Nơi nhận:", "recipients"), *lines]


def kept_with_last(lines: Sequence[Flowable], end: Sequence[Flowable]) -> list[Flowable]:
    """`lines`, the last of them on one page with `end`: signatures never stand alone on a page."""
    return [*lines[:-1], KeepTogether([*lines[-1:], *end])]
