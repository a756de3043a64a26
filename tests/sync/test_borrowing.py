"""A paper that one office digitised serves at another: by the province, with an entry at both sides."""

from __future__ import annotations

import hashlib
import http.server
import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from counter_app.config import Server
from counter_app.desk import receiving, reusing
from counter_app.desk.desk import Desk
from counter_app.desk.entered_with_receipt import NothingToReuse
from counter_app.dossier import clock
from counter_app.dossier.codes import is_case
from counter_app.dossier.draft import ComponentTicked, Draft
from counter_app.dossier.payloads.papers import ComponentReused, PaperLent
from counter_app.procedures.reuse_rules import load_reuse
from counter_app.province.admission import Limits
from counter_app.province.lending_figures import LendingLine, lending_lines
from counter_app.province.serve import running_server
from counter_app.province.tables import paper_requests, papers_lent
from counter_app.resources import resource
from counter_app.store.files import FileMissing
from counter_app.sync.errors import NotTheServer, PapersRefused, ServerUnreachable
from counter_app.sync.wire import PRODUCT, PROTOCOL, PapersFound
from tests.conftest import CLERK, filled
from tests.province.conftest import Caller
from tests.serving import serving
from tests.sync.offices import EXCHANGED, HERE, NUMBER, PDF, THERE, Offices, digitised_there, exchange

STRANGER, MARRIAGE = "040188009999", "1.000894"
ADOPTION = "1.003005"  # asks for a "Phiếu lý lịch tư pháp"


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[Offices]:
    with ExitStack() as open_ones:
        province = open_ones.enter_context(running_server(tmp_path / "server", limits=Limits(papers_burst=15)))
        yield Offices(tmp_path, province, open_ones)


def begun(desk: Desk, *keys: str) -> Draft:
    draft = filled(desk.new_draft(), EXCHANGED, *keys)
    desk.keep_draft(draft)
    return draft


def test_what_one_office_digitised_serves_at_another_and_both_journals_say_so(offices: Offices) -> None:
    there, here = offices.there, offices.here
    before = digitised_there(there)
    exchange(offices.province, there, here)
    draft = begun(here, "don")
    assert reusing.lying_there(here, draft) == (), "nothing of it lies here"

    found = offices.ask(reason=draft.id)
    assert [paper.key for paper in found.papers] == ["giay-chung-nhan"], "the form is of its dossier alone"
    (offer,) = reusing.lying_there(here, draft, found.papers)
    assert offer.lent and offer.paper.source.dossier == before.code
    offices.borrow(found, offer.paper, reason=draft.id)
    offices.borrow(found, offer.paper, reason=draft.id)  # once more after a line that broke off
    borrowed = [entry for entry in here.store.entries.own_after(0, 100) if entry.kind == "paper_borrowed"]
    assert len(borrowed) == 2 and {is_case(entry.dossier) for entry in borrowed} == {True}, "there before any receipt"
    assert here.store.files.get(offer.paper.document.sha256) == PDF

    tick = ComponentTicked(key=offer.component, reused=offer.ticked(NUMBER))
    draft = draft.model_copy(update={"components": (*draft.components, tick)})
    other = draft.owner.model_copy(update={"identity_number": STRANGER})
    here.keep_draft(draft.model_copy(update={"owner": other}))
    with pytest.raises(NothingToReuse):
        receiving.receive(here, draft.id)
    here.keep_draft(draft)
    dossier = receiving.receive(here, draft.id)
    (written,) = [entry for entry in here.store.entries.of_dossier(dossier.code) if entry.kind == "component_reused"]
    reuse = written.read()
    assert isinstance(reuse, ComponentReused) and (reuse.source.dossier, reuse.document.size) == (before.code, len(PDF))

    exchange(offices.province, here, there)
    (lent,) = [entry for entry in there.store.entries.of_dossier(before.code) if entry.kind == "paper_lent"]
    said = lent.read()
    assert lent.desk == "province" and isinstance(said, PaperLent)
    assert (said.desk, said.clerk, said.procedure, said.reason) == (f"{HERE}:1", CLERK.name, EXCHANGED, draft.id)
    assert there.dossier(before.code).status is before.status and there.store.news.count() == 0

    with offices.province.services.engine.connect() as db:
        (noted,) = db.execute(select(paper_requests)).mappings()
        (fetched,) = db.execute(select(papers_lent)).mappings()
    assert (noted["desk"], noted["clerk"], noted["reason"], noted["found"]) == (f"{HERE}:1", CLERK.name, draft.id, 1)
    assert NUMBER not in str(dict(noted)) and fetched["dossier"] == before.code
    assert lending_lines(offices.province.services.engine) == [LendingLine(HERE, EXCHANGED, 1, 1, 1)]


