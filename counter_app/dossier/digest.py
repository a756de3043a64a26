"""The digest of a day: how far the desk's journal went that evening, signed by the desk (Ed25519, RFC 8032).

An entry's hash covers all entries before it, so the head of a day stands for everything the desk ever wrote until then.
Whoever rewrites an entry of before needs another head; the one that lies at the province, or was exported, shows it.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import Field

from counter_app.dossier.value import Sha256, Value

_PURPOSE = "counter day digest 1"  # what is signed is this and nothing that reads alike


class DayDigest(Value):
    """The desk's entries `first` to `last` are those of `day`; `head` is the hash of the last.

    `key` is the desk's public key and `signature` is over all the rest; both in hexadecimal.
    """

    desk: str = Field(min_length=1, max_length=64)
    day: date
    first: int = Field(ge=1, le=2**62)
    last: int = Field(ge=1, le=2**62)
    head: Sha256
    key: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    signature: Annotated[str, Field(pattern=r"^[0-9a-f]{128}$")]

    @classmethod
    def signed(cls, seed: bytes, *, desk: str, day: date, first: int, last: int, head: str) -> Self:
        """The digest under the private key that these 32 bytes are."""
        private = Ed25519PrivateKey.from_private_bytes(seed)
        unsigned = cls(
            desk=desk,
            day=day,
            first=first,
            last=last,
            head=head,
            key=private.public_key().public_bytes_raw().hex(),
            signature="0" * 128,
        )
        return unsigned.model_copy(update={"signature": private.sign(unsigned._said()).hex()})

    def is_signed(self) -> bool:
        """Whether the signature is of the key that it names, over what it says."""
        try:
            public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.key))
            public.verify(bytes.fromhex(self.signature), self._said())
        except (InvalidSignature, ValueError):
            return False
        return True

    def _said(self) -> bytes:
        content = self.model_dump(mode="json", exclude={"signature"}) | {"purpose": _PURPOSE}
        return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
