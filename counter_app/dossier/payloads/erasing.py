"""Payloads of erasing: what is gone, and what remains."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from counter_app.dossier.payloads.payload import Payload, Reason
from counter_app.dossier.value import Sha256, Value


class ErasedEntry(Value):
    """An entry whose content is gone; `remains` is the payload (JSON) without people and what they said."""

    desk: str = Field(min_length=1, max_length=64)
    sequence: int = Field(ge=1)
    remains: str = ""


class DataErased(Payload):
    """What a dossier, or a guidance case, said about people was erased (Luật 91/2025/QH15): by whose decision and why.

    The erased entries keep their hashes, so that the chain holds; the dossier goes on as their remains make it. `files`
    are deleted wherever they lie.
    """

    kind: Literal["data_erased"] = "data_erased"
    reason: Reason = Field(min_length=1)
    signer: str = ""
    erased: tuple[ErasedEntry, ...]
    files: tuple[Sha256, ...] = ()


class FilesDeleted(Payload):
    """Scans that belong to no dossier were deleted, because the rules keep them no longer."""

    kind: Literal["files_deleted"] = "files_deleted"
    rule: str = Field(min_length=1)
    days: int = Field(ge=0)
    files: tuple[Sha256, ...] = Field(min_length=1)
