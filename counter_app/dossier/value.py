"""What every value of the core is: frozen, without unknown fields, the same after a journey through JSON.

Inside the program its types are held by mypy (`init_typed` in pyproject.toml); from outside it is read strictly.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Value(BaseModel):
    """A frozen value; unknown fields are refused."""

    # What checks a value is built when the first one of its kind is made: a start needs few of two hundred (a seventh
    # of its time). Pydantic locks while it builds, so any thread may be the first.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """The value with these changes. Raises TypeError for a name that is no field, which pydantic would let pass."""
        if update and not type(self).model_fields.keys() >= update.keys():
            raise TypeError(f"{type(self).__name__} has no {', '.join(update.keys() - type(self).model_fields.keys())}")
        return super().model_copy(update=update, deep=deep)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """The value as a desk, the province or this desk's own store wrote it, nothing taken for what it is not.

        A text is no number, a number no moment and no truth. Raises ValidationError.
        """
        return cls.model_validate_json(text, strict=True)


class FileRef(Value):
    """A file in the files store, named by the SHA-256 of its content; `size` in bytes."""

    sha256: Sha256
    size: int = Field(gt=0)
    media_type: str
