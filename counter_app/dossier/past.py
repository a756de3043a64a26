"""A dossier of an office's past, as it stood in its old book or system: it is looked up, and never worked on here."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from counter_app.dossier.states import Status
from counter_app.dossier.value import Value

_LONGEST = 500  # letters of a cell


class PastDossier(Value):
    """One line of the old book. `code` is the one it had there, in whatever shape; `state` its state in the book's own
    words. Days without an hour: old books have none."""

    code: str = Field(min_length=1, max_length=64)
    owner: str = Field(min_length=1, max_length=200)
    number: str = Field(default="", pattern=r"^(\d{9}|\d{10}|\d{12}|\d{13})?$")  # of the person, or a tax code
    phone: str = Field(default="", max_length=60)
    address: str = Field(default="", max_length=_LONGEST)
    procedure: str = Field(default="", max_length=_LONGEST)
    field: str = Field(default="", max_length=200)
    received_on: date
    due_on: date | None = None
    returned_on: date | None = None
    state: str = Field(default="", max_length=200)
    note: str = Field(default="", max_length=_LONGEST)

    @property
    def status(self) -> Status:
        """The nearest status of today: returned, or at an end whose manner the book alone knows."""
        return Status.RESULT_RETURNED if self.returned_on else Status.DONE
