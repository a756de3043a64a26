"""The desks as officials see them: how far they are, revoked, enrolled again."""

from __future__ import annotations

import re

import httpx

from counter_app.province.serve import RunningServer
from counter_app.sync.wire import Push
from tests.province.conftest import DESK, OTHER, Caller, Journal, scanned
from tests.province.web.conftest import Official


def test_the_desks_are_shown_with_their_lag(
    province: RunningServer, caller: Caller, journal: Journal, signed_in: Official
) -> None:
    name = "c" * 64
    entry = journal.write(scanned(name, 9), step=2)
    caller.post("/v2/entries", content=Push(desk=DESK, entries=(entry,), waiting=1234).model_dump_json())
    province.services.desks.register(OTHER)
    text = signed_in().get("/desks").text
    row = text[text.index(DESK) : text.index(OTHER)]
    assert re.findall(r'<td class="count">([\d.]+)</td>', row) == ["1.234", "2", "1"]
    assert "Đang hoạt động" in row
    assert "Chưa đăng ký" in text[text.index(OTHER) :]


def test_a_desk_is_revoked_and_enrolled_again_by_a_code_that_is_shown_once(
    province: RunningServer, caller: Caller, signed_in: Official
) -> None:
    official = signed_in()
    assert official.submit("/desks", f"/desks/{DESK}/revoke").status_code == 303
    assert caller.get("/v2/entries").status_code == 403
    assert "Đã thu hồi" in official.get("/desks").text
    shown = official.submit("/desks", f"/desks/{DESK}/code").text
    code = re.search(r'class="once">([^<]+)<', shown)
    assert code
    assert code[1] not in official.get("/desks").text
    enrolled = httpx.post(f"{province.url}/v2/enrol", json={"desk": DESK, "code": code[1]})
    assert enrolled.status_code == 200
    assert official.submit("/desks", "/desks/H41.99:77/revoke").status_code == 404
    wrong = official.submit("/desks", "/desks/new", agency="<b>", number="x")
    assert wrong.status_code == 422
    assert "&lt;b&gt;" in wrong.text
    assert "H41.15:3" in official.submit("/desks", "/desks/new", agency="H41.15", number="3").text
    assert official.submit("/desks", "/desks/province/revoke").status_code == 404
