"""The TOML file of `counter server --national`: the portal, and where this server is for it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError, model_validator

from counter_app.bounded_files import read_file
from counter_app.dossier.value import Value
from counter_app.errors import CounterError
from counter_app.province.national.connection import PortalConnection
from counter_app.province.national.settings import NationalSettings, guarded
from counter_app.province.national_lease import LEASE_SECONDS

_LARGEST = 100_000  # bytes


class BadNationalSettings(CounterError):
    """The file of --national cannot be read, or says something impossible."""

    what = "The settings of the national gateway cannot be used: {fault}."
    todo = "Correct the file after --national; deploy/national.toml.example shows one."


class GatewaySettings(Value):
    """What the server must know to hand dossiers over."""

    national: NationalSettings
    public_url: Annotated[str, AfterValidator(guarded)] | None = None  # of this server, where the portal fetches files
    link_hours: int = Field(default=72, ge=1, le=24 * 90)  # for which the portal may fetch a file, at least
    every_seconds: float = Field(default=5.0, ge=0.05, le=3600)  # between looks for what is due
    lease_seconds: int = Field(default=LEASE_SECONDS, ge=2, le=3600)

    @model_validator(mode="after")
    def _can_be_fetched(self) -> GatewaySettings:
        if self.national.dialect == "classic" and self.public_url is None:
            raise ValueError("public_url: the classic service fetches files from this server")
        return self


def load_gateway(path: Path) -> GatewaySettings:
    """Reads and checks the file. Raises BadNationalSettings, NationalCertificateWrong."""
    try:
        settings = GatewaySettings.model_validate(tomllib.loads(read_file(path, _LARGEST).decode()))
    except (OSError, UnicodeDecodeError) as fault:
        raise BadNationalSettings(type(fault).__name__, fault=type(fault).__name__) from fault
    except tomllib.TOMLDecodeError as fault:
        raise BadNationalSettings(fault=str(fault)) from fault
    except ValidationError as fault:
        first = fault.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadNationalSettings(place, fault=f"{place}: {first['msg']}" if place else first["msg"]) from None
    PortalConnection(settings.national).close()  # a certificate that is not there is told of before anything is served
    return settings
