"""A store's secret, wrapped by words: a passphrase, a printed recovery key, the password of somebody who works here.

From the words a key pair is drawn (argon2id or scrypt, then X25519, RFC 7748). Its public half is kept beside what it
wraps: so the secret is sealed (AES-256-GCM) for all of them at once, a new one too, without anybody typing their words.
"""

from __future__ import annotations

import re
import secrets
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from pydantic import Field

from counter_app.dossier.value import Value
from counter_app.passwords import LONGEST, key_of

_COST = 2**16  # of scrypt; other costs, of Argon2id too, need a field here: what was wrapped with these opens by these
_LOOKALIKES = str.maketrans({"0": "O", "1": "I", "8": "B"})
_SECRETS = r"^([0-9a-f]{96}|[0-9a-f]{160})$"  # one, or two while the key is renewed; 16 bytes seal them


class KeyKind(StrEnum):
    """What a wrapping is opened by."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"
    PASSWORD = "password"


class Wrapping(Value):
    """Secrets of a store, wrapped; all bytes in hexadecimal. Without `public` it was made by a program of before,
    which sealed with a key drawn from the words, so that only the words seal anew."""

    kind: KeyKind
    salt: str = Field(pattern=r"^[0-9a-f]{32}$")
    nonce: str = Field(pattern=r"^[0-9a-f]{24}$")
    secret: str = Field(pattern=_SECRETS)
    public: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    ephemeral: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")

    @property
    def sealing_key(self) -> SealingKey | None:
        """What seals for the same words; None where only they do."""
        return SealingKey(kind=self.kind, salt=self.salt, public=self.public) if self.public else None

    def opened(self, words: str, bound: str = "") -> bytes | None:
        """The secrets; None where these are not the words, or it was sealed for another purpose."""
        drawn = _drawn(self.kind, words, bytes.fromhex(self.salt))
        try:
            if self.public:
                theirs = X25519PublicKey.from_public_bytes(bytes.fromhex(self.ephemeral))
                shared = X25519PrivateKey.from_private_bytes(drawn).exchange(theirs)
                drawn = _agreed(shared, self.public, self.ephemeral)
            return AESGCM(drawn).decrypt(bytes.fromhex(self.nonce), bytes.fromhex(self.secret), bound.encode())
        except (InvalidTag, ValueError):  # ValueError: a public half that is none, in a damaged file
            return None


class SealingKey(Value):
    """The public half of the key pair that some words give: whoever has it seals, whoever has the words opens."""

    kind: KeyKind
    salt: str = Field(pattern=r"^[0-9a-f]{32}$")
    public: str = Field(pattern=r"^[0-9a-f]{64}$")

    @classmethod
    def of(cls, kind: KeyKind, words: str) -> SealingKey:
        """The one of these words, with a salt of its own: a tenth of a second for a password, two for the others."""
        salt = secrets.token_bytes(16)
        private = X25519PrivateKey.from_private_bytes(_drawn(kind, words, salt))
        return cls(kind=kind, salt=salt.hex(), public=private.public_key().public_bytes_raw().hex())

    @classmethod
    def read(cls, text: str) -> SealingKey | None:
        """Of a password, as an account's entry has it; None where it has none."""
        salt, _, public = text.partition("$")
        return cls(kind=KeyKind.PASSWORD, salt=salt, public=public) if public else None

    def written(self) -> str:
        """As an account's entry has it."""
        return f"{self.salt}${self.public}"

    def sealed(self, secret: bytes, bound: str = "") -> Wrapping:
        """The secret, wrapped; it opens only for who names what it is `bound` to, too."""
        ephemeral, nonce = X25519PrivateKey.generate(), secrets.token_bytes(12)
        mine = ephemeral.public_key().public_bytes_raw().hex()
        shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(self.public)))
        sealed = AESGCM(_agreed(shared, self.public, mine)).encrypt(nonce, secret, bound.encode())
        return Wrapping(
            kind=self.kind,
            salt=self.salt,
            nonce=nonce.hex(),
            secret=sealed.hex(),
            public=self.public,
            ephemeral=mine,
        )


def recovery_letters(typed: str) -> str:
    """What counts of a key that was typed: capitals or not, with what looks alike taken for what it was."""
    return re.sub(r"[^A-Z2-7]", "", typed.upper().translate(_LOOKALIKES))


def _agreed(shared: bytes, public: str, ephemeral: str) -> bytes:
    salt = bytes.fromhex(public) + bytes.fromhex(ephemeral)
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"counter wrapping").derive(shared)


def _drawn(kind: KeyKind, words: str, salt: bytes) -> bytes:
    """32 bytes from the words. Raises TooManyTries."""
    if kind is KeyKind.PASSWORD:
        return key_of(words[:LONGEST], salt)
    meant = recovery_letters(words) if kind is KeyKind.RECOVERY else words
    return Scrypt(salt=salt, length=32, n=_COST, r=8, p=1).derive(meant.encode())
