"""What a province offers its desks: a version of the program, signed with its Ed25519 key."""

from __future__ import annotations

import base64
import binascii
from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import ConfigDict, Field, ValidationError

from counter_app.dossier.day_hours import Hours
from counter_app.dossier.value import Value
from counter_app.updates.errors import UpdateForged

VERSION = r"^[0-9]{1,6}(\.[0-9]{1,6}){1,3}$"
_SHA256 = r"^[0-9a-f]{64}$"
_LARGEST = 200_000_000  # bytes of a package


class Offer(Value):
    """One version: the package's hash and size in bytes, the hash of the lock file of the libraries it runs with, the
    agencies whose desks may have it (none: all), and the hours in which it is fetched, as in a profile. What a later
    publisher says beside that is passed over."""

    model_config = ConfigDict(extra="ignore")

    product: Literal["counter"] = "counter"
    version: str = Field(pattern=VERSION)
    sha256: str = Field(pattern=_SHA256)
    size: int = Field(gt=0, le=_LARGEST)
    libraries: str = Field(pattern=_SHA256)
    offices: tuple[str, ...] = ()
    hours: tuple[Hours, ...] = ()

    def is_for(self, agency: str) -> bool:
        """Whether the desks of this agency are among those it is for."""
        return not self.offices or agency in self.offices


class SignedOffer(Value):
    """An offer as the very text that was signed, and its signature (Base64)."""

    offer: str = Field(max_length=200_000)
    signature: str = Field(max_length=200)

    def read(self, public_key: str) -> Offer:
        """The offer, if the owner of this key (hexadecimal) signed it. Raises UpdateForged."""
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
            key.verify(base64.b64decode(self.signature, validate=True), self.offer.encode())
            return self.unproved()
        except (InvalidSignature, ValueError, binascii.Error) as fault:
            raise UpdateForged(type(fault).__name__) from fault

    def unproved(self) -> Offer:
        """What it says, whoever signed it. Raises UpdateForged where that is no offer."""
        try:
            return Offer.from_json(self.offer)
        except ValidationError as fault:
            raise UpdateForged("no offer") from fault


def sign(offer: Offer, key: Ed25519PrivateKey) -> SignedOffer:
    """The offer with the signature of the key's owner."""
    said = offer.model_dump_json()
    return SignedOffer(offer=said, signature=base64.b64encode(key.sign(said.encode())).decode())


def is_newer(version: str, than: str) -> bool:
    """Whether a version comes after another: 0.10 after 0.9."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> list[int]:
    numbers = [int(part) for part in version.split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return numbers
