"""What a province is told once, as it stands in a TOML file, and the trust it has in the portal's certificate."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import ssl
import threading
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pydantic import ValidationError

from counter_app import certificates
from counter_app.province.national.centralised_service import CentralisedService
from counter_app.province.national.classic_service import ClassicService
from counter_app.province.national.connection import PortalConnection
from counter_app.province.national.errors import NationalCertificateWrong, NationalUnreachable
from counter_app.province.national.opening import open_service
from counter_app.province.national.settings import NationalSettings, PaperKinds
from tests.province.national.lives import url_of
from tests.serving import serving

TOML = """
dialect = "classic"
url = "https://adapter.nghean.example/"
username = "nghean"
password = "p4ssw0rd"
madonvi = "000.00.00.H41"
dstcode_in = ["header"]
online_payment = "2"
read_seconds = 60

[paper_kinds]
originals = 1
copies = 2

[service_codes]
"1.001193" = "1.001193.01"
"""


def test_the_settings_are_a_table_of_a_toml_file() -> None:
    settings = NationalSettings.model_validate(tomllib.loads(TOML))
    assert settings.url == "https://adapter.nghean.example"
    assert settings.paper_kinds == PaperKinds(originals=1, copies=2)
    assert settings.service_codes == {"1.001193": "1.001193.01"}
    assert settings.password.get_secret_value() == "p4ssw0rd"
    assert "p4ssw0rd" not in repr(settings)
    with pytest.raises(ValidationError):
        NationalSettings.model_validate(tomllib.loads("unknown = 1\n" + TOML))


@pytest.mark.parametrize(
    "url", ["http://adapter.example", "http://127.0.0.1.example", "ftp://a.example", "a.example", ""]
)
def test_dossiers_do_not_travel_in_the_clear(url: str) -> None:
    with pytest.raises(ValidationError):
        NationalSettings(url=url)


def test_the_dialect_names_the_service() -> None:
    classic = NationalSettings(url="https://a.example")
    other = NationalSettings(url="https://a.example", dialect="centralised")
    assert isinstance(open_service(classic, url_of, str.encode), ClassicService)
    assert isinstance(open_service(other, url_of, str.encode), CentralisedService)


@pytest.fixture
def private_portal(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A service with a certificate of its own authority: its address and that certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "portal")])
    today = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - datetime.timedelta(days=1))
        .not_valid_after(today + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .sign(key, hashes.SHA256())
    )
    public, private = tmp_path / "ca.pem", tmp_path / "key.pem"
    public.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    pkcs8, clear = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    private.write_bytes(key.private_bytes(serialization.Encoding.PEM, pkcs8, clear))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # a refused handshake is what is tested
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with serving(server) as port:
        yield f"https://127.0.0.1:{port}", public


def test_a_certificate_nobody_vouches_for_is_refused_until_its_authority_is_entered(
    private_portal: tuple[str, Path],
) -> None:
    url, authority = private_portal
    with pytest.raises(NationalCertificateWrong):
        PortalConnection(NationalSettings(url=url)).post("/login", {})
    assert PortalConnection(NationalSettings(url=url, ca_bundle=str(authority))).post("/login", {}).status_code == 200


@pytest.mark.parametrize("cut", [BrokenPipeError, ConnectionResetError, ssl.SSLEOFError])
@pytest.mark.parametrize("when", [httpx.ConnectError, httpx.WriteError, httpx.ReadError])
def test_a_line_that_breaks_over_the_certificate_names_the_certificate_and_any_other_break_does_not(
    private_portal: tuple[str, Path],
    monkeypatch: pytest.MonkeyPatch,
    when: type[httpx.TransportError],
    cut: type[OSError],
) -> None:
    """As Debian 13 tells of it: the server hangs up before our refusal could be sent."""

    def broken(*_: object) -> httpx.Response:
        raise when("broken") from cut(32, "Broken pipe")

    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", broken)
    monkeypatch.setattr(certificates, "_LAST_WORD", 0.2)
    url, authority = private_portal
    with pytest.raises(NationalCertificateWrong):
        PortalConnection(NationalSettings(url=url)).post("/login", {})
    with pytest.raises(NationalUnreachable):
        PortalConnection(NationalSettings(url=url, ca_bundle=str(authority))).post("/login", {})


def test_a_server_that_hangs_up_right_after_its_certificate_has_its_certificate_refused(
    private_portal: tuple[str, Path],
) -> None:
    """It answers the greeting and closes the line without waiting for ours."""
    _, authority = private_portal
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority, authority.with_name("key.pem"))
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def curt() -> None:
            while True:
                try:
                    line, _ = listening.accept()
                except OSError:
                    return  # the test is over
                heard, said = ssl.MemoryBIO(), ssl.MemoryBIO()
                talk = context.wrap_bio(heard, said, server_side=True)
                heard.write(line.recv(1 << 16))
                with pytest.raises(ssl.SSLWantReadError):
                    talk.do_handshake()
                line.sendall(said.read())
                line.close()

        threading.Thread(target=curt, daemon=True).start()
        url = f"https://127.0.0.1:{listening.getsockname()[1]}"
        with pytest.raises(NationalCertificateWrong):
            PortalConnection(NationalSettings(url=url)).post("/login", {})
        with pytest.raises(NationalUnreachable):
            PortalConnection(NationalSettings(url=url, ca_bundle=str(authority))).post("/login", {})
        listening.shutdown(socket.SHUT_RDWR)


def test_a_portal_that_wants_a_certificate_of_ours_is_told_as_one_about_certificates(
    private_portal: tuple[str, Path],
) -> None:
    _, authority = private_portal
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority, authority.with_name("key.pem"))
    context.load_verify_locations(authority)
    context.verify_mode = ssl.CERT_REQUIRED
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # a refused handshake is what is tested
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with serving(server) as port:
        settings = NationalSettings(url=f"https://127.0.0.1:{port}", ca_bundle=str(authority))
        with pytest.raises(NationalCertificateWrong):
            PortalConnection(settings).post("/login", {})


def test_a_bundle_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NationalCertificateWrong):
        PortalConnection(NationalSettings(url="https://a.example", ca_bundle=str(tmp_path / "none.pem")))
