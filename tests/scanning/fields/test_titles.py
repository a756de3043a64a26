"""A paper is recognised by its whole printed title, or not at all."""

from __future__ import annotations

import pytest

from scanning.fields.titles import classify

HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"


@pytest.mark.parametrize(
    ("title", "paper"),
    [
        ("TỜ KHAI ĐĂNG KÝ KHAI SINH", "birth_registration_declaration"),
        ("TỜ KHAl ĐĂNG KY KHAI SlNH", "birth_registration_declaration"),
        ("TỜ KHAI ĐĂNG KÝ KẾT HÔN", "marriage_registration_declaration"),
        ("GIẤY CHỨNG SINH", "birth_notification"),
        ("GIẤY KHAI SINH", "birth_certificate"),
        ("ĐƠN ĐĂNG KÝ BIẾN ĐỘNG\nĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT", "land_change_application"),
        ("ĐƠN ĐỀ NGHỊ\nCẤP GIẤY PHÉP XÂY DỰNG", "building_permit_application"),
        ("GIẤY PHÉP XÂY DỰNG", "building_permit"),
        ("TỜ KHAI CẤP GIẤY XÁC NHẬN\nTÌNH TRẠNG HÔN NHÂN", "marital_status_declaration"),
        ("GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", "marital_status_confirmation"),
        (
            "TỜ KHAI ĐỀ NGHỊ GIẢI QUYẾT CHO CÔNG DÂN VIỆT NAM\nĐỊNH CƯ Ở NƯỚC NGOÀI KHÔNG CÓ HỘ VIỆT NAM",
            "overseas_residence_declaration",  # CHIẾU was not read, and no other paper is called so long
        ),
    ],
)
def test_titles_tell_papers_apart_also_with_misread_letters(title: str, paper: str) -> None:
    assert classify(f"{HEAD}{title}\nKính gửi: Ủy ban nhân dân phường Vinh Phú\nHọ và tên: Lê Văn Tám").paper == paper


@pytest.mark.parametrize(
    ("top", "paper"),
    [
        ("Mẫu CT01 ban hành kèm theo Thông tư số 53/2025/TT-BCA ngày 01/7/2025", "residence_change_declaration"),
        ("Mẫu CT02 ban hành kèm theo Thông tư số 56/2021/TT-BCA", "overseas_residence_declaration"),
        ("Mẫu số 18\n(Ban hành kèm theo Nghị định số 151/2025/NĐ-CP của Chính phủ)", "land_change_application"),
        ("Mẫu số 04\nBan hành kèm theo Nghị định số 20/2021/NĐ-CP", "burial_support_declaration"),
        ("Mẫu số 02 kèm theo Nghị định số 154/2024/NĐ-CP", "lawful_dwelling_declaration"),
        ("Mẫu số 04\nBan hành kèm theo Nghị định số 21/2021/NĐ-CP", "unknown"),  # of another act
        ("Mẫu số 04", "unknown"),  # of any
        ("Theo Mẫu CT01 ban hành kèm theo Thông tư số 53/2025/TT-BCA", "unknown"),  # another form is spoken of
    ],
)
def test_a_form_whose_title_was_not_read_is_known_by_its_number_and_act(top: str, paper: str) -> None:
    known = classify(f"{top}\n{HEAD}TỜ KH4I Tl-lAY ĐỐI T1N\nKính gửi: Công an phường Vinh Phú")
    assert known.paper == paper
    assert (known.confidence, known.reason[:3]) == ((90.0, "Mẫu") if paper != "unknown" else (0.0, ""))


def test_a_title_that_was_read_goes_before_the_number() -> None:
    assert classify(f"Mẫu CT01\n{HEAD}GIẤY CHỨNG SINH").paper == "birth_notification"


@pytest.mark.parametrize(
    "text",
    [
        "",
        HEAD,
        HEAD + "ĐƠN XIN NGHỈ PHÉP\nKính gửi: ông chủ tịch",
        HEAD + "Tôi đã nộp tờ khai đăng ký khai sinh cho con vào ngày 3 tháng 11",
        HEAD + "Hợp đồng tặng cho quyền sử dụng đất đã được công chứng kèm theo đơn này;",
    ],
)
def test_a_title_only_mentioned_is_no_title(text: str) -> None:
    assert classify(text).paper == "unknown"
