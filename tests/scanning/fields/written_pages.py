"""Pages as they come from reading, written down as text: each line a line of print."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.dossier.pages import Code, PageReading, Word
from scanning.fields.titles import classify

BIRTH = """TỜ KHAI ĐĂNG KÝ KHAI SINH
Kính gửi: (1) Ủy ban nhân dân phường Cửa Lò
Họ, chữ đệm, tên người yêu cầu: TRẦN THỊ THỬ
Nơi cư trú: (2) Xóm 3, xã Nghi Lộc, tỉnh Nghệ An
Giấy tờ tùy thân: (3) CCCD số 040190001234, do Bộ Công an cấp ngày 10/05/2021
Quan hệ với người được khai sinh: Mẹ
Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:
Họ, chữ đệm, tên: LÊ VĂN MẪU
Ngày, tháng, năm sinh: 15/04/2026
Giới tính: Nam Dân tộc: Kinh Quốc tịch: Việt Nam
Họ, chữ đệm, tên người mẹ: TRẦN THỊ THỬ
Năm sinh: (5) 1990 Dân tộc: Thổ Quốc tịch: Việt Nam
Họ, chữ đệm, tên người cha:
Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật"""


def page(text: str, confidence: float = 96.0, codes: Sequence[Code] = ()) -> PageReading:
    """A page on which each line of the text is a line of print; `  ` in it is a wide gap, as between cells."""
    words = []
    for line, content in enumerate(text.splitlines()):
        x = 100
        for word in content.replace("  ", " \t ").split(" "):
            if word == "\t":
                x += 100
                continue
            if not word:
                continue
            words.append(Word(word, confidence, (x, 100 + 50 * line, 18 * len(word), 30)))
            x += 18 * (len(word) + 1)
    known = classify(text, codes)
    return PageReading(
        1654, 2339, 200, 0, 0.0, False, 0, False, tuple(words), text, confidence, tuple(codes), known.paper,
        document_confidence=known.confidence, document_reason=known.reason,
    )  # fmt: skip
