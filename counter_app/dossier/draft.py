"""An intake that is not a dossier yet: what the clerk has typed and scanned so far.

Drafts stay on the desk and are never sent; receiving one makes the dossier's first journal entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import Field

from counter_app.dossier.applicants import BY_SOMEBODY, ApplicantKind, Authority, Party, Relation, Representative
from counter_app.dossier.identity import kind_of
from counter_app.dossier.model import Reuse
from counter_app.dossier.reuse import Lent
from counter_app.dossier.states import Channel, DeliveryMethod, IdentityKind
from counter_app.dossier.value import Value
from counter_app.dossier.verified import VerifiedPaper


class PersonTyped(Value):
    """A person as far as typed; nothing is required until the dossier is received."""

    name: str = ""
    identity_kind: IdentityKind = IdentityKind.NONE
    identity_number: str = ""
    born: str = ""
    sex: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    kind: ApplicantKind = ApplicantKind.CITIZEN
    nationality: str = ""
    representative: Representative | None = None
    party: Party = Party.NONE

    def of_kind(self, kind: ApplicantKind) -> PersonTyped:
        """The same as another kind of applicant, without what that one has not."""
        gone = {"born": "", "sex": ""} if kind in BY_SOMEBODY else {"representative": None}
        return self.model_copy(update={"kind": kind, "identity_kind": kind_of(self.identity_number), **gone})


class ReusedPaper(Value):
    """A digitised paper of an earlier dossier that is to serve again (tái sử dụng), and as what it lies there: the key
    of a component, or the name of a result. `lent`: it is another office's, whose dossier does not lie here."""

    source: Reuse
    key: str
    lent: Lent | None = None


class LyingThere(Value):
    """For which components a digitised paper of the person of that number lay there, here or at another office."""

    identity_number: str = ""
    components: tuple[str, ...] = ()


class ComponentTicked(Value):
    """How many of each kind of a component were handed in; `shown`: none, it was only shown (xuất trình); `reused`: a
    digitised paper of an earlier dossier serves, so that it is not scanned."""

    key: str
    originals: int = Field(default=0, ge=0)
    certified_copies: int = Field(default=0, ge=0)
    copies: int = Field(default=0, ge=0)
    shown: bool = False
    reused: ReusedPaper | None = None

    @property
    def handed_in(self) -> bool:
        """Whether any of it stays with the dossier."""
        return self.originals + self.certified_copies + self.copies > 0

    @property
    def only_shown(self) -> bool:
        """Whether it was seen, and none of it stays."""
        return self.shown and not self.handed_in

    @property
    def here(self) -> bool:
        """Whether it was handed in or shown, or is here from before."""
        return self.shown or self.handed_in or self.reused is not None


def one_of(key: str, *, shown: bool) -> ComponentTicked:
    """A component ticked without counting: one original of it, or shown where it is only that."""
    return ComponentTicked(key=key, shown=True) if shown else ComponentTicked(key=key, originals=1)


class DocumentTyped(Value):
    """A document of which copies are to be certified, as far as typed: its pages, and how many copies."""

    name: str = ""
    pages: int = 0
    copies: int = 1


class OwnerTyped(PersonTyped):
    """One of many owners whose dossiers are received together, with the note of their own dossier."""

    note: str = ""


class Chosen(Value):
    """An agency the clerk chose; `code` is "" where only its name is known."""

    code: str = ""
    name: str = Field(min_length=1)


class Draft(Value):
    """Everything typed at the intake screen, as it stands.

    `owners` are those of a batch: with any of them the draft becomes a dossier for each.
    """

    id: str = Field(min_length=8)
    procedure: str = ""  # Mã TTHC, "" until chosen
    owner: PersonTyped = PersonTyped()
    co_owners: tuple[PersonTyped, ...] = ()
    submitter: PersonTyped | None = None
    relation: Relation = Relation.AUTHORISED  # as what the submitter files it
    authority: Authority | None = None  # the paper that shows it
    decides: Chosen | None = None  # another agency than the procedure's usual one
    returns: Chosen | None = None  # where the result is taken, where not here
    components: tuple[ComponentTicked, ...] = ()
    sets: int = Field(default=1, ge=1)
    channel: Channel = Channel.COUNTER
    delivery_method: DeliveryMethod = DeliveryMethod.COUNTER
    exemption: str = ""  # the key of one of the procedure's
    certified: tuple[DocumentTyped, ...] = ()  # where its fee is for each page
    copies: int = Field(default=1, ge=0)  # where its fee is for each copy
    owners: tuple[OwnerTyped, ...] = ()
    case: str = ""  # which of the procedure's cases it is, where the term depends on it
    promised_on: date | None = None  # the day of the result, where the catalogue has no data of the term
    notices: bool = False  # whether the applicant wants to be told by telephone or e-mail
    note: str = ""
    verified: tuple[VerifiedPaper, ...] = ()  # what was confirmed of the scanned papers
    lying: LyingThere = LyingThere()  # what could serve again
    guidance: str = ""  # the code of the guidance case it is, once Mẫu 02 or 03 was given for it

    def adds_nothing_to(self, other: Draft) -> bool:
        """Whether there is nothing in it but a person, of whom the other says all of it too."""
        typed, known = (draft.owner.model_dump(exclude_defaults=True) for draft in (self, other))
        return self == Draft(id=self.id, owner=self.owner, lying=self.lying) and typed.items() <= known.items()


@dataclass(frozen=True)
class Missing:
    """What a draft still lacks: the field's name, and an English sentence (context "draft" of the translations)."""

    field: str
    sentence: str


WHICH_CASE = Missing("case", "Choose which case it is: the term or the fee depends on it.")
