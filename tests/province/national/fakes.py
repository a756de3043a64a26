"""Both national services as real HTTP servers on loopback, with the oddities of the real ones.

A fake takes only what its contract names, keeps every creation and every step it was told, and does one thing wrong
for each fault in `faults`, in their order; `manner` is how it says that something succeeded.
"""

from __future__ import annotations

import hashlib
import http.server
import json
import re
import threading
import time
import unicodedata
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qs, urlsplit

Object = dict[str, Any]


class Fault(StrEnum):
    """What goes wrong with one call."""

    NONE = "nothing"
    LOST_REPLY = "it was done, and the line went before the answer came"
    LOST_CALL = "the line went before anything was done"
    SLOW = "it was done, and the answer takes longer than anybody waits"
    FAULT = "HTTP 500"
    BUSY = "HTTP 429"
    HTML = "a page for people, with HTTP 200"
    CUT = "half an answer"
    SESSION = "the session ran out just before"
    REFUSED = "HTTP 200 with an error inside"


class Manner(StrEnum):
    """How success is said."""

    TEXT = "0 as text"
    NUMBER = "0 as a number"
    DOUBLE = "00"
    MESSAGE = "in the message only, under code 3"
    MESSAGE_ALONE = "in the message, without a code"
    DECOMPOSED = "in capitals and decomposed letters, under code -3"
    WRAPPED = "as JSON within a JSON text"
    CALLED_HTML = "as JSON that is called text/html, with a mark of its byte order"


_DOSSIER = """MaHoSo MaTTHC TenTTHC MaLinhVuc TenLinhVuc SoBienNhan KenhThucHien ChuHoSo SoGiayToChuHoSo LoaiDoiTuong
MaDoiTuong DinhDanhCHS ThongTinKhac Email Fax SoDienThoai TrichYeuHoSo NgayNopHoSo NgayTiepNhan NgayHenTra
NgayKetThucXuLy NgayTra NgayTuChoi TrangThaiHoSo ThongTinTra HinhThuc DonViXuLy GhiChu NoiNopHoSo HoSoCoThanhPhanSoHoa
TaiKhoanDuocXacThucVoiVNeID DuocThanhToanTrucTuyen DSKetNoiCSDL TaiLieuNop DanhSachLePhi DanhSachTepDinhKemKhac
DanhSachHoSoBoSung DanhSachGiayToKetQua"""
_STEP = (
    """MaHoSo NguoiXuLy ChucDanh ThoiDiemXuLy PhongBanXuLy NoiDungXuLy TrangThai NgayBatDau NgayKetThucTheoQuyDinh"""
)
FIELDS, STEP_FIELDS = set(_DOSSIER.split()), set(_STEP.split())


