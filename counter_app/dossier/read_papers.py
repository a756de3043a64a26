"""A paper as it was read, before anybody looked at it: its fields, how sure they are. A proposal of this desk alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter_app.dossier.pages import Box


@dataclass(frozen=True)
class ReadField:
    """One field that the paper's template knows, read or not."""

    name: str
    """A person's or a thing's, then what it is of them: `subject.born`."""
    kind: str
    """Of its value: a name of `scanning.fields.values.KINDS`; "" where none is known."""
    value: str = ""
    """As written; "" where nothing was read."""
    normal: str = ""
    """What it means: a day as 1990-04-15; "" where that is not known."""
    confidence: float = 0.0
    """0 to 100."""
    sure: bool = False
    box: Box | None = None
    """Where it stands on its page, or where it would; None where that is not known."""
    page: int = 0
    """The page's number in the spool; 0 where it stands on none."""
    expected: bool = False
    """The paper is not filled in without it."""
    twice: bool = False
    """It is keyed without seeing what was read, and once more where the two differ."""
    spot_check: bool = False
    """Sure, and chosen at random to be looked at by itself all the same: so the share of errors is known."""
    points: tuple[str, ...] = ()
    """What rules between fields and papers say of it, in Vietnamese."""
    contradicted: bool = False
    """One of them says more than a note: it is to be looked at, however surely it was read."""
    meant: str = ""
    """What it may be meant to say, by one of them; the clerk decides."""
    suggestion: str = ""
    """What handwriting may say in it; the clerk decides."""
    called: str = ""
    """In the clerk's words, in small letters: "ngày sinh"; `whose`: "người mẹ", "" where it is nobody's."""
    whose: str = ""

    @property
    def caption(self) -> str:
        """What it is called in full: "ngày sinh của người mẹ"."""
        called = self.called or self.name
        return f"{called} của {self.whose}" if self.whose else called


@dataclass(frozen=True)
class ReadPaper:
    """One paper among the pages of a component."""

    paper: str
    """A name of resources/templates/titles.toml."""
    title: str
    """What it is called."""
    pages: tuple[int, ...]
    """Their numbers in the spool, in order."""
    fields: tuple[ReadField, ...]
    """In the order of the form."""
    applicant: str = ""
    """Whose names (the part before the dot) fill the intake; "" where the form names nobody who applies."""
    place: int = 0
    """Which of the component's papers it is, from 0."""
    confidence: float = 0.0
    """How sure it is that it is this paper, 0 to 100."""
    reason: str = ""
    """What tells it: the title as it stands on the page, or the kind of code."""
    heading: str = ""
    """What is printed as the title of a paper that nobody knows; "" of others."""
    other_form: str = ""
    """What its form says of itself, where it is not one that is known here: another province's, an old one."""
    form: str = ""
    """The number of its form with the act it is an annex of, as it says itself; "" where it does not say both."""
    hands: int = 0
    """How many people filled it in by hand; 2 only where that is clear."""

    @property
    def asks(self) -> bool:
        """Whether anything was read in it, or is known to stand there: only then a clerk is asked of its fields."""
        return any(field.value or field.box for field in self.fields)


def sure_from(paper: ReadPaper, least: int) -> ReadPaper:
    """The paper with fields called sure only where they were read with that certainty (0 to 100) at the least."""
    fields = (
        replace(field, sure=False, spot_check=False) if field.sure and field.confidence < least else field
        for field in paper.fields
    )
    return replace(paper, fields=tuple(fields)) if least else paper
