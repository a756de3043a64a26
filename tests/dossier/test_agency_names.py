"""Agencies in full and in small letters, as sentences of papers have them, and in capitals, as heads do."""

import pytest

from counter_app.dossier.agency_names import in_capitals, in_full


@pytest.mark.parametrize(
    ("entered", "inside", "head"),
    [
        ("UBND PHƯỜNG SAO MAI", "Ủy ban nhân dân phường Sao Mai", "ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI"),
        ("UBND phường Sao Mai", "Ủy ban nhân dân phường Sao Mai", "ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI"),
        ("  UBND TỈNH  NGHỆ AN ", "Ủy ban nhân dân tỉnh Nghệ An", "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN"),
        (
            "CHI NHÁNH VPĐKĐĐ KHU VỰC SAO MAI",
            "Chi nhánh Văn phòng đăng ký đất đai khu vực Sao Mai",
            "CHI NHÁNH VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI KHU VỰC SAO MAI",
        ),
        (
            "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG SAO MAI",
            "Trung tâm Phục vụ hành chính công phường Sao Mai",
            "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG SAO MAI",
        ),
        ("BỘ PHẬN TN & TKQ", "Bộ phận Tiếp nhận và Trả kết quả", "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ"),
        (
            "PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ",
            "Phòng Kinh tế, Hạ tầng và Đô thị",
            "PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ",
        ),
        ("PHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hóa - Xã hội", "PHÒNG VĂN HÓA - XÃ HỘI"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"),
        ("CÔNG AN XÃ NGHI PHÚ", "Công an xã Nghi Phú", "CÔNG AN XÃ NGHI PHÚ"),
        ("Phòng Tư pháp", "Phòng Tư pháp", "PHÒNG TƯ PHÁP"),
        ("", "", ""),
    ],
)
def test_a_name_is_written_as_its_place_on_the_paper_asks(entered: str, inside: str, head: str) -> None:
    assert in_full(entered) == inside
    assert in_capitals(entered) == head
    assert in_full(inside) == inside, "what is written out is left alone"
