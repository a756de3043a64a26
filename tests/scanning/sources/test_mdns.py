"""Scanners that announce themselves: heard over the loopback address where this system carries multicast there."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from zeroconf import ServiceInfo, Zeroconf

from scanning.sources import mdns
from scanning.sources.escl import find
from scanning.sources.scanner import InputSource
from tests.scanning.sources.escl_server import NetworkScanner, serving

Announce = Callable[..., None]
Found = TypeVar("Found")


@pytest.fixture
def announce() -> Iterator[Announce]:
    """Lets a device announce itself on this machine only."""
    try:
        network = Zeroconf(interfaces=["127.0.0.1"])
    except OSError as error:
        pytest.skip(f"the loopback address carries no multicast here: {error}")

    def tell(kind: str, name: str, port: int, **facts: str) -> None:
        service = f"{name}.{kind}.local."
        address = [socket.inet_aton("127.0.0.1")]
        network.register_service(ServiceInfo(f"{kind}.local.", service, port, addresses=address, properties=facts))

    yield tell
    network.close()


def heard(look: Callable[[], list[Found]]) -> list[Found]:
    """What a look finds, with the patience of a busy machine: a look of one second may hear nothing there."""
    until = time.monotonic() + 60
    while not (found := look()) and time.monotonic() < until:
        pass
    return found


def test_a_device_is_found_with_its_name_and_answers_at_its_address(
    announce: Announce, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scanning.sources.escl.announced", mdns.announced)
    with serving(NetworkScanner()) as url:
        port = int(url.split(":")[2].split("/")[0])
        announce("_uscan._tcp", "MF-1 tầng 2", port, ty="Máy quét thử MF-1", rs="/eSCL/", note="Phòng\tmột cửa")
        found = heard(lambda: [device for device in find(1.0) if f":{port}/" in device.id])
        assert [(device.id, device.label) for device in found] == [
            (f"escl:http://127.0.0.1:{port}/eSCL", "Máy quét thử MF-1 (Phòng một cửa)")
        ]
        assert InputSource.FEEDER in found[0].options().places


def test_a_device_with_both_services_is_listed_once_with_the_encrypted_one(announce: Announce) -> None:
    for kind, port in (("_uscan._tcp", 45080), ("_uscans._tcp", 45443)):
        announce(kind, "MF-2", port, ty="MF-2", rs="eSCL", uuid="4509a320-00a0-008f-00b6-002507510eca")
    urls = heard(lambda: [service.url for service in mdns.announced(1.0) if service.name == "MF-2"])
    assert urls == ["https://127.0.0.1:45443/eSCL"]


def test_a_network_without_multicast_has_no_scanners_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: object, **__: object) -> Zeroconf:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr("zeroconf.Zeroconf", unreachable)
    assert find(1.0) == []


def test_a_network_flooded_with_names_is_listened_to_no_longer_than_another(
    announce: Announce, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mdns, "_MOST", 1)
    for number in range(2):
        announce("_uscan._tcp", f"Tràn {number}", 45100 + number, ty=f"Tràn {number}")
    assert len(mdns.announced(1.0)) <= 1
