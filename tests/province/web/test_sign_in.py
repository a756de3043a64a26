"""Who gets in to the pages, and who stays out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from starlette.requests import Request

from counter_app.dossier import clock
from counter_app.passwords import TooManyTries, is_password, kept_of
from counter_app.province import commands
from counter_app.province.serve import RunningServer, Settings, running_server
from counter_app.province.services import Services
from counter_app.province.web.accounts import Accounts, NoSuchOffice, WrongPassword
from counter_app.province.web.visits import Turnstile, Visit
from tests.dossier.entries import CODE, received
from tests.province.conftest import Caller, Journal
from tests.province.web.conftest import OFFICIAL, Browser, password_of

PAGES = ("/dossiers", f"/dossiers/{CODE}", f"/dossiers/{CODE}/files/{'a' * 64}", "/conflicts", "/desks", "/password")


def test_without_signing_in_every_page_leads_to_the_sign_in(province: RunningServer, caller: Caller) -> None:
    caller.push([Journal().write(received())])
    with Browser(province) as stranger:
        for page in PAGES:
            answer = stranger.get(page)
            assert (answer.status_code, answer.headers["location"]) == (303, "/web/sign-in"), page
            assert "Hương" not in answer.text
        for form in (f"/dossiers/{CODE}/status", f"/dossiers/{CODE}/results", "/desks/new", "/sign-out"):
            assert stranger.post(form, data={}).status_code == 303


def test_an_official_signs_in_and_out(province: RunningServer) -> None:
    password = password_of(province)
    with Browser(province) as official:
        assert official.get("/").headers["location"] == "/web/dossiers"
        wrong = official.sign_in(OFFICIAL, "quite another one")
        unknown = official.sign_in("Nobody <b>", password)
        assert (wrong.status_code, unknown.status_code) == (401, 401)
        assert "Tên hoặc mật khẩu không đúng." in wrong.text
        assert "Tên hoặc mật khẩu không đúng." in unknown.text
        assert "<b>" not in unknown.text
        assert official.sign_in(unicodedata.normalize("NFD", OFFICIAL), password).status_code == 303
        assert official.get("/dossiers").status_code == 200
        session = official.cookies["counter_session"]
        assert official.submit("/dossiers", "/sign-out").headers["location"] == "/web/sign-in"
        official.cookies.set("counter_session", session)
        assert official.get("/dossiers").status_code == 303, "the old cookie is worth nothing any more"


def test_the_cookie_is_kept_from_scripts_and_other_sites_and_goes_by_tls_only(
    province: RunningServer, tmp_path: Path
) -> None:
    password = password_of(province)
    with Browser(province) as near:
        cookie = near.sign_in(OFFICIAL, password).headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert "Secure" not in cookie, "on loopback there is no TLS"
    with running_server(tmp_path / "far", names=["motcua.example.vn"]) as there, Browser(there) as far:
        far.headers["Host"] = "motcua.example.vn"
        first = far.get("/sign-in")
        assert first.headers["set-cookie"].startswith("__Host-counter_visit=")
        assert "Secure" in first.headers["set-cookie"]
        assert "max-age" in first.headers["strict-transport-security"]


@pytest.mark.parametrize("page", ["/sign-in", "/dossiers", "/nothing", "/style.css", "/sign-out"])
def test_every_answer_keeps_browsers_careful(signed_in: Callable[..., Browser], page: str) -> None:
    headers = signed_in().get(page).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script" not in headers["content-security-policy"], "there is none, and none is let in"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == ("no-cache" if page == "/style.css" else "no-store")


def test_a_form_from_elsewhere_changes_nothing(
    province: RunningServer, caller: Caller, signed_in: Callable[..., Browser]
) -> None:
    caller.push([Journal().write(received())])
    official, colleague = signed_in(), signed_in("Lê Văn Mẫu")
    theirs = colleague.seal("/desks")
    for seal in ({}, {"seal": ""}, {"seal": "a.b"}, {"seal": theirs}, {"seal": "é.é"}):
        answer = official.post(f"/dossiers/{CODE}/status", data={"status": "9", "step": "1", **seal})
        assert answer.status_code == 403
        assert "Biểu mẫu này đã quá cũ" in answer.text
        assert official.post("/desks/H41.99:1/revoke", data=seal).status_code == 403
    assert caller.get("/v2/entries").json()["entries"] == []
    with Browser(province) as stranger:
        password = password_of(province, "Phạm Thị Mẫu")
        assert stranger.post("/sign-in", data={"name": "Phạm Thị Mẫu", "password": password}).status_code == 403


def test_seals_differ_from_page_to_page_and_each_holds(signed_in: Callable[..., Browser]) -> None:
    official = signed_in()
    first, second = official.seal("/desks"), official.seal("/desks")
    assert first != second
    assert official.post("/sign-out", data={"seal": first}).status_code == 303


def test_passwords_cannot_be_tried_in_a_row(province: RunningServer) -> None:
    password = password_of(province)
    with Browser(province) as official:
        tries = [official.sign_in(OFFICIAL, f"guess {number}").status_code for number in range(12)]
        assert tries == [401] * 10 + [429] * 2
        locked = official.sign_in(OFFICIAL, password)
        assert locked.status_code == 429, "the right one has to wait too"
        assert "giây rồi thử lại" in locked.text


def test_an_official_chooses_another_password_and_signs_in_with_it(province: RunningServer) -> None:
    password = password_of(province)
    with Browser(province) as official, Browser(province) as elsewhere:
        official.sign_in(OFFICIAL, password)
        elsewhere.sign_in(OFFICIAL, password)
        short = {"old": password, "new": "short", "again": "short"}
        apart = {"old": password, "new": "mật khẩu rất dài", "again": "mật khẩu rất dàì"}
        wrong = {"old": "wrong", "new": "mật khẩu rất dài", "again": "mật khẩu rất dài"}
        for fields in (short, apart, wrong):
            assert official.submit("/password", "/password", **fields).status_code == 422
        assert official.submit("/password", "/password", **{**wrong, "old": password}).status_code == 303
        assert elsewhere.get("/dossiers").status_code == 303, "other sessions have ended"
        assert official.sign_in(OFFICIAL, password).status_code == 401
        assert official.sign_in(OFFICIAL, "mật khẩu rất dài").status_code == 303


def test_a_revoked_official_is_out_at_once(province: RunningServer, signed_in: Callable[..., Browser]) -> None:
    official = signed_in()
    province.services.desks.revoke_official(OFFICIAL)
    assert official.get("/dossiers").status_code == 303
    assert official.sign_in(OFFICIAL, "whatever").status_code == 401


def test_sessions_end_when_idle_and_at_the_end_of_the_day(services: Services) -> None:
    now = [datetime(2026, 11, 25, 8, 0, tzinfo=clock.VIETNAM)]
    accounts = Accounts(services.engine, lambda: now[0])
    services.desks.add_official(OFFICIAL)
    password = accounts.give_password(OFFICIAL, None)
    idle, busy = accounts.sign_in(OFFICIAL, password), accounts.sign_in(OFFICIAL, password)
    for _ in range(13):
        now[0] += timedelta(minutes=45)
        assert accounts.official(busy)
    assert accounts.official(idle) is None
    now[0] += timedelta(minutes=45)
    assert accounts.official(busy) is None, "ten hours are over"
    with pytest.raises(WrongPassword):
        accounts.sign_in(OFFICIAL, password[:-1])


@pytest.mark.usefixtures("costly_passwords")
def test_passwords_are_kept_so_that_nobody_reads_them() -> None:
    kept, again = kept_of("mật khẩu rất dài"), kept_of("mật khẩu rất dài")
    assert kept.startswith("argon2id$47104$2$1$"), "46 MiB and two rounds"
    assert kept != again, "each has a salt of its own"
    assert is_password(unicodedata.normalize("NFD", "mật khẩu rất dài"), kept)
    assert not is_password("mat khau rat dai", kept)
    assert not is_password("", None)


def test_the_technician_adds_and_lists_officials(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(files=tmp_path)
    commands.add_official(settings, "Trần  Thị Mẫu")
    commands.add_official(settings, "Lê Văn Mẫu", "H41.15")
    with pytest.raises(NoSuchOffice):
        commands.add_official(settings, "Phạm Thị Mẫu", "../etc")
    told = capsys.readouterr().out
    assert told.count("Mật khẩu của") == 2
    commands.revoke_official(settings, "Lê Văn Mẫu")
    commands.list_officials(settings)
    listed = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in listed] == ["Lê Văn Mẫu", "Trần Thị Mẫu"]
    assert "H41.15" in listed[0]
    assert "đã thu hồi" in listed[0]
    assert "mọi cơ quan" in listed[1]


def test_whoever_tries_an_officials_name_from_elsewhere_keeps_them_not_out() -> None:
    def of(address: str) -> Visit:
        scope = {"type": "http", "client": (address, 5000), "headers": []}
        return Visit(Request(scope), None, "", lambda: "")

    turnstile = Turnstile()
    for _ in range(10):
        turnstile.pass_one(of("203.0.113.7"), OFFICIAL)
    with pytest.raises(TooManyTries):
        turnstile.pass_one(of("203.0.113.7"), OFFICIAL.upper())
    turnstile.pass_one(of("198.51.100.9"), OFFICIAL)
