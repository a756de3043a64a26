"""The service a province's settings name."""

from __future__ import annotations

from counter_app.province.national.centralised_service import CentralisedService, ContentOf
from counter_app.province.national.classic import UrlOf
from counter_app.province.national.classic_service import ClassicService
from counter_app.province.national.gateway import NationalService
from counter_app.province.national.settings import NationalSettings


def open_service(settings: NationalSettings, url_of: UrlOf, content_of: ContentOf) -> NationalService:
    """The service in its dialect. The classic one fetches files itself (`url_of`), the other is given them."""
    if settings.dialect == "classic":
        return ClassicService(settings, url_of)
    return CentralisedService(settings, content_of)
