"""Devices of the office's own network: which are, and what their certificates are worth."""

from __future__ import annotations

import ipaddress
import ssl


def trust(host: str) -> ssl.SSLContext | bool:
    """How to check the certificate of a device, as httpx's `verify`.

    No check inside the office's own network: such devices sign theirs themselves, for no name that could be checked,
    and often with old ciphers. What an eavesdropper there must not read is still encrypted. Beyond it every certificate
    is checked.
    """
    try:
        address = ipaddress.ip_address(host)
        local = address.is_private or address.is_link_local or address.is_loopback
    except ValueError:
        local = host.endswith(".local") or "." not in host
    if not local:
        return True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    return context
