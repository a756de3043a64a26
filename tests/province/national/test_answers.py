"""What the services mean by what they say."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.province.national.answers import Verdict, read_answer
from counter_app.province.national.errors import LineFault, NationalFault, NotTheNationalService

DONE, EXISTS, REFUSED = Verdict.DONE, Verdict.EXISTS, Verdict.REFUSED
SAID: list[tuple[Any, str, Verdict]] = [
    ("0", "Thành công", DONE),
    ("00", "", DONE),
    (0, "", DONE),
    (0.0, "OK", DONE),
    (" 0 ", "success", DONE),
    ("0", "Đồng bộ thành công, 0 lỗi", DONE),
    ("3", "Cập nhật thành công", DONE),
    (-3, "CẬP NHẬT THÀNH CÔNG", DONE),
    (None, "Thành công", DONE),
    ("0", "Mã hồ sơ đã tồn tại", EXISTS),
    ("3", "hồ sơ ĐÃ TỒN TẠI", EXISTS),
    ("-1", "Hồ sơ đã tồn tại trên hệ thống", EXISTS),
    ("-1", "Hồ sơ không tồn tại", Verdict.NOT_THERE),
    ("-1", "Phiên làm việc đã hết hạn", Verdict.SESSION_OVER),
    ("401", "Invalid session", Verdict.SESSION_OVER),
    ("1", "Session không tồn tại", Verdict.SESSION_OVER),
    ("1", "Dữ liệu không hợp lệ: phiên bản 2", REFUSED),
    ("0", "Đồng bộ không thành công", REFUSED),
    ("0", "Cập nhật chưa thành công", REFUSED),
    ("0", "Thất bại: thiếu MaTTHC", REFUSED),
    ("0", "Lỗi dữ liệu", REFUSED),
    ("3", "Không thành công", REFUSED),
    ("3", "Sai định dạng", REFUSED),
    (None, "Sai định dạng", REFUSED),
    ("1", "Thành công", REFUSED),
    ("-1", "Cập nhật thành công", REFUSED),
    ("000", "", REFUSED),
    (True, "x", REFUSED),
]


def reply(content: bytes, status: int = 200) -> httpx.Response:
    return httpx.Response(status, content=content)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("code", "message", "verdict"), SAID)
def test_codes_and_words_together_say_what_is_meant(code: Any, message: str, verdict: Verdict, form: Any) -> None:
    said = {"message": unicodedata.normalize(form, message)} | ({} if code is None else {"error_code": code})
    assert read_answer(reply(json.dumps(said).encode())).verdict is verdict


@pytest.mark.parametrize(
    "content",
    [
        '{"error_code":"0","message":"Thành công"}'.encode(),
        '\ufeff{"Error_Code":"0","Message":"Thành công"}'.encode(),
        json.dumps('{"errorCode":0,"message":"Thành công"}').encode(),
        b'{"code":"00","message":null}',
    ],
)
def test_json_is_read_whatever_it_is_wrapped_in(content: bytes) -> None:
    assert read_answer(reply(content)).verdict is DONE


@pytest.mark.parametrize(
    ("content", "status", "kind"),
    [
        (b"<html>502</html>", 502, NationalFault),
        (b'{"error_code":"0"}', 500, NationalFault),
        (b"", 429, NationalFault),
        (b"<html>login</html>", 200, NotTheNationalService),
        (b'{"error_code":"0"}', 302, NotTheNationalService),
        (b"", 200, NotTheNationalService),
        (b"{}", 200, NotTheNationalService),
        (b"[]", 200, NotTheNationalService),
        (b"null", 200, NotTheNationalService),
        (b'"text"', 200, NotTheNationalService),
        (b"\xff\xfe", 200, NotTheNationalService),
        (b"[" * 100_000, 200, NotTheNationalService),
        (b"not found", 404, NotTheNationalService),
    ],
)
def test_what_is_no_answer_is_named(content: bytes, status: int, kind: type[LineFault]) -> None:
    with pytest.raises(kind):
        read_answer(reply(content, status))


def test_an_error_status_with_words_is_a_refusal_and_never_a_success() -> None:
    answer = read_answer(reply('{"error_code":"0","message":"Thành công"}'.encode(), 400))
    assert answer.verdict is REFUSED
    assert read_answer(reply(b"", 401)).verdict is Verdict.SESSION_OVER


def test_a_reason_is_one_line_of_bearable_length() -> None:
    long = {"error_code": "9", "message": "Lỗi\n  tại dòng " + "x" * 5000}
    answer = read_answer(reply(json.dumps(long).encode()))
    assert answer.reason.startswith("Lỗi tại dòng x") and len(answer.reason) == 300
    assert read_answer(reply(b'{"error_code":"9"}')).reason == "9"


@given(st.binary(max_size=200), st.integers(200, 599))
def test_no_reply_breaks_the_reader(content: bytes, status: int) -> None:
    try:
        answer = read_answer(reply(content, status))
    except LineFault:
        return
    assert answer.verdict in Verdict
