"""Names of places as they are written: with their kind or bare, with marks or without. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from counter_app.dossier.plain import plain

_KINDS = re.compile(
    r"^(?:(tinh|thanh pho|thi xa|thi tran|huyen|quan|phuong|xa|dac khu)\s+|(tp|tx|tt|t|h|q|p|x|dk)(?:\.\s*|\s+))"
)


@lru_cache(maxsize=2000)
def kind_of_place(name: str) -> str:
    """The kind that is written before a name, without marks: `phuong`, `tp`; "" for none."""
    found = _KINDS.match(plain(name))
    return (found[1] or found[2]) if found else ""


@lru_cache(maxsize=2000)
def bare(name: str) -> str:
    """A name without marks and without its kind: `cua lo` for Phường Cửa Lò, TP. Cửa Lò and cửa lò."""
    text = plain(name)
    return _KINDS.sub("", text, count=1) or text


def is_one_address(one: str, other: str) -> bool:
    """Whether two addresses are written alike but for kinds that one of them leaves out, as cards do: “Nghi Lộc, Nghệ
    An” is “xã Nghi Lộc, tỉnh Nghệ An”. Another kind is another place."""
    parts, others = one.split(","), other.split(",")
    return len(parts) == len(others) and all(
        plain(part) == plain(same) or (bare(part) == bare(same) and not (kind_of_place(part) and kind_of_place(same)))
        for part, same in zip(parts, others, strict=True)
    )
