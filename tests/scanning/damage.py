"""Damage to PDFs by the thousand: `python -m tests.scanning.damage ROUNDS [SEED]` from the project's folder.

Each round damages a PDF of a drawn kind and takes it through `pages_in` and `decode`; nothing but a CounterError may
come out of either.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator

from counter_app.errors import CounterError
from scanning.page.decode import decode
from scanning.sources.opening import pages_in
from tests.scanning.pdf_papers import KINDS

_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
_REFERENCE = re.compile(rb"\d+ 0 R")
_ODD_NUMBERS = (b"0", b"-1", b"1e38", b"99999999999999999999", b"-0.00001", b"null", b"(x)", b"[]", b"65536", b"3.7")


def seeds() -> list[bytes]:
    """Each kind of PDF, readable and in object streams."""
    plain = [made().data(compress_streams=False, object_stream_mode=0) for made in KINDS.values()]
    return [*plain, KINDS["typed_pages"]().data(object_stream_mode=2), KINDS["filled_form"]().data(linearize=True)]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to four faults of the kinds that are met: bits, numbers, names, references, holes."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice((_bytes, _number, _number, _name, _name, _reference, _reference, _hole, _twice, _cut))(
            data, chance
        )
    return data


def _bytes(data: bytes, chance: random.Random) -> bytes:
    wrong = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        wrong[chance.randrange(len(wrong))] = chance.randrange(256)
    return bytes(wrong)


def _number(data: bytes, chance: random.Random) -> bytes:
    return _replaced(data, _NUMBER, chance.choice(_ODD_NUMBERS), chance)


def _name(data: bytes, chance: random.Random) -> bytes:
    return _replaced(
        data, _NAME, chance.choice((b"/X", b"/", b"", chance.choice(_NAME.findall(data) or [b"/X"]))), chance
    )


def _reference(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice((b"99 0 R", b"null", chance.choice(_REFERENCE.findall(data) or [b"1 0 R"])))
    return _replaced(data, _REFERENCE, other, chance)


def _replaced(data: bytes, pattern: re.Pattern[bytes], other: bytes, chance: random.Random) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    place = chance.choice(found)
    return data[: place.start()] + other + data[place.end() :]


def _hole(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.choice((1, 10, 200)) :]


def _twice(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[: start + 60] + data[start:]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return (
        data[: chance.randrange(max(1, len(data) // 2), len(data))] if chance.random() < 0.2 and len(data) > 2 else data
    )


def outcomes(rounds: int, seed: int) -> Iterator[str]:
    """What became of each page of each round: "drawn", or the error's name. Anything else is raised."""
    kinds = seeds()
    for number in range(rounds):
        chance = random.Random(f"{seed}:{number}")
        for page in pages_in(damaged(chance.choice(kinds), chance), "giấy.pdf"):
            if isinstance(page, CounterError):
                yield type(page).__name__
                continue
            try:
                decode(page)
            except CounterError as error:
                yield f"{type(error).__name__} when drawn"
            else:
                yield "drawn"


if __name__ == "__main__":
    print(Counter(outcomes(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)))
