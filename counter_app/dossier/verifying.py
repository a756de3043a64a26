"""A clerk verifies a paper: field by field it stands as read, accepted, corrected or blank. Pure.

Nothing is accepted unseen: what is sure can be taken together with what stands on the screen beside it; what is
doubtful, missing, keyed twice or chosen as a spot check is settled by itself.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from counter_app.dossier.read_papers import ReadField, ReadPaper
from counter_app.dossier.verified import Outcome, VerifiedField, VerifiedPaper


class State(StrEnum):
    """What the screen says of a field, always in a sign and a word."""

    DOUBTFUL = "doubtful"
    MISSING = "missing"  # expected, and nothing stands there as far as is seen
    TO_TYPE = "to_type"  # something stands there that was not read: handwriting
    TWICE = "twice"  # to be keyed without seeing what was read
    SPOT_CHECK = "spot_check"
    SURE = "sure"
    EMPTY = "empty"  # nothing was read, and nothing needs to stand there
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    TYPED = "typed"  # nothing was read
    BLANK = "blank"


ASKING = frozenset({State.DOUBTFUL, State.MISSING, State.TO_TYPE, State.TWICE, State.SPOT_CHECK})
"""What is settled by itself."""
_DONE = {
    Outcome.SEEN: State.ACCEPTED,
    Outcome.ACCEPTED: State.ACCEPTED,
    Outcome.CORRECTED: State.CORRECTED,
    Outcome.TYPED: State.TYPED,
    Outcome.BLANK: State.BLANK,
}


@dataclass(frozen=True)
class FieldRow:
    """A field on its way: as it was read, and what the clerk made of it."""

    read: ReadField
    done: VerifiedField | None = None
    keyed: str | None = None
    """What was keyed first, where it is to be keyed twice and the first was not what was read."""

    @property
    def state(self) -> State:
        """How it stands now."""
        if self.done is not None:
            return _DONE[self.done.outcome]
        field = self.read
        if field.twice and (field.value or field.box or field.expected):
            return State.TWICE
        if not field.value:
            return State.TO_TYPE if field.box else State.MISSING if field.expected else State.EMPTY
        if not field.sure or field.contradicted:
            return State.DOUBTFUL
        return State.SPOT_CHECK if field.spot_check else State.SURE

    @property
    def asks(self) -> bool:
        """Whether the clerk has to settle it by itself."""
        return self.state in ASKING

    @property
    def value(self) -> str:
        """What stands in it now."""
        return self.done.value if self.done is not None else self.read.value


@dataclass(frozen=True)
class Verification:
    """A paper while it is verified."""

    component: str
    paper: ReadPaper
    rows: tuple[FieldRow, ...]

    @property
    def open(self) -> tuple[int, ...]:
        """The rows that are not settled; what is empty and need not be filled in is."""
        return tuple(at for at, row in enumerate(self.rows) if row.done is None and row.state is not State.EMPTY)

    @property
    def asking(self) -> tuple[int, ...]:
        """The rows to be settled one by one."""
        return tuple(at for at, row in enumerate(self.rows) if row.asks)

    @property
    def verified(self) -> VerifiedPaper:
        """What is confirmed so far."""
        fields = tuple(row.done for row in self.rows if row.done is not None)
        read = self.paper
        return VerifiedPaper(
            component=self.component,
            paper=read.paper,
            title=read.title,
            place=read.place,
            pages=read.pages,
            fields=fields,
        )

    def settled(self, at: int, typed: str, normal: str) -> Verification:
        """The row with what stands in its input; `normal` is what that means. Nothing typed: nothing stands there.

        A field to be keyed twice is settled by what agrees: the keyed with the read, in its letters or in what it means
        (100000000 and 100.000.000 đồng), or the second keying with the first; until then it remembers the first.
        """
        row = self.rows[at]
        typed = " ".join(typed.split())
        if row.state is State.TWICE:
            if typed and (_same(typed, row.read.value) or (normal and normal == row.read.normal)):
                return self._with(at, replace(row, done=_taken(row.read, Outcome.ACCEPTED), keyed=None))
            if not _same(typed, row.read.value) and not _same(typed, row.keyed):
                return self._with(at, replace(row, keyed=typed))
        return self._with(at, replace(row, done=_verified(row.read, typed, normal), keyed=None))

    def seen(self, rows: Collection[int]) -> Verification:
        """Those of the rows on the screen that are sure are taken as they were read."""
        after = self
        for at in rows:
            row = self.rows[at]
            if row.state is State.SURE:
                after = after._with(at, replace(row, done=_taken(row.read, Outcome.SEEN)))
        return after

    def opened_again(self, at: int) -> Verification:
        """The clerk looks at a settled field once more: it stands as it was read."""
        return self._with(at, FieldRow(self.rows[at].read))

    def _with(self, at: int, row: FieldRow) -> Verification:
        return replace(self, rows=(*self.rows[:at], row, *self.rows[at + 1 :]))


def begun(component: str, paper: ReadPaper, verified: VerifiedPaper | None) -> Verification:
    """The verification of a paper, going on where it was left."""
    done = {field.name: field for field in verified.fields} if verified else {}
    return Verification(component, paper, tuple(FieldRow(field, done.get(field.name)) for field in paper.fields))


def _verified(read: ReadField, typed: str, normal: str) -> VerifiedField:
    if not typed:
        return VerifiedField(
            name=read.name,
            called=read.caption,
            outcome=Outcome.BLANK,
            read=read.value,
            sure=read.sure,
            spot_check=read.spot_check,
        )
    if typed == " ".join(read.value.split()):
        return _taken(read, Outcome.ACCEPTED)
    return VerifiedField(
        name=read.name,
        called=read.caption,
        value=typed,
        normal=normal,
        outcome=Outcome.CORRECTED if read.value else Outcome.TYPED,
        read=read.value,
        sure=read.sure,
        spot_check=read.spot_check,
    )


def _taken(read: ReadField, outcome: Outcome) -> VerifiedField:
    return VerifiedField(
        name=read.name,
        called=read.caption,
        value=read.value,
        normal=read.normal,
        outcome=outcome,
        sure=read.sure,
        spot_check=read.spot_check,
    )


def _same(one: str, other: str | None) -> bool:
    """Whether two keyings say the same: spaces and capitals apart, marks counted."""
    return other is not None and _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()
