"""What a clerk is shown of a paper: every field its form has, read or not, with what the data ask of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from pathlib import Path

from counter_app.dossier.pages import Code, PageReading, Word, Writing
from counter_app.dossier.read_papers import ReadField, ReadPaper
from scanning.fields.asked import asking
from scanning.fields.drawing import DrawnField, DrawnForm
from scanning.fields.drawn_files import keep_form
from scanning.fields.proposals import proposals, with_spot_checks
from scanning.fields.templates import templates
from scanning.pages import with_sheet

LINES = (
    "TỜ KHAI ĐĂNG KÝ KHAI SINH",
    "Kính gửi: Ủy ban nhân dân xã Nghi Lộc",
    "Họ, chữ đệm, tên người yêu cầu: Nguyễn Thị Hường",
    "Ngày, tháng, năm sinh: 15/04/1990",
    "Nơi cư trú: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An",
    "Giấy tờ tùy thân: Căn cước số 040190001234",
    "Quan hệ với người được khai sinh: Mẹ",
    "Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:",
    "Họ, chữ đệm, tên: Đặng Bảo Quỳnh",
    "Ngày, tháng, năm sinh: 12/11/2026",
    "Giới tính: Nữ",
    "Dân tộc: Kinh",
    "Quốc tịch: Việt Nam",
)


def read_page(lines: tuple[str, ...] = LINES, document_type: str = "birth_registration_declaration") -> PageReading:
    words = tuple(
        Word(word, 96.0, (100 + 130 * column, 100 + 60 * line, 12 * len(word), 30))
        for line, text in enumerate(lines)
        for column, word in enumerate(text.split())
    )
    facts = {"width": 1654, "height": 2339, "dpi": 200, "rotation": 0, "skew": 0.0, "cropped": False, "side": 0}
    return PageReading(
        **facts,  # type: ignore[arg-type]
        blank=False,
        words=words,
        text="\n".join(lines),
        mean_confidence=96.0,
        codes=(),
        document_type=document_type,
    )


def test_a_paper_has_all_fields_of_its_form_and_says_where_they_stand() -> None:
    (paper,) = proposals([with_sheet(read_page(), b"")], [41])
    assert (paper.title, paper.applicant, paper.pages) == ("Tờ khai đăng ký khai sinh", "requester", (41,))
    fields = {field.name: field for field in paper.fields}
    assert set(fields) == set(templates()["birth_registration_declaration"].fields)
    assert fields["subject.name"].value == "Đặng Bảo Quỳnh" and fields["subject.name"].page == 41
    mother = fields["mother.name"]
    assert mother.expected and not mother.value and mother.box is None, "a form without a mother's name alarms"
    assert not fields["father.name"].expected


def test_a_page_that_nobody_knows_proposes_nothing() -> None:
    (nobodys,) = proposals([with_sheet(read_page(("Kính gửi anh Ba",), "unknown"), b"")], [1])
    assert nobodys == ReadPaper("unknown", "", (1,), ()) and not nobodys.asks
    another = with_sheet(read_page(("TỜ KHAI ĐĂNG KÝ KHAI SINH", "Mẫu của tỉnh khác")), b"")
    (other,) = proposals([another], [1])
    assert not other.fields, "a form whose labels are not there alarms nobody"


def test_a_form_that_the_office_drew_is_proposed_like_those_of_the_program(tmp_path: Path) -> None:
    lines = ("ĐƠN XIN HỌP XÓM", "Tôi tên là: Nguyễn Thị Hường", "Điện thoại: 0912345678")
    page = with_sheet(read_page(lines, "unknown"), b"")
    boxes = [(DrawnField(0, (640, y, 700, 40), label, field, kind)) for y, label, field, kind in (
        (155, "Tôi tên là", "requester.name", "name"), (215, "Điện thoại", "requester.phone", "phone"),
    )]  # fmt: skip
    keep_form(tmp_path, DrawnForm("Đơn họp xóm", lines[0], "own_don_hop_xom", tuple(boxes)), [page])
    (paper,) = proposals([page], [7], tmp_path)
    assert (paper.paper, paper.title, paper.pages) == ("own_don_hop_xom", "ĐƠN XIN HỌP XÓM", (7,))
    assert {field.name: field.value for field in paper.fields} == {
        "requester.name": "Nguyễn Thị Hường",
        "requester.phone": "0912345678",
    }
    (elsewhere,) = proposals([page], [7])
    assert (elsewhere.heading, elsewhere.fields) == ("ĐƠN XIN HỌP XÓM", ())


def test_chance_chooses_which_sure_fields_are_looked_at_by_themselves() -> None:
    sure = ReadField("subject.name", "name", "A", sure=True)
    paper = ReadPaper("p", "P", (1,), (sure, replace(sure, name="b"), replace(sure, name="c", sure=False)))
    throws = cycle([0.0, 0.99])
    (checked,) = with_spot_checks([paper], lambda: next(throws))
    assert [field.spot_check for field in checked.fields] == [True, False, False]
    assert 0 < asking().spot_checks < 0.5


def test_what_the_data_ask_for_is_a_field_of_the_form() -> None:
    known = {name: set(template.fields) for name, template in templates().items()}
    for paper, asked in asking().papers.items():
        assert asked.expected <= known[paper], paper
        assert not asked.applicant or f"{asked.applicant}.name" in known[paper]
    every = set().union(*known.values())
    assert {name for name in asking().twice if not any(f == name or f.endswith(f".{name}") for f in every)} <= {
        "certificate.serial"
    }


def test_what_a_pen_wrote_is_to_be_typed_from_its_place_and_a_number_it_may_be_is_offered() -> None:
    by_hand = tuple(line.replace(" 15/04/1990", "") for line in LINES)
    read = read_page(by_hand)
    top = 95 + 60 * LINES.index("Ngày, tháng, năm sinh: 15/04/1990")
    written = Writing((760, top, 250, 40), 99.0, "15/04/1990", (100,) * 10)
    page = replace(read, print_words=read.words, writing=(written,))
    (paper,) = proposals([with_sheet(page, b"")], [7])
    born = next(field for field in paper.fields if field.name == "requester.born")
    assert (born.value, born.suggestion, born.page) == ("", "15/04/1990", 7)
    assert born.box is not None and not born.sure


def test_a_form_of_another_province_or_of_2010_is_named_as_what_it_says_it_is() -> None:
    old = with_sheet(read_page(("Mẫu TP/HT-2010-KS.1", *LINES)), b"")
    (paper,) = proposals([old], [1])
    assert paper.other_form == "Mẫu TP/HT-2010-KS.1" and paper.asks
    (usual,) = proposals([with_sheet(read_page(), b"")], [1])
    assert usual.other_form == ""


def test_whose_card_it_is_is_not_called_who_is_registered() -> None:
    code = Code(
        "QRCode", "040190001234||Nguyễn Thị Hường|15041990|Nữ|Xóm 3, Nghi Lộc, Nghệ An|10052021", (9, 9, 90, 90)
    )
    read = replace(read_page(("CĂN CƯỚC CÔNG DÂN", "Số: 040190001234")), codes=(code,), document_type="identity_card")
    (card,) = proposals([with_sheet(read, b"")], [7])
    assert card.paper == "identity_card" and {field.whose for field in card.fields} == {"chủ thẻ"}
    assert next(field for field in card.fields if field.name == "subject.born").caption == "ngày sinh của chủ thẻ"
