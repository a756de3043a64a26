"""The desk's chain of entries, verified a part at a time: at a start what is new, by and by the old.

What was verified stays so unless somebody with the key changes it afterwards; the slow round over the old entries, the
day digests (`counter_app.store.digests`) and the province find that.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from counter_app.dossier.journal import BrokenChain, Tip
from counter_app.store.entries import Entries
from counter_app.store.recognition import NeedsRebuild, Recognition

AT_START = 1000
"""Entries verified at a start at most, some 50 ms; a desk writes as many in two days."""
_NOTED_FROM = 100  # fewer are verified once more rather than noted: a note costs an fsync
_NEW, _OLD = "verified", "verified of old"
_PIECE = 200  # entries of the slow round at a time: what the clerk does goes first


class ChainBroken(NeedsRebuild):
    """An entry is not what its hash says, or does not follow the one before it."""

    what = "Record {sequence} of this desk was changed after it was written."


class Chain:
    """How far it was verified."""

    def __init__(self, entries: Entries, known: Recognition) -> None:
        self._entries = entries
        self._known = known

    def check_new(self) -> int:
        """Verifies what was written since the last time, as far as a start has time for it; the last of it.

        Raises ChainBroken.
        """
        before = self._verified(_NEW)
        try:
            reached = self._entries.check_after(before, AT_START)
        except BrokenChain as fault:
            raise ChainBroken(fault.details, sequence=fault.values["sequence"]) from fault
        if reached.sequence - before.sequence >= _NOTED_FROM:
            self._keep(_NEW, reached)
        return reached.sequence

    def check_old(self, many: int, rest: float = 0.0, stopped: Callable[[], bool] = lambda: False) -> int:
        """Goes on with the slow round, so many entries; back at the end, it begins anew. Where it stands now.

        Raises BrokenChain.
        """
        reached = self._verified(_OLD)
        for _ in range(0, many, _PIECE):
            if stopped():
                break
            before, reached = reached, self._entries.check_after(reached, _PIECE)
            if reached == before:
                reached = Tip(0, "")
                break
            time.sleep(rest)
        self._keep(_OLD, reached)
        if reached.sequence > self._verified(_NEW).sequence:
            self._keep(_NEW, reached)
        return reached.sequence

    def forget(self, after: int) -> None:
        """Entries behind this one were taken away or written anew: nothing was verified of those yet."""
        for name in (_NEW, _OLD):
            if self._verified(name).sequence > after:
                self._keep(name, Tip(after, self._entries.seal(after)))

    def _verified(self, name: str) -> Tip:
        sequence, _, seal = self._known.note(name).partition(" ")
        return Tip(int(sequence or 0), seal)

    def _keep(self, name: str, reached: Tip) -> None:
        self._known.keep_note(name, f"{reached.sequence} {reached.hash}")
