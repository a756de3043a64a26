"""An intake that is not a dossier yet: what the clerk has typed and scanned so far.

Drafts stay on the desk and are never sent; receiving one makes the dossier's first journal entry.
"""

from __future__ import annotations

from pydantic import Field

from counter_app.dossier.states import DeliveryMethod, IdentityKind
from counter_app.dossier.value import Sha256, Value


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


class ComponentTicked(Value):
    """How many of each kind of a component were handed in."""

    key: str
    originals: int = Field(default=0, ge=0)
    certified_copies: int = Field(default=0, ge=0)
    copies: int = Field(default=0, ge=0)


class Draft(Value):
    """Everything typed at the intake screen, as it stands."""

    id: str = Field(min_length=8)
    procedure: str = ""  # Mã TTHC, "" until chosen
    owner: PersonTyped = PersonTyped()
    submitter: PersonTyped | None = None
    components: tuple[ComponentTicked, ...] = ()
    sets: int = Field(default=1, ge=1)
    delivery_method: DeliveryMethod = DeliveryMethod.COUNTER
    note: str = ""


class SpooledPage(Value):
    """A page picture that is on disk for a draft or a dossier, and how far its reading has come.

    `holder` is the draft's id or the dossier's code. `picture` names the cleaned picture and `reading` holds the
    result of reading it as JSON, both "" until it was read; `failure` is why it could not be; `document` names the
    document it became a part of. Pages stay in the spool after that, so that a document can be made anew. A
    component's pages are ordered by `position`, then by `id`; `treatment` is how the page is to be taken, as JSON.
    """

    id: int
    holder: str
    component: str
    original: Sha256
    media_type: str
    dpi: int | None
    source: str
    position: float = 0.0
    picture: str = ""
    reading: str = ""
    failure: str = ""
    document: str = ""
    treatment: str = ""
