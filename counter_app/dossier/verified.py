"""What a clerk confirmed of a paper: its fields, each with how it was confirmed (đối chiếu)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from pydantic import Field

from counter_app.dossier.value import Value


class Outcome(StrEnum):
    """How a field came to its value."""

    SEEN = "seen"  # sure, and taken with the others that stood on the screen
    ACCEPTED = "accepted"  # as it was read, by itself
    CORRECTED = "corrected"  # another value than was read
    TYPED = "typed"  # nothing was read
    BLANK = "blank"  # nothing stands there on the paper


class VerifiedField(Value):
    """A field as the clerk left it, and what it is `called`; `normal` is what it means, such as a day as 1990-04-15,
    where that is known.

    `read` is what the program had read where that is another value; `sure` and `spot_check` are those of
    `ReadField`.
    """

    name: str = Field(min_length=1)
    called: str = ""
    value: str = ""
    normal: str = ""
    outcome: Outcome
    read: str = ""
    sure: bool = False
    spot_check: bool = False


class VerifiedPaper(Value):
    """One paper of a component: what it is, and its fields. `place`: which of the component's papers, from 0; `pages`
    are their numbers in this desk's spool."""

    component: str
    paper: str
    title: str = ""
    place: int = Field(default=0, ge=0)
    pages: tuple[int, ...] = ()
    fields: tuple[VerifiedField, ...] = ()

    def moved(self, component: str, numbers: Mapping[int, int]) -> VerifiedPaper:
        """The paper once its pages were put to a component, where they have other numbers; itself where others were."""
        if not self.pages or not all(page in numbers for page in self.pages):
            return self
        pages = tuple(numbers[page] for page in self.pages)
        return self.model_copy(update={"component": component, "pages": pages})


IDENTITY_PAPERS = frozenset({"identity_card", "passport"})
"""Papers that say who somebody is, not what is asked for."""
_CONCERNED = ("subject.name", "deceased.name", "business.name")


def concerned(fields: Iterable[VerifiedField]) -> tuple[str, ...]:
    """Whom or what the declaration is about: the child, the deceased, the business. Not a couple: both are owners."""
    known = {field.name: field.normal or field.value for field in fields if field.value}
    return tuple(known[name] for name in _CONCERNED if name in known)
