"""What desk and province say to each other, protocol 2. Both sides validate with these types.

The whole protocol is told in `counter_app/sync/PROTOCOL.md`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from counter_app.dossier.digest import DayDigest
from counter_app.dossier.journal import Entry
from counter_app.dossier.model import Dossier
from counter_app.dossier.reuse import Reusable
from counter_app.dossier.states import Status
from counter_app.dossier.value import Sha256, Value

PROTOCOL = 2
PRODUCT = "counter-provincial-server"
BATCH = 200  # entries a request
TUS = "1.0.0"
EPOCH = "Counter-Epoch"  # the header that names the history a cursor is of, at both sides
CHECKSUM_MISMATCH = 460  # as in the tus checksum extension

DeskId = Annotated[str, Field(pattern=r"^[0-9GH.]{1,32}:[0-9]{1,3}$")]
Journal = Annotated[str, Field(pattern=r"^([0-9GH.]{1,32}:[0-9]{1,3}|province)$")]
Proof = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Secret = Annotated[str, Field(min_length=16, max_length=400, pattern=r"^[!-~]+$")]


class Said(Value, defer_build=False):
    """The body of a request; what checks it is built at once: the server's framework takes hold of it at its start."""


class Hello(Value):
    """Who answers; tells a captive portal's page from the server. It speaks the protocols from `oldest` to `newest`."""

    product: str
    oldest: int
    newest: int
    time: AwareDatetime  # of the server's clock


class Enrol(Said):
    """A desk that has only the one-time code the province gave out for it."""

    desk: DeskId
    code: Secret


class Enrolled(Value):
    """The desk's own credential, told once; the server keeps its hash. Also the answer to a rotation."""

    credential: Secret


class SignIn(Said):
    """A desk shows its credential."""

    desk: DeskId
    credential: Secret


class SignedIn(Value):
    """A token for the requests that follow, and for how long; `rotate` asks for a new credential to be fetched.

    After a rotation both credentials hold until the new one is first used: a lost answer locks nobody out.
    """

    token: Secret
    valid_seconds: int = Field(ge=1)
    rotate: bool = False


class Push(Value):
    """Entries of one desk, in order, without gaps; `waiting` is how many more it has, so that its lag can be seen."""

    desk: DeskId
    entries: tuple[Entry, ...] = Field(max_length=1000)
    waiting: int = Field(default=0, ge=0, le=2**31 - 1)


class Pushed(Value):
    """The last of the desk's entries the server has; everything up to it is safe there.

    `aside`: how many of the desk's entries, in all, the server keeps and gives to nobody, for no desk should have
    written them.
    """

    acknowledged: int
    aside: int = Field(default=0, ge=0)


class Standing(Value):
    """How far the desk's own journal goes at the server, and the epoch of the server's history.

    After the server's database was restored it is another epoch: a desk's cursor, and what was acknowledged to it, are
    of the one before.
    """

    last_sequence: int = Field(ge=0, le=2**62)
    last_hash: str = Field(pattern=r"^([0-9a-f]{64})?$")
    epoch: str = Field(max_length=64)


class Anchored(Said):
    """Day digests of one desk, in the order of its days: those it hands over, or those that lie at the province."""

    digests: tuple[DayDigest, ...] = Field(max_length=400)


class Pulled(Value):
    """Entries of others in the order the server got them; ask again from `cursor` while `more`.

    `proofs`, where the desk asked for them, are one for each entry: the server's word that it had the entry, good for
    handing it back to a server that was restored from a backup of before.
    """

    entries: tuple[Entry, ...]
    cursor: int = Field(ge=0, le=2**62)
    more: bool
    proofs: tuple[Proof, ...] = ()


class Held(Said):
    """Entries of another journal that a desk has: which of them does the server lack?"""

    journal: Journal
    sequences: tuple[Annotated[int, Field(ge=1, le=2**31 - 1)], ...] = Field(max_length=1000)


class Lacking(Value):
    """Those that the server lacks, of those it was asked about."""

    sequences: tuple[int, ...] = ()


class BringBack(Said):
    """Entries of another journal that the server lacks, with the proofs it once gave for some of them ("" for none)."""

    journal: Journal
    entries: tuple[Entry, ...] = Field(max_length=1000)
    proofs: tuple[Proof | Literal[""], ...] = Field(max_length=1000)


class Brought(Value):
    """The entries that were not taken: nothing proves that the server ever had them."""

    unproved: tuple[int, ...] = ()


class AwaitedFile(Value):
    """A file by the hash of its content, and its size in bytes."""

    sha256: Sha256
    size: int = Field(ge=0, le=2**53)


class Awaited(Value):
    """Files the desk's entries name that the server has not got yet."""

    files: tuple[AwaitedFile, ...]


class EntryName(Value):
    """Names one entry."""

    desk: str
    sequence: int


class DossierState(Value):
    """A dossier as the server folds it, with what contradicts and what is still on its way."""

    dossier: Dossier
    conflicts: tuple[EntryName, ...] = ()
    awaited: tuple[Sha256, ...] = ()


class StatusRequest(Said):
    """An officer of the province, whom the credential names, moves a dossier on."""

    status: Status
    reason: str = Field(default="", max_length=2000)


class PapersWanted(Said):
    """Which digitised papers of other offices could serve a citizen in a procedure?

    `number`: the citizen's; `reason`: the open dossier of the desk's office that it is for, or the intake that is to
    become one; `clerk`: who asks.
    """

    number: Annotated[str, Field(pattern=r"^[0-9]{12}$")]
    procedure: Annotated[str, Field(min_length=1, max_length=64)]
    reason: Annotated[str, Field(pattern=r"^(draft-[A-Za-z0-9_-]{16}|[0-9GH.]{1,32}-[0-9]{6}-[0-9]{4,7})$")]
    clerk: Annotated[str, Field(min_length=1, max_length=200)]


class PapersFound(Value):
    """Those that the law and the procedure let serve, without their words; `request` is what the question was noted
    as, and what each is fetched under."""

    request: int = Field(ge=1, le=2**31 - 1)
    papers: tuple[Reusable, ...] = Field(default=(), max_length=100)


class PaperWanted(Said):
    """One of the papers that were found for the citizen of that number is to serve: its content is wanted. `entry`: the
    one of the desk's own journal that says so (`paper_borrowed`), which the province has or is to get."""

    request: int = Field(ge=1, le=2**31 - 1)
    number: Annotated[str, Field(pattern=r"^[0-9]{12}$")]
    sha256: Sha256
    entry: Entry


class Refusal(Value):
    """Why the server took nothing; `acknowledged` is where to go on, where that helps."""

    reason: str
    acknowledged: int | None = None


def agency_of_desk(desk: str) -> str:
    """The office a desk belongs to."""
    return desk.rpartition(":")[0]


def agency_of_dossier(code: str) -> str:
    """The office that received a dossier."""
    return code.rsplit("-", 2)[0]