class Fake(ABC):
    """What both fakes have in common: the server, the faults, the manners."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.calls: list[tuple[str, Object, dict[str, str]]] = []  # what was asked, its body, its headers
        self.answered: dict[str, Object] = {}
        self.knows_messages = False
        self.slow = 0.0
        self.forget()
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def forget(self) -> None:
        """Begins anew, without faults."""
        self.faults: list[Fault] = []
        self.manner = Manner.TEXT
        self.calls.clear()
        self.answered.clear()
        self.created: Counter[str] = Counter()
        self.dossiers: dict[str, Object] = {}
        self.steps: dict[str, list[Object]] = {}

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def asked(self, name: str) -> int:
        return sum(item == name for item, _, _ in self.calls)

    @abstractmethod
    def answer(self, path: str, query: Object, headers: dict[str, str], body: Any) -> Object | int:
        """What is answered, or an HTTP status."""

    def good(self, **content: Any) -> Object:
        said: Object = {"error_code": "0", "message": "Thành công"}
        match self.manner:
            case Manner.NUMBER:
                said = {"error_code": 0, "message": ""}
            case Manner.DOUBLE:
                said = {"error_code": "00", "message": "OK"}
            case Manner.MESSAGE:
                said = {"error_code": "3", "message": "Đồng bộ thành công 1 hồ sơ"}
            case Manner.MESSAGE_ALONE:
                said = {"message": "Cập nhật thành công"}
            case Manner.DECOMPOSED:
                said = {"error_code": -3, "message": unicodedata.normalize("NFD", "ĐỒNG BỘ THÀNH CÔNG")}
        return said | content

    def bad(self, message: str, code: str = "-1") -> Object:
        if self.manner is Manner.DECOMPOSED:
            message = unicodedata.normalize("NFD", message)
        return {"error_code": code, "message": message}

    def once(self, headers: dict[str, str], do: Callable[[], Object]) -> Object:
        """Does it, unless the message is known: then it answers as it did."""
        name = headers.get("x-road-id", "")
        if self.knows_messages and name in self.answered:
            return self.answered[name]
        said = do()
        if self.knows_messages and name:
            self.answered[name] = said
        return said

    def keep_steps(self, rows: list[Object]) -> Object:
        if any(row in self.steps.get(row["MaHoSo"], []) for row in rows):
            return self.bad("Tiến trình đã tồn tại", "3")
        for row in rows:
            self.steps.setdefault(row["MaHoSo"], []).append(row)
        return self.good()

    def _handler(self) -> type[http.server.BaseHTTPRequestHandler]:
        fake = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                headers = {name.casefold(): value for name, value in self.headers.items()}
                is_json = headers.get("content-type", "").startswith("application/json")
                body = json.loads(raw) if is_json else raw
                parts = urlsplit(self.path)
                with fake.lock:
                    fault = fake.next_fault(parts.path)
                    if fault is Fault.LOST_CALL:
                        self.close_connection = True
                        return
                    if fault is Fault.SESSION:
                        fake.sessions.clear()
                    answers: dict[Fault, Object | int] = {
                        Fault.FAULT: 500,
                        Fault.BUSY: 429,
                        Fault.REFUSED: fake.bad("Lỗi"),
                    }
                    said = answers.get(fault) or fake.answer(parts.path, parse_qs(parts.query), headers, body)
                if fault is Fault.SLOW:
                    time.sleep(fake.slow)
                if fault is Fault.LOST_REPLY:
                    self.close_connection = True
                    return
                with suppress(OSError):
                    self._say(said, fault)

            def _say(self, said: Object | int, fault: Fault) -> None:
                status = said if isinstance(said, int) else 200
                kind, text = "application/json; charset=utf-8", "" if isinstance(said, int) else json.dumps(said)
                if fake.manner is Manner.WRAPPED and text:
                    text = json.dumps(text)
                if fake.manner is Manner.CALLED_HTML:
                    kind, text = "text/html", "\ufeff" + text
                if fault is Fault.HTML:
                    kind, text = "text/html", "<html><body>Hệ thống đang bảo trì</body></html>"
                if fault is Fault.CUT:
                    text = text[: len(text) // 2]
                content = text.encode()
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: Any) -> None:
                return

        return Handler

    def next_fault(self, path: str) -> Fault:
        return self.faults.pop(0) if self.faults else Fault.NONE

    sessions: set[str]


class FakeClassic(Fake):
    """The classic service behind the agency's adapter."""

    def forget(self) -> None:
        super().forget()
        self.sessions = set()
        self.signed_in = 0
        self.procedures: dict[str, Object] = {}

    def next_fault(self, path: str) -> Fault:
        return Fault.NONE if path.endswith("/login") else super().next_fault(path)

    def answer(self, path: str, query: Object, headers: dict[str, str], body: Any) -> Object | int:
        if path.endswith("/login"):
            self.calls.append(("login", body, headers | {"query": query.get("dstcode", [""])[0]}))
            if body != {"username": "nghean", "password": "secret"}:
                return self.bad("Sai tên đăng nhập hoặc mật khẩu")
            self.signed_in += 1
            self.sessions.add(session := f"session-{self.signed_in}")
            return self.good(session=session)
        service = body["service"]
        self.calls.append((service, body, headers))
        if body["session"] not in self.sessions:
            return self.bad("Phiên làm việc đã hết hạn")
        match service:
            case "TraCuuHoSo":
                found = self.dossiers.get(body["mahoso"])
                return self.good(result=[found] if found else [])
            case "LayThuTuc":
                told = self.procedures.get(body["maTTHC"])
                return self.good(result=[told] if told else [])
            case "TraCuuTechID":
                return self.good(result=[{"TECHNICALID": "T-" + body["mstorcmnd"][-4:]}])
            case "DongBoHoSoMC":
                return self.once(headers, lambda: self._synchronise(body))
            case "CapNhatTienDoHoSoMC":
                return self.once(headers, lambda: self._progress(body["data"]))
        return self.bad("Dịch vụ không đúng")

    def _synchronise(self, body: Object) -> Object:
        (dossier,) = body["data"]
        code = dossier["MaHoSo"]
        if not dossier.keys() <= FIELDS or not re.fullmatch(r"\d{14}", dossier["NgayTiepNhan"]):
            return self.bad("Dữ liệu không hợp lệ", "1")
        if body["isUpdating"] == "True":
            if code not in self.dossiers:
                return self.bad("Hồ sơ không tồn tại")
        elif body["isUpdating"] == "False":
            if code in self.dossiers:
                return self.bad(f"Hồ sơ {code} ĐÃ TỒN TẠI", "3")
            self.created[code] += 1
        else:
            return self.bad("isUpdating", "1")
        self.dossiers[code] = dossier
        return self.good()

    def _progress(self, rows: list[Object]) -> Object:
        if len(rows) > 10 or any(row.keys() != STEP_FIELDS or row["MaHoSo"] not in self.dossiers for row in rows):
            return self.bad("Dữ liệu không hợp lệ", "1")
        return self.keep_steps(rows)


