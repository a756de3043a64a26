"""The version of the program a province offers: a signed offer and its package, in one folder.

The key that signs stays with whoever publishes; the server shows what it was given, and desks prove it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from counter_app.durable import write_durably
from counter_app.updates.errors import UpdateForged
from counter_app.updates.offer import Offer, SignedOffer, sign

PIECE = 1_000_000  # bytes of the package a request gives
_OFFER = "offer.json"


class UpdateFolder:
    """The folder, read anew at each question."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def offer_for(self, agency: str) -> SignedOffer | None:
        """What is offered to the desks of an agency; None while there is nothing for them, or not all of it yet."""
        try:
            signed = SignedOffer.from_json((self._folder / _OFFER).read_bytes())
            offer = signed.unproved()
            whole = self._package(offer.sha256).stat().st_size == offer.size
        except (OSError, ValueError, UpdateForged):
            return None
        return signed if whole and offer.is_for(agency) else None

    def piece(self, sha256: str, after: int) -> bytes | None:
        """The package's bytes after so many; None where it is not offered any more."""
        try:
            with self._package(sha256).open("rb") as package:
                package.seek(after)
                return package.read(PIECE)
        except FileNotFoundError:
            return None

    def put(self, package: Path, offer: Offer, key: Ed25519PrivateKey) -> None:
        """Offers a package from now on. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._package(f".{offer.sha256}")
        shutil.copyfile(package, part)
        part.replace(self._package(offer.sha256))
        write_durably(self._folder / _OFFER, sign(offer, key).model_dump_json().encode())

    def _package(self, sha256: str) -> Path:
        return self._folder / f"{sha256}.zip"