def test_what_holds_no_more_is_not_asked_for_or_is_another_person_s_is_not_found(offices: Offices) -> None:
    now = clock.now()
    status = "Giấy xác nhận tình trạng hôn nhân"
    offices.digitised(now - timedelta(days=400), status, PDF + b"1")
    held = offices.digitised(now - timedelta(days=20), status, PDF + b"22")
    offices.digitised(now - timedelta(days=10), status, PDF + b"333", STRANGER)
    exchange(offices.province, offices.there, offices.here)
    assert [paper.source.dossier for paper in offices.ask(procedure=MARRIAGE).papers] == [held]
    assert offices.ask(procedure=EXCHANGED).papers == (), "the procedure does not ask for it"
    other = offices.digitised(now - timedelta(days=6), "Phiếu lý lịch tư pháp", PDF + b"55555")
    exchange(offices.province, offices.there, offices.here)
    assert [paper.source.dossier for paper in offices.ask(procedure=ADOPTION).papers] == [other]
    assert offices.ask("040190005678", MARRIAGE).papers == ()
    with pytest.raises(PapersRefused):
        offices.ask(procedure="0.0")
    issued = now - timedelta(days=150)
    head = f"Vinh, ngày {issued.day} tháng {issued.month} năm {issued.year}"
    old = now - timedelta(days=300)
    before = f"Vinh, ngày {old.day} tháng {old.month} năm {old.year}"
    offices.digitised(now - timedelta(days=2), status, PDF + b"777777", "040190005678", before)
    known = offices.digitised(now - timedelta(days=3), status, PDF + b"8888888", "040190005678", head)
    exchange(offices.province, offices.there, offices.here)
    (paper,) = offices.ask("040190005678", MARRIAGE, "draft-of-another-00011").papers
    assert (paper.source.dossier, paper.issued) == (known, issued.date()), "what was issued long ago holds no more"
    until = load_reuse(resource("reuse")).holds_until(status, now.date())
    assert until is not None
    lending = offices.province.services.lending
    lending._now = lambda: now + timedelta(days=400)
    assert offices.ask(procedure=MARRIAGE, reason="draft-of-the-year-0010").papers == (), "its time is over"


def test_a_desk_without_a_reason_or_with_too_many_questions_is_told_no(offices: Offices) -> None:
    mine = begun(offices.here, "don", "giay-chung-nhan")
    open_one = receiving.receive(offices.here, mine.id).code
    theirs = digitised_there(offices.there)
    exchange(offices.province, offices.there, offices.here)
    good = {"number": NUMBER, "procedure": EXCHANGED, "reason": open_one, "clerk": "Mẫu"}
    with Caller(offices.province, f"{HERE}:1") as desk, Caller(offices.province, f"{THERE}:2") as other:

        def status(path: str = "find", by: Caller = desk, **said: object) -> int:
            return by.post(f"/v2/papers/{path}", json=good | said if path == "find" else said).status_code

        assert status() == 200
        assert "issued" not in desk.post("/v2/papers/find", json=good).text, "of which an older desk does not know"
        assert status(reason=theirs.code) == 422, "a dossier of another office"
        assert status(number=STRANGER) == 422, "a dossier of another person"
        assert status(reason="") == status(clerk="") == status(procedure="0.0") == status(number="%") == 422
        request = desk.post("/v2/papers/find", json=good).json()
        found = PapersFound.model_validate(request, strict=False)
        entry = reusing.note_borrowing(offices.here, found.papers[0], EXCHANGED, open_one, found.request)
        paper = {"request": found.request, "number": NUMBER, "sha256": hashlib.sha256(PDF).hexdigest()}
        paper |= {"entry": entry.model_dump(mode="json")}
        assert status("fetch", **paper | {"sha256": "ab" * 32}) == 404
        assert status("fetch", **paper | {"number": STRANGER}) == 404, "another than was asked for"
        assert status("fetch", by=other, **paper) == 404, "of another desk's question"
        assert desk.post("/v2/papers/fetch", json=paper).content == PDF
        assert 429 in {status() for _ in range(15)}
    entries = offices.province.services.registry.entries_of([theirs.code])[theirs.code]
    assert [entry.kind for entry in entries].count("paper_lent") == 1


