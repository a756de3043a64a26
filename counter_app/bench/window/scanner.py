"""A scanner in the network, as far as a clerk who presses F5 needs it: one sheet a job, always the same paper.

It is a process of its own, as at a desk it is a machine of its own: beside the window it would ask for its interpreter.
`python -m counter_app.bench.window.scanner` takes the paper from its input and says at which port it is.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from printing.layout.fonts import font_folders

_SCAN, _PWG = "http://schemas.hp.com/imaging/escl/2011/05/03", "http://www.pwg.org/schemas/2010/12/sm"
_LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "",
    "TỜ KHAI ĐĂNG KÝ KHAI SINH",
    "Họ, chữ đệm, tên người yêu cầu: Nguyễn Thị Hường",
    "Nơi cư trú: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An",
    "Họ, chữ đệm, tên: Đặng Nguyễn Bảo Quỳnh",
    "Nơi sinh: Bệnh viện Sản Nhi, phường Vinh Hưng",
)
_PROFILE = (
    "<scan:SettingProfiles><scan:SettingProfile><scan:ColorModes><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>"
    "<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat></scan:DocumentFormats>"
    "<scan:SupportedResolutions><scan:DiscreteResolutions><scan:DiscreteResolution><scan:XResolution>300"
    "</scan:XResolution><scan:YResolution>300</scan:YResolution></scan:DiscreteResolution></scan:DiscreteResolutions>"
    "</scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>"
)
_CAPABILITIES = (
    f'<scan:ScannerCapabilities xmlns:scan="{_SCAN}" xmlns:pwg="{_PWG}"><pwg:Version>2.63</pwg:Version>'
    "<pwg:MakeAndModel>Máy quét đo tốc độ</pwg:MakeAndModel><scan:Adf><scan:AdfSimplexInputCaps><scan:MinWidth>16"
    "</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>4200"
    f"</scan:MaxHeight>{_PROFILE}</scan:AdfSimplexInputCaps></scan:Adf></scan:ScannerCapabilities>"
)
_STATUS = (
    f'<scan:ScannerStatus xmlns:scan="{_SCAN}" xmlns:pwg="{_PWG}"><pwg:Version>2.63</pwg:Version><pwg:State>Idle'
    "</pwg:State><scan:AdfState>ScannerAdfLoaded</scan:AdfState></scan:ScannerStatus>"
)


def sheet() -> bytes:
    """A declaration, A4 at 300 dpi, as a scanner gives it."""
    name = "LiberationSerif-Regular.ttf"
    file = next((path for folder in font_folders() for path in folder.rglob(name)), None)
    font = ImageFont.truetype(str(file), 50) if file else ImageFont.load_default(50)
    page = Image.new("RGB", (2480, 3508), "white")
    pen = ImageDraw.Draw(page)
    for number, line in enumerate(_LINES):
        pen.text((250, 240 + 96 * number), line, fill=(20, 20, 30), font=font)
    memory = io.BytesIO()
    page.save(memory, "JPEG", quality=88, dpi=(300, 300))
    return memory.getvalue()


class _Handler(BaseHTTPRequestHandler):
    paper: bytes
    given: set[str]

    def do_GET(self) -> None:
        if self.path.endswith("/ScannerCapabilities"):
            self._answer(200, _CAPABILITIES.encode())
        elif self.path.endswith("/ScannerStatus"):
            self._answer(200, _STATUS.encode())
        elif self.path in self.given or not self.path.endswith("/NextDocument"):
            self._answer(404)
        else:
            self.given.add(self.path)
            self._answer(200, self.paper, "image/jpeg")

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(201, location=f"/eSCL/ScanJobs/{uuid.uuid4().hex}")

    def do_DELETE(self) -> None:
        self._answer(200)

    def _answer(self, status: int, body: bytes = b"", kind: str = "text/xml", location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: Any) -> None:
        """A bench prints its figures alone."""


@contextmanager
def scanner(paper: bytes) -> Iterator[str]:
    """Its name for a desk, as long as it is switched on."""
    command = [sys.executable, "-m", __name__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(paper)
        process.stdin.close()
        try:
            yield f"escl:http://127.0.0.1:{int(process.stdout.readline())}/eSCL"
        finally:
            process.terminate()


class _Server(ThreadingHTTPServer):
    """Ends with whoever switched it on, also where they were killed."""

    began_by = os.getppid()

    def service_actions(self) -> None:
        if os.getppid() != self.began_by:
            sys.exit()


def _serve(paper: bytes) -> None:
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"paper": paper, "given": set()}))
    print(server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    _serve(sys.stdin.buffer.read())
