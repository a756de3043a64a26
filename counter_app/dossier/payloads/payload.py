"""What every payload is: what one journal entry says."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from counter_app.dossier.value import Value

Reason = Annotated[str, Field(max_length=2000)]


class Payload(Value):
    """What one entry says; `kind` is the name by which the journal knows its type."""

    kind: str
