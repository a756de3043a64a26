"""The line to a national service: HTTP whose every failure has a name. Nothing is sent twice here."""

from __future__ import annotations

import json
import ssl
import uuid
from typing import Any

import httpx

from counter_app.bounded_http import BoundedClient
from counter_app.certificates import certificate_refused, is_about_certificates, was_cut
from counter_app.province.national.errors import NationalCertificateWrong, NationalUnreachable, NotTheNationalService
from counter_app.province.national.settings import NationalSettings

_HEADERS = {"Accept": "application/json", "Content-Type": "application/json", "Charset": "utf-8"}
_LARGEST = 16_000_000  # bytes of an answer, unpacked
_NAMESPACE = uuid.UUID("3a1f6a53-2f3b-5c0e-9d59-1c7a6d0b8e41")


class PortalConnection:
    """A connection to the service the settings name. Raises NationalCertificateWrong where their CA bundle cannot be
    read."""

    def __init__(self, settings: NationalSettings) -> None:
        limits = httpx.Timeout(settings.read_seconds, connect=settings.connect_seconds)
        try:
            trusted = (
                ssl.create_default_context(cafile=settings.ca_bundle)
                if settings.ca_bundle
                else httpx.create_ssl_context()
            )
        except OSError as fault:
            raise NationalCertificateWrong(f"ca_bundle {type(fault).__name__}") from fault
        self._http = BoundedClient(timeout=limits, verify=trusted, follow_redirects=False)
        self._url = settings.url
        self._trusted, self._patience = trusted, settings.connect_seconds
        self._seconds = 2 * settings.read_seconds

    def close(self) -> None:
        """Ends the connection."""
        self._http.close()

    def post(
        self, endpoint: str, body: Any, *, headers: dict[str, str] | None = None, query: dict[str, str] | None = None
    ) -> httpx.Response:
        """Sends JSON. Raises NationalUnreachable, NationalCertificateWrong, NotTheNationalService."""
        content = json.dumps(body, ensure_ascii=False).encode()
        return self._send(endpoint, content=content, headers=_HEADERS | (headers or {}), params=query or {})

    def upload(self, endpoint: str, name: str, content: bytes, *, headers: dict[str, str]) -> httpx.Response:
        """Sends a file as a form. Raises what `post` raises."""
        return self._send(endpoint, files={"file": (name, content)}, headers={"Accept": "application/json"} | headers)

    def _send(self, endpoint: str, **parts: Any) -> httpx.Response:
        try:
            return self._http.ask("POST", self._url + endpoint, largest=_LARGEST, seconds=self._seconds, **parts)
        except (httpx.UnsupportedProtocol, httpx.InvalidURL, httpx.DecodingError) as fault:
            raise NotTheNationalService(type(fault).__name__) from fault
        except httpx.HTTPError as fault:
            if is_about_certificates(fault) or (was_cut(fault) and self._refuses()):
                raise NationalCertificateWrong(type(fault).__name__) from fault
            raise NationalUnreachable(type(fault).__name__) from fault

    def _refuses(self) -> bool:
        return certificate_refused(self._url, self._trusted, self._patience)


def message_id(settings: NationalSettings, body: Any, step: int) -> dict[str, str]:
    """The header that names a message: the same however often it is sent, so that the other side can know it again.

    `step` is the dossier's: a dossier that comes back to an earlier state is told of in another message.
    """
    if not settings.message_id_header:
        return {}
    content = json.dumps([step, body], ensure_ascii=False, sort_keys=True)
    return {settings.message_id_header: str(uuid.uuid5(_NAMESPACE, content))}
