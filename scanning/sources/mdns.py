"""Scanners that announce themselves on the local network (DNS-SD: _uscans._tcp, _uscan._tcp).

A network that carries no multicast, a machine without network: then none are found, and nothing else happens.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zeroconf import ServiceInfo, ServiceStateChange, Zeroconf

_KINDS = {"_uscans._tcp.local.": "https", "_uscan._tcp.local.": "http"}
"""The encrypted service first: where a device has both, pages do not cross the network in the open."""


_MOST = 50
"""Services that are asked; whoever floods the network with names is not listened to longer."""
_ASKING = 10.0
"""Seconds for all of them: each answers in a thousandth of one."""


@dataclass(frozen=True)
class Announced:
    """An eSCL service as it announces itself."""

    name: str
    """Maker and model, with the place where its owner wrote one down."""
    url: str


def announced(seconds: float) -> list[Announced]:
    """The services heard of within `seconds`, each device once."""
    from zeroconf import ServiceBrowser, Zeroconf

    names: dict[tuple[str, str], None] = {}

    def heard(zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        if len(names) < _MOST:
            names[service_type, name] = None

    try:
        listening = Zeroconf()
    except OSError:  # no network, or none that carries multicast
        return []
    try:
        browser = ServiceBrowser(listening, list(_KINDS), handlers=[heard])
        time.sleep(seconds)
        browser.cancel()
        until = time.monotonic() + _ASKING
        answers = [
            (kind, listening.get_service_info(kind, name, timeout=1000))
            for kind, name in list(names)
            if time.monotonic() < until
        ]
    finally:
        listening.close()
    return _each_once([(kind, info) for kind, info in answers if info is not None])


def _each_once(services: list[tuple[str, ServiceInfo]]) -> list[Announced]:
    found: dict[str, Announced] = {}
    order = list(_KINDS)
    for kind, info in sorted(services, key=lambda service: (order.index(service[0]), service[1].name)):
        facts = {key.lower(): _clean(value or "") for key, value in info.decoded_properties.items()}
        host = next(iter(info.parsed_addresses()), "") or (info.server or "").rstrip(".")
        root = re.sub(r"[^\w./-]", "", facts.get("rs", "eSCL")).strip("/")
        if host and info.port:
            name = facts.get("ty") or _clean(info.name.partition("._")[0])
            label = f"{name} ({facts['note']})" if facts.get("note") else name
            url = f"{_KINDS[kind]}://{f'[{host}]' if ':' in host else host}:{info.port}/{root}"
            found.setdefault(facts.get("uuid") or host, Announced(label, url))
    return list(found.values())


def _clean(text: str) -> str:
    """Whatever a device calls itself, on one line of a list."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())[:60]
