"""What every value of the core is: frozen, strictly validated, the same after a journey through JSON."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Value(BaseModel):
    """A frozen, strictly validated value; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FileRef(Value):
    """A file in the files store, named by the SHA-256 of its content; `size` in bytes."""

    sha256: Sha256
    size: int = Field(gt=0)
    media_type: str
