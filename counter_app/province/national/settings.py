"""What a province is told once about the national service it hands over to. A table of its server's TOML file."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr

from counter_app.dossier.value import Value

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def guarded(url: str) -> str:
    """The address without a slash at its end. Raises ValueError where what is sent there can be read on the way."""
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return url.rstrip("/")
    raise ValueError("an https:// address; dossiers do not travel in the clear")


class PaperKinds(Value):
    """The service's numbers for what a paper is (LoaiGiayTo, LoaiBan); None as long as nobody confirmed them."""

    originals: int | None = None  # Bản chính
    certified_copies: int | None = None  # Bản chứng thực
    copies: int | None = None  # Bản photo


class NationalSettings(Value):
    """The service, where it is, who this province is there, and the numbers its contract gives.

    Defaults of endpoints and numbers are what public clients use; the contract decides.
    """

    dialect: Literal["classic", "centralised"] = "classic"
    url: Annotated[str, AfterValidator(guarded)]  # of the agency's adapter, or of the centralised service
    ca_bundle: str = ""  # a PEM file, where the service's certificate is of a private authority
    connect_seconds: float = Field(default=10.0, gt=0, le=120)
    read_seconds: float = Field(default=60.0, gt=0, le=600)
    message_id_header: str = "X-Road-Id"  # "" sends none

    # the classic service
    username: str = ""
    password: SecretStr = SecretStr("")
    madonvi: str = ""
    dstcode: str = "VN:GOV:000.00.00.G22:vpcpdvcprovider"
    dstcode_in: tuple[Literal["query", "header"], ...] = ("query", "header")
    login_endpoint: str = "/RestService/forward/mapi/login"
    integration_endpoint: str = "/RestService/forward/mapi/g"
    share_endpoint: str = "/RestService/forward/mapi/g"
    place_here: str = "2"  # NoiNopHoSo of what was handed in here
    place_portal: str = "1"  # NoiNopHoSo of what came by the national portal
    online_payment: Literal["", "1", "2"] = ""  # by which gateway online payments go: 1 national, 2 the province's

    # the centralised service
    client_id: str = ""
    client_secret: SecretStr = SecretStr("")
    token_endpoint: str = "/token"
    number_endpoint: str = "/GetNextValue"
    upload_endpoint: str = "/UploadFile"
    create_endpoint: str = "/CreateDossier"
    progress_endpoint: str = "/CapNhatTienTrinh"
    status_endpoint: str = "/CapNhatTrangThai"
    numbers_from_service: bool = False  # it numbers the dossiers itself (GetNextValue)
    service_codes: dict[str, str] = Field(default_factory=dict)  # MaDichVuCong by the procedure's code

    paper_kinds: PaperKinds = PaperKinds()
