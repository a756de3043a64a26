"""Who signed a PDF, and when: as it says of itself, checked by nobody here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pikepdf
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from pikepdf import Array, Dictionary, Name

from counter_app.dossier.pages import Signature
from scanning.formats.pdf_tree import PDF_FAULTS

_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([-+Z])(?:(\d\d)'?(\d\d)?)?)?")
"""ISO 32000-1, 7.9.4."""
_MOST_FIELDS = 10_000
_LONGEST_NAME = 200
"""Letters; X.520 allows 64 in a certificate."""


def signatures_of(document: pikepdf.Pdf) -> tuple[Signature, ...]:
    """The signatures of a document in the order of its form; stamps of time are none."""
    try:
        found = list(_signature_values(document))
    except PDF_FAULTS:
        return ()
    return tuple(dict.fromkeys(filter(None, map(_signature, found))))


def _signature_values(document: pikepdf.Pdf) -> Iterator[Any]:
    """The value of each signature field that was signed."""
    form = document.Root.get("/AcroForm")
    fields = form.get("/Fields") if isinstance(form, Dictionary) else None
    waiting: list[tuple[Any, Any]] = (
        [(field, None) for field in reversed(list(fields))] if isinstance(fields, Array) else []
    )
    seen: set[tuple[int, int]] = set()
    while waiting and len(seen) < _MOST_FIELDS:
        field, inherited = waiting.pop()
        if not isinstance(field, Dictionary) or field.objgen in seen:
            continue
        if field.is_indirect:
            seen.add(field.objgen)
        kind = field.get("/FT", inherited)
        value = field.get("/V")
        if kind == Name.Sig and isinstance(value, Dictionary) and value.get("/Type", Name.Sig) == Name.Sig:
            yield value
        kids = field.get("/Kids")
        waiting += [(kid, kind) for kid in reversed(list(kids))] if isinstance(kids, Array) else []


def _signature(value: Any) -> Signature | None:
    try:
        contents = value.get("/Contents")
        if not isinstance(contents, pikepdf.String) or not bytes(contents).strip(b"\0"):
            return None
        told = str(value.get("/Name", ""))
        return Signature(_printable(_name_in(bytes(contents)) or told), _time(str(value.get("/M", ""))))
    except PDF_FAULTS:
        return None


def _name_in(container: bytes) -> str:
    """The common name of the one whose certificate is in a CMS container; "" where none can be read."""
    try:
        certificates = pkcs7.load_der_pkcs7_certificates(_unpadded(container))
        issuers = {certificate.issuer for certificate in certificates if certificate.issuer != certificate.subject}
        own = [certificate for certificate in certificates if certificate.subject not in issuers] or certificates
        names = own[0].subject.get_attributes_for_oid(NameOID.COMMON_NAME) if own else []
        return str(names[0].value).strip() if names else ""
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return ""


def _printable(name: str) -> str:
    """A name for one line; letters that are not seen could make it look like another."""
    kept = "".join(letter if letter.isprintable() else " " for letter in name)
    return " ".join(kept.split())[:_LONGEST_NAME]


def _unpadded(container: bytes) -> bytes:
    """Without the zeros behind it: room is kept for a signature before its length is known."""
    size = container[1] & 0x7F if len(container) > 1 else 0
    if container[1:2] < b"\x81" or size > 4:  # a short one, or one whose length only its end tells
        return container
    return container[: 2 + size + int.from_bytes(container[2 : 2 + size], "big")]


def _time(text: str) -> str | None:
    """ISO 8601 of a PDF's date; with the zone where it has one."""
    parts = _DATE.match(text.strip())
    if parts is None:
        return None
    numbers = [int(part) if part else least for part, least in zip(parts.groups()[:6], (0, 1, 1, 0, 0, 0), strict=True)]
    sign, hours, minutes = parts.groups()[6:]
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    try:
        zone = timezone(-offset if sign == "-" else offset) if sign else None
        return datetime(*numbers, tzinfo=zone).isoformat()  # type: ignore[arg-type, misc]
    except ValueError:
        return None
