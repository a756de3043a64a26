"""What both services' objects are: frozen values whose fields are the service's own names in snake case."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict
from pydantic.alias_generators import to_pascal

from counter_app.dossier.value import Value

Flag = Literal["0", "1"]


class Shape(Value):
    """A value as it travels: `ma_ho_so` is `MaHoSo` on the wire, and None is left out."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_pascal, populate_by_name=True)

    def wire(self) -> dict[str, Any]:
        """What goes into the request's JSON."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)