class FakeCentralised(Fake):
    """The centralised service of 2026."""

    def forget(self) -> None:
        super().forget()
        self.sessions = set()
        self.files: dict[str, bytes] = {}
        self.numbers = 0
        self.tokens = 0
        self.lasts = 3600

    def next_fault(self, path: str) -> Fault:
        return Fault.NONE if path == "/token" else super().next_fault(path)

    def good(self, **content: Any) -> Object:
        said = super().good(**content)
        if "error_code" in said:
            said["code"] = said.pop("error_code")
        return said

    def answer(self, path: str, query: Object, headers: dict[str, str], body: Any) -> Object | int:
        self.calls.append((path.strip("/"), body, headers))
        if path == "/token":
            if body != {"client_id": "nghean", "client_secret": "secret"}:
                return 401
            self.tokens += 1
            self.sessions.add(f"Bearer token-{self.tokens}")
            token = {"access_token": f"token-{self.tokens}", "expires_in": self.lasts, "token_type": "Bearer"}
            return {"code": 200, "message": "OK", "data": token}
        if headers.get("authorization") not in self.sessions:
            return 401
        match path:
            case "/GetNextValue":
                self.numbers += 1
                return self.good(data={"value": f"{body['MaTTHC']}-{self.numbers}"})
            case "/UploadFile":
                content = body.split(b"\r\n\r\n", 1)[1].rsplit(b"\r\n--", 1)[0]
                self.files[name := f"file-{len(self.files) + 1}"] = content
                return self.good(data=[{"IdTepTin": name, "HashTepTin": hashlib.md5(content).hexdigest()}])
            case "/CreateDossier":
                return self.once(headers, lambda: self._create(body))
            case "/CapNhatTienTrinh":
                return self.once(headers, lambda: self.keep_steps(body))
            case "/CapNhatTrangThai":
                return self.once(headers, lambda: self._status(body[0]))
        return 404

    def _status(self, status: Object) -> Object:
        self.dossiers[status["MaHoSo"]] = self.dossiers[status["MaHoSo"]] | {"status": status}
        return self.good()

    def _create(self, body: Object) -> Object:
        code = body["MaHoSo"]
        if code in self.dossiers:
            return self.bad("Hồ sơ đã tồn tại") | {"data": {"IdHoSo": f"id-{code}"}}
        self.created[code] += 1
        self.dossiers[code] = body
        return self.good(data={"IdHoSo": f"id-{code}"})