def test_without_a_line_the_desk_is_told_so(offices: Offices, tmp_path: Path) -> None:
    exchange(offices.province, offices.here)
    away = offices.here.profile.model_copy(update={"server": Server(url="http://127.0.0.1:9")})
    offices.here = replace(offices.here, settled=lambda: away)
    with pytest.raises(ServerUnreachable):
        offices.ask()


def test_what_no_province_says_is_not_believed(offices: Offices) -> None:
    document = {"sha256": hashlib.sha256(PDF).hexdigest(), "size": len(PDF), "media_type": "application/pdf"}
    paper = {
        "name": "Giấy chứng nhận quyền sử dụng đất",
        "key": "giay",
        "source": {"dossier": f"{THERE}-261101-0001", "from_result": False},
        "received_at": "2026-11-01T09:00:00+07:00",
        "document": document,
    }
    bad: dict[str, dict[str, Any]] = {
        "its own office": {"source": {"dossier": f"{HERE}-261101-0001"}},
        "no code": {"source": {"dossier": "../../x"}},
        "a program": {"document": document | {"media_type": "application/x-msdownload"}},
        "no size": {"document": document | {"size": 10**13}},
        "no name": {"name": "\u200b "},
        "a strange letter": {"name": "Giấy\u202e"},
        "a year": {"received_at": "0001-01-01T00:00:00+00:00"},
        "another year": {"issued": "9999-12-31"},
        "a field": {"script": 1},
    }
    said: dict[str, bytes] = {}
    with lying(said) as url:
        profile = offices.here.profile.model_copy(update={"server": Server(url=url, code="ABCDE-FGHJK-LMNPQ-RSTUV")})
        offices.here = replace(offices.here, settled=lambda: profile)
        for what, change in bad.items():
            said["find"] = json.dumps({"request": 1, "papers": [paper | change]}).encode()
            with pytest.raises(NotTheServer):
                offices.ask()
                raise AssertionError(what)
        said["find"] = json.dumps({"request": 1, "papers": [paper]}).encode()
        found = offices.ask()
        for content in (b"%PDF another", b"<html>", b"", PDF + b"x"):
            said["fetch"] = content
            with pytest.raises(NotTheServer):
                offices.borrow(found, found.papers[0])
        assert not offices.here.store.files.has(document["sha256"])
        del said["fetch"]
        with pytest.raises(FileMissing):
            offices.borrow(found, found.papers[0])


@contextmanager
def lying(said: dict[str, bytes]) -> Iterator[str]:
    """A server that greets and lets in like the province's, and then says what it likes; where it says nothing, 404."""
    hello = {"product": PRODUCT, "oldest": PROTOCOL, "newest": PROTOCOL, "time": clock.now().isoformat()}
    known = {
        "/hello": hello,
        "/v2/enrol": {"credential": "c" * 43},
        "/v2/sign-in": {"token": "t" * 43, "valid_seconds": 3600},
    }

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            content = (
                json.dumps(known[self.path]).encode()
                if self.path in known
                else said.get(self.path[11:].partition("?")[0])
            )
            self.send_response(200 if content is not None else 404)
            content = b'{"reason": "no"}' if content is None else content
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = answer  # noqa: N815 - names of the standard library

        def log_message(self, *_: Any) -> None:
            return

    with serving(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as port:
        yield f"http://127.0.0.1:{port}"
