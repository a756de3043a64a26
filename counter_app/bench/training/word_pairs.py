"""Makes resources/templates/pairs.txt: pairs of words that the national catalogue writes with these marks.

`python -m counter_app.bench.training.word_pairs`. A pair is kept where it stands MOSTLY so among all pairs of the same
letters, and OFTEN enough that it is no slip.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from counter_app.dossier.plain import plain
from counter_app.resources import resource

SOURCE = "portal-2026-07-18.jsonl.xz"
OFTEN, MOSTLY = 8, 0.9
_HEAD = (
    f"# Pairs of words as resources/procedures/{SOURCE} writes them; made by counter_app/bench/training/word_pairs.py\n"
)


def pairs() -> list[str]:
    """Each in small letters, in order."""
    counted: Counter[tuple[str, str]] = Counter()
    with lzma.open(str(resource("procedures", SOURCE)), "rt", encoding="utf-8") as lines:
        for line in lines:
            for text in _texts(json.loads(line)):
                for part in re.split(r"[^\w\s]+", text.casefold()):
                    counted.update(pair for pair in pairwise(part.split()) if all(map(str.isalpha, pair)))
    letters: Counter[str] = Counter()
    for pair, count in counted.items():
        letters[plain(" ".join(pair))] += count
    return sorted(
        " ".join(pair)
        for pair, count in counted.items()
        if count >= OFTEN
        and count >= MOSTLY * letters[plain(" ".join(pair))]
        and plain(" ".join(pair)) != " ".join(pair)
    )


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _texts(inner)
        case list():
            for inner in value:
                yield from _texts(inner)


if __name__ == "__main__":
    with resource("templates", "pairs.txt").open("w", encoding="utf-8") as file:
        file.write(_HEAD + "".join(f"{pair}\n" for pair in pairs()))
