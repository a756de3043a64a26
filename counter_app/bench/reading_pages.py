"""Clean straight pages of real layout whose words are known, for the bench of reading: one class a page.

Everything on them is invented.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageChops

from counter_app.bench.as_scanned import ScannerWear
from counter_app.bench.drawn_paper import A4, BLACK, WHITE, Area, Colour, Sheet, squiggle
from counter_app.bench.fidelity.strokes import seal

SENTENCES = (
    "Ủy ban nhân dân xã Mẫu Thử thông báo việc niêm yết danh sách những người đủ điều kiện hưởng trợ cấp hằng tháng",
    "Căn cứ Luật Tổ chức chính quyền địa phương và các văn bản hướng dẫn thi hành đang có hiệu lực",
    "Người yêu cầu chịu trách nhiệm trước pháp luật về tính chính xác của những nội dung đã kê khai",
    "Thời hạn giải quyết là mười lăm ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ theo quy định",
    "Trường hợp hồ sơ chưa đầy đủ, công chức tiếp nhận hướng dẫn bổ sung một lần bằng văn bản",
    "Đề nghị các thôn, xóm phối hợp rà soát, lập danh sách và gửi về bộ phận tiếp nhận trước ngày hẹn",
    "Thửa đất có nguồn gốc do cha mẹ để lại, sử dụng ổn định, không tranh chấp với các hộ liền kề",
    "Mức thu lệ phí thực hiện theo nghị quyết của hội đồng nhân dân cấp tỉnh và được công khai tại trụ sở",
    "Giấy chứng nhận quyền sử dụng đất được trao cho chủ hộ hoặc người được ủy quyền hợp pháp",
    "Việc đăng ký khai sinh quá hạn phải có giấy tờ chứng minh quan hệ giữa cha, mẹ và con",
    "Công trình phụ trợ gồm bếp, giếng nước, chuồng trại và lối đi chung với hộ phía nam",
    "Kết quả được trả trực tiếp, qua bưu chính công ích hoặc trên cổng dịch vụ công của tỉnh",
    "Hội nghị thống nhất đánh giá tình hình sản xuất vụ hè thu và bàn phương hướng chăn nuôi cuối năm",
    "Ngân sách xã hỗ trợ kinh phí sửa chữa nhà văn hóa, đường nội đồng và hệ thống mương tưới tiêu",
    "Bản vẽ kèm theo thể hiện ranh giới, kích thước các cạnh và vị trí mốc giới ngoài thực địa",
    "Những ý kiến phản ánh, kiến nghị xin gửi bằng văn bản hoặc gọi điện thoại đến số trực của cơ quan",
    "Chủ tịch hội đồng đã kết luận, giao tổ công tác hoàn thiện biên bản và trình ký trong tuần sau",
    "Hộ gia đình thuộc diện khó khăn được miễn khoản đóng góp nêu trên kể từ quý ba năm nay",
    "Người được cấp giấy phép phải xuất trình khi có yêu cầu kiểm tra của cơ quan quản lý nhà nước",
    "Quyết định này thay thế quyết định trước đây và có hiệu lực sau bảy ngày kể từ ngày ký ban hành",
)
NAMES = ("Trần Thị Thử", "Lê Văn Mẫu", "Phạm Quỳnh Ví", "Đỗ Hữu Dụ", "Vũ Ngọc Nghiệm", "Bùi Thúy Lượng", "Hoàng Kỷ Sửu")
LABELS = (
    "Họ, chữ đệm, tên",
    "Ngày, tháng, năm sinh",
    "Dân tộc",
    "Quốc tịch",
    "Nơi cư trú",
    "Giấy tờ tùy thân",
    "Số điện thoại",
    "Quan hệ với người được khai",
    "Nghề nghiệp",
    "Nơi đăng ký trước đây",
    "Lý do đề nghị",
    "Số bản sao đề nghị cấp",
)
_TOO_SHORT = ".,;:!?()[]{}\"'“”‘’…–-_/|*•·"


def words_of(text: str) -> Counter[str]:
    """The words of a text, without order and without the punctuation around them."""
    bare = (word.strip(_TOO_SHORT) for word in text.split())
    return Counter(word for word in bare if any(map(str.isalnum, word)))


@dataclass(frozen=True)
class KnownPage:
    """A scanned page, what class it is of and what stands on it."""

    kind: str
    dpi: int
    jpeg: bytes
    truth: str

    def missed(self, read: str) -> float:
        """Which part of its words was not read, in per cent."""
        words = words_of(self.truth)
        return 100 * (words - words_of(read)).total() / words.total()

    def invented(self, read: str) -> float:
        """How many words were read that are not on it, in per cent of those that are."""
        words = words_of(self.truth)
        return 100 * (words_of(read) - words).total() / words.total()


@dataclass
class _Page:
    """A page being set: what is written on it is remembered."""

    sheet: Sheet
    chance: np.random.Generator
    words: list[str] = field(default_factory=list)

    def write(
        self, x: float, y: float, words: str, points: float = 13, style: str = "Regular", ink: Colour = BLACK
    ) -> Area:
        self.words.append(words)
        return self.sheet.text((x, y), words, points, ink, style)

    def prose(self, area: Area, points: float, style: str = "Regular") -> float:
        """Sentences set line by line into `area` until it is full; where the text ends."""
        left, top, right, bottom = area
        step, y, line = points * 0.3528 * 1.45, top, ""
        while y + step < bottom:
            for word in str(self.chance.choice(SENTENCES)).split():
                if self.sheet.width(f"{line} {word}", points, style) > right - left:
                    self.write(left, y, line, points, style)
                    y, line = y + step, ""
                    if y + step >= bottom:
                        return y
                line = f"{line} {word}".strip()
            line += "."
        return y


def _small_print(page: _Page) -> None:
    page.write(60, 18, "PHỤ LỤC HƯỚNG DẪN KÊ KHAI", 11, "Bold")
    page.prose((22, 28, 190, 120), 8)
    page.prose((22, 130, 190, 200), 9)


def _bold(page: _Page) -> None:
    page.write(50, 18, "THÔNG BÁO NIÊM YẾT CÔNG KHAI", 15, "Bold")
    page.prose((25, 32, 188, 200), 13, "Bold")


def _italics(page: _Page) -> None:
    page.write(110, 18, "Xã Mẫu Thử, ngày 24 tháng 11 năm 2026", 13, "Italic")
    page.prose((25, 32, 188, 150), 13, "Italic")
    page.prose((25, 160, 188, 200), 11, "BoldItalic")


def _table(page: _Page) -> None:
    page.write(70, 18, "DANH SÁCH NGƯỜI HƯỞNG", 14, "Bold")
    columns = (20, 33, 78, 108, 150, 192)
    heads = ("TT", "Họ và tên", "Ngày sinh", "Nơi cư trú", "Số tiền (đồng)")
    rows = 16
    for row in range(rows + 2):
        page.sheet.line([(columns[0], 30 + 10 * row), (columns[-1], 30 + 10 * row)], BLACK, 0.18)
    for x in columns:
        page.sheet.line([(x, 30), (x, 40 + 10 * rows)], BLACK, 0.18)
    for x, head in zip(columns, heads, strict=False):
        page.write(x + 1.5, 32.5, head, 11, "Bold")
    for row in range(1, rows + 1):
        day, month, year = page.chance.integers((1, 1, 1941), (29, 13, 2020)).tolist()
        amount = f"{int(page.chance.integers(300, 4000))}.000"
        cells = (str(row), str(page.chance.choice(NAMES)), f"{day:02d}/{month:02d}/{year}", "Xóm Ví Dụ", amount)
        for x, cell in zip(columns, cells, strict=False):
            page.write(x + 1.5, 32.5 + 10 * row, cell, 11)


def _stamped(page: _Page) -> None:
    end = page.prose((25, 20, 188, 150), 13)
    page.write(130, end + 8, "TM. ỦY BAN NHÂN DÂN", 13, "Bold")
    page.write(143, end + 15, "CHỦ TỊCH", 13, "Bold")
    page.write(136, end + 45, "Vũ Ngọc Nghiệm", 13, "Bold")
    bare, inks = page.sheet.image, Image.new("RGB", page.sheet.image.size, WHITE)
    page.sheet.show(inks)
    seal((205, 45, 55), (136, end + 30))(page.sheet, page.chance)
    seal((215, 60, 70), (60, end - 22))(page.sheet, page.chance)
    page.sheet.line(squiggle((130, end + 22, 175, end + 44), page.chance), (40, 60, 170), 0.45)
    page.sheet.show(ImageChops.multiply(bare, inks))


def _two_columns(page: _Page) -> None:
    page.write(65, 16, "BẢN TIN CẢI CÁCH HÀNH CHÍNH", 14, "Bold")
    page.prose((18, 28, 100, 200), 10.5)
    page.prose((108, 28, 192, 200), 10.5)


def _letterhead(page: _Page) -> None:
    page.write(30, 18, "ỦY BAN NHÂN DÂN", 12)
    page.write(36, 24, "XÃ MẪU THỬ", 12, "Bold")
    page.write(94, 18, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "Bold")
    page.write(110, 24, "Độc lập - Tự do - Hạnh phúc", 13, "Bold")
    page.sheet.line([(40, 30.5), (62, 30.5)], BLACK, 0.2)
    page.sheet.line([(110, 31), (168, 31)], BLACK, 0.2)
    page.write(34, 35, f"Số: {int(page.chance.integers(10, 999))}/TB-UBND", 13)
    page.write(108, 35, "Xã Mẫu Thử, ngày 24 tháng 11 năm 2026", 13, "Italic")
    page.write(92, 48, "THÔNG BÁO", 14, "Bold")
    page.write(58, 55, "Về việc tiếp nhận hồ sơ trong tháng mười hai", 13, "Bold")
    end = page.prose((30, 68, 188, 160), 13)
    page.write(30, end + 8, "Nơi nhận:", 12, "BoldItalic")
    for number, line in enumerate(("- Như trên;", "- Đảng ủy xã (báo cáo);", "- Lưu: VT, VP.")):
        page.write(30, end + 14 + 5 * number, line, 11)
    page.write(122, end + 8, "KT. CHỦ TỊCH", 13, "Bold")
    page.write(118, end + 14, "PHÓ CHỦ TỊCH", 13, "Bold")
    page.write(118, end + 42, str(page.chance.choice(NAMES)), 13, "Bold")


def _dot_leaders(page: _Page) -> None:
    page.write(70, 18, "TỜ KHAI ĐĂNG KÝ", 15, "Bold")
    for number, label in enumerate(LABELS):
        y = 34 + 11 * number
        end = page.write(25, y, f"{label}:", 13)[2] + 1.5
        if number % 3 == 0:
            end = page.write(end + 2, y, str(page.chance.choice(NAMES)), 13)[2] + 1.5
        dots = "." if number % 2 == 0 else "…"
        count = int((188 - end) / page.sheet.width(dots, 13))
        page.sheet.text((end, y), dots * count, 13)
    page.prose((25, 34 + 11 * len(LABELS), 188, 200), 13)


def _small_notes(page: _Page) -> None:
    """Body text with notes in small italics at its foot, as at the end of every form."""
    end = page.prose((25, 20, 188, 110), 12)
    page.write(25, end + 6, "Ghi chú:", 9, "BoldItalic")
    page.prose((25, end + 12, 188, 190), 8.5, "Italic")


CLASSES: dict[str, Callable[[_Page], None]] = {
    "small print": _small_print,
    "bold": _bold,
    "italics": _italics,
    "table": _table,
    "stamps over print": _stamped,
    "two columns": _two_columns,
    "letterhead": _letterhead,
    "dot leaders": _dot_leaders,
    "small notes": _small_notes,
}


def known_pages(seed: int, share: float = 1.0, resolutions: tuple[int, ...] = (200, 300)) -> Iterator[KnownPage]:
    """Two pages of each class at each resolution, straight, on white paper with little noise.

    Below half a `share` there is one page of each, and not of every class.
    """
    for number in range(max(1, round(2 * share))):
        for place, (kind, draw) in enumerate(CLASSES.items()):
            if place >= 2 * share * len(CLASSES):
                break
            for dpi in resolutions:
                chance = np.random.default_rng((seed, number, place))
                page = _Page(Sheet(dpi, A4), chance)
                draw(page)
                wear = ScannerWear(
                    blur=float(chance.uniform(0.4, 0.7)),
                    noise=float(chance.uniform(2, 4)),
                    quality=int(chance.integers(88, 94)),
                    paper=(0.98, 0.98, 0.98),
                    shadow=0.0,
                    skew=0.0,
                )
                jpeg = wear.scanned(wear.lit(np.asarray(page.sheet.image)), dpi, chance)
                yield KnownPage(kind, dpi, jpeg, "\n".join(page.words))
