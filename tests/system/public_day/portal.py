"""What citizens filed at the national portal the night before, brought to the province by its adapter."""

from __future__ import annotations

import hashlib
from typing import Any

import httpx

from counter_app.province.serve import RunningServer

OFFICE, OFFICE_NAME = "H41.99", "UBND PHƯỜNG SAO MAI"
_SCAN = b"%PDF-1.7\nTo khai nop truc tuyen\n%%EOF\n"


def _filed(number: int, code: str, name: str, owner: str, identity: str, **more: Any) -> dict[str, Any]:
    return {
        "MaHoSo": f"G22.99-261119-{number:05d}",
        "MaTTHC": code,
        "TenTTHC": name,
        "TenLinhVuc": "Hộ tịch",
        "ChuHoSo": owner,
        "SoGiayToChuHoSo": identity,
        "LoaiDoiTuong": "1",
        "DiaChi": "Khối 2, phường Sao Mai, tỉnh Nghệ An",
        "SoDienThoai": "0912000333",
        "Email": None,
        "NgayNopHoSo": "20261119210500",
        "TaiKhoanDuocXacThucVoiVNeID": "1",
        "TaiLieuNop": [{"TepDinhKemId": hashlib.sha256(_SCAN).hexdigest(), "TenTepDinhKem": "Tờ khai"}],
        "TrangThaiHoSo": "1",
    } | more


FILED = (
    _filed(1, "1.001193", "Thủ tục đăng ký khai sinh", "Nguyễn Thị Lam", "040191000061"),
    _filed(
        2,
        "1.013225",
        "Cấp giấy phép xây dựng mới",
        "Công ty TNHH Sao Sáng",
        "2999999916",
        TenLinhVuc="Hoạt động xây dựng",
        LoaiDoiTuong="2",
        NguoiDaiDien="Ngô Văn Sáng",
    ),
    _filed(3, "1.001193", "Thủ tục đăng ký khai sinh", "Mai Văn Nhầm", "001090000062"),
)


def filed_at_night(province: RunningServer) -> None:
    """Three dossiers, each with one file."""
    token = province.services.desks.add_official("Trục Cổng DVC")
    with httpx.Client(base_url=province.url, headers={"Authorization": f"Bearer {token}"}, timeout=30) as portal:
        for dossier in FILED:
            stored = portal.post(f"/v2/online/{OFFICE}/files", content=_SCAN).raise_for_status()
            body = {"office_name": OFFICE_NAME, "dossier": dossier, "files": [stored.json()]}
            portal.post(f"/v2/online/{OFFICE}", json=body).raise_for_status()
