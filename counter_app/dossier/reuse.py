"""Documents of earlier dossiers that can serve again (tái sử dụng giấy tờ, TT 01/2023). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pydantic import AwareDatetime

from counter_app.dossier.issue_day import issue_day
from counter_app.dossier.model import Component, DigitisedPage, Dossier, Person, Reuse
from counter_app.dossier.payloads.papers import ComponentReused
from counter_app.dossier.plain import plain
from counter_app.dossier.signed import DigitalSignature
from counter_app.dossier.states import Status
from counter_app.dossier.value import FileRef, Value

PDF = "application/pdf"
"""What a document is that serves at another office: nothing else is opened there."""
_TELLING = 12  # letters of a name that says which kind of paper it is
_ASIDE = re.compile(r"\([^)]*\)")


class Reusable(Value):
    """A digitised document of an earlier dossier of the same person; `key` names it there. `issued`: the day on which
    the paper was, None where that is not known."""

    name: str
    key: str
    source: Reuse
    received_at: AwareDatetime
    document: FileRef
    pages: tuple[DigitisedPage, ...] = ()
    signed: tuple[DigitalSignature, ...] = ()
    issued: date | None = None

    @property
    def counts_from(self) -> date:
        """The day from which it holds: that of issue, else the one on which its dossier was received."""
        return self.issued or self.received_at.date()


class Lent(Value):
    """A document of another office's dossier that the province gave for the person of that number."""

    identity_number: str
    paper: Reusable


def is_of_same_person(one: Person, other: Person) -> bool:
    """By the number alone: names are not enough to hand somebody's papers on."""
    return bool(one.identity_number) and one.identity_number == other.identity_number


def documents_of(earlier: Dossier) -> Iterator[Reusable]:
    """The documents of a dossier's results and components that were brought to it: one that served it again is found in
    the dossier it was brought to, with the day from which it holds. A receipt made by mistake proves nobody's papers.
    """
    if earlier.status is Status.CANCELLED:
        return
    code, at = earlier.code, earlier.received_at
    for result in earlier.results:
        if result.file:
            source = Reuse(dossier=code, from_result=True)
            yield Reusable(
                name=result.name,
                key=result.name,
                source=source,
                received_at=at,
                document=result.file,
                issued=result.issued_on,
            )
    for component in earlier.components:
        if component.document and component.reused is None:
            yield Reusable(
                name=component.name,
                key=component.key,
                source=Reuse(dossier=code),
                received_at=at,
                document=component.document,
                pages=component.pages,
                signed=component.signed,
                issued=issue_day(component.verified, _texts(component), at.date()),
            )


def _texts(component: Component) -> Iterator[tuple[str, float]]:
    return ((page.text, page.mean_confidence) for page in component.pages if not page.blank)


def reused_as(component: str, earlier: Dossier, source: Reuse, key: str) -> ComponentReused | None:
    """What is written where that document of the earlier dossier serves as `component`; None where it has none."""
    found = next((paper for paper in documents_of(earlier) if (paper.source, paper.key) == (source, key)), None)
    return used_again(component, found) if found else None


def used_again(component: str, paper: Reusable) -> ComponentReused:
    """What is written where the document serves as `component`."""
    return ComponentReused(
        component=component, document=paper.document, pages=paper.pages, source=paper.source, signed=paper.signed
    )


def is_same_kind(one: str, other: str) -> bool:
    """Whether two names of papers say the same kind: the same words, or all of a telling one within the other."""
    shorter, longer = sorted((_bare(one), _bare(other)), key=len)
    return shorter == longer or (len(shorter) >= _TELLING and f" {shorter} " in f" {longer} ")


def _bare(name: str) -> str:
    """Without marks and without what stands in brackets."""
    return " ".join(re.findall(r"\w+", plain(_ASIDE.sub(" ", name))))
