"""By which names the server is asked. What asks for another was not meant for it (DNS rebinding)."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from pathlib import Path

from cryptography import x509

from counter_app.bounded_files import read_file
from counter_app.errors import CounterError, ExitStatus

_LARGEST = 1_000_000  # bytes of a certificate with all that sign it
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class NoHostName(CounterError):
    """Behind a proxy there is no certificate to read the names from."""

    what = "The server is to stand behind a proxy, and was not told by which name it is asked."
    todo = "Give the name in the address of the desks with --names, such as --names mot-cua.example.vn."
    exit_status = ExitStatus.USAGE


class CertificateUnusable(CounterError):
    """The file is missing, or no certificate in PEM."""

    what = "The server's certificate cannot be read ({reason})."
    todo = "Check the file after --certificate: it must be in PEM, the server's own certificate first."
    exit_status = ExitStatus.USAGE


class HostNames:
    """The names this server answers to; this machine's own always are."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = _LOOPBACK | {_plain(name) for name in names}

    def has(self, host: str) -> bool:
        """Whether a Host header (`name` or `name:port`) is one of them, or of a certificate for `*.name`."""
        name = _plain(_without_port(host))
        return name in self._names or f"*.{name.partition('.')[2]}" in self._names


def names_in(certificate: Path) -> list[str]:
    """The names and addresses a certificate is for. Raises CertificateUnusable."""
    try:
        found = x509.load_pem_x509_certificate(read_file(certificate, _LARGEST))
        names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return []
    except (OSError, ValueError) as fault:
        raise CertificateUnusable(type(fault).__name__, reason=type(fault).__name__) from fault
    addresses = [str(address) for address in names.get_values_for_type(x509.IPAddress)]
    return [*names.get_values_for_type(x509.DNSName), *addresses]


def is_loopback(host: str) -> bool:
    """Whether only this machine can ask at that address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    if host.startswith("[") or (colon and port.isdecimal() and ":" not in name):
        return name if colon and not host.endswith("]") else host
    return host


def _plain(name: str) -> str:
    return name.strip().strip("[]").rstrip(".").lower()
