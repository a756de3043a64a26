"""What a card says: by its code, by its zone, by its print; doubts are shown, nothing is put right."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from counter_app.bench.cards import card_zone
from counter_app.dossier.pages import MACHINE_READABLE, Code, PageReading, Word
from scanning.fields.field import Field
from scanning.fields.papers import fields_of, papers_of
from scanning.fields.titles import classify

CODE = "040190001234|187123456|Nguyễn Thị Mai|15041990|Nữ|Xóm 3, Nghi Lộc, Nghệ An|10052021"
FRONT = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
CĂN CƯỚC CÔNG DÂN
Citizen Identity Card
Số / No.: 040190001234
Họ và tên / Full name:
NGUYỄN THỊ MAI
Ngày sinh / Date of birth: 15/04/1990
Giới tính / Sex: Nữ   Quốc tịch / Nationality: Việt Nam
Quê quán / Place of origin:
Nghi Lộc, Nghệ An
Nơi thường trú / Place of residence: Xóm 3
Nghi Lộc, Nghệ An"""
FRONT_OF_2024 = """CĂN CƯỚC
IDENTITY CARD
Số định danh cá nhân / Personal identification number:
040190001234
Họ, chữ đệm và tên khai sinh / Full name:
NGUYỄN THỊ MAI
Ngày, tháng, năm sinh / Date of birth: 15/04/1990
Giới tính / Sex: Nữ
Quốc tịch / Nationality: Việt Nam"""


def card(text: str, *codes: Code) -> PageReading:
    """A card as it was read: its lines beside the photograph, what stands under that at the left."""
    words = []
    for number, line in enumerate(text.splitlines()):
        x = 60 if line.startswith("Có giá trị") else 400
        for word in line.split():
            if word == "|":
                x = 400
                continue
            words.append(Word(word, 95.0, (x, 100 + 50 * number, 16 * len(word), 28)))
            x += 16 * (len(word) + 1)
    known = classify(text, codes)
    return PageReading(
        1654, 2339, 200, 0, 0.0, False, 0, False, tuple(words), text, 95.0, codes, known.paper,
        document_confidence=known.confidence, document_reason=known.reason,
    )  # fmt: skip


def fields(page: PageReading) -> dict[str, Field]:
    (paper,) = papers_of([page])
    return {field.name.removeprefix("subject."): field for field in fields_of(paper, [page])}


@pytest.mark.parametrize("front", [FRONT, FRONT_OF_2024])
def test_the_front_of_a_card_without_a_code_is_read_by_its_labels(front: str) -> None:
    read = {name: field.value for name, field in fields(card(front)).items()}
    assert (read["identity_number"], read["name"]) == ("040190001234", "NGUYỄN THỊ MAI")
    assert (read["born"], read["sex"], read["nationality"]) == ("15/04/1990", "Nữ", "Việt Nam")


def test_an_address_goes_on_under_its_label_and_what_stands_under_the_photograph_is_no_part_of_it() -> None:
    front = FRONT.removesuffix("Nghi Lộc, Nghệ An") + "Có giá trị đến: 15/04/2030 | Nghi Lộc, Nghệ An"
    read = fields(card(front))
    assert read["address"].value == "Xóm 3 Nghi Lộc, Nghệ An"
    assert read["hometown"].value == "Nghi Lộc, Nghệ An"
    assert read["identity_expires"].normal == "2030-04-15"


def test_a_code_goes_before_the_print_which_says_the_rest() -> None:
    place = (900, 60, 200, 200)
    read = fields(card(FRONT.replace("NGUYỄN THỊ MAI", "NGUYÊN THI MAI"), Code("QRCode", CODE, place)))
    assert read["name"].box == place, "what it says stands where the code does"
    assert read["name"].value == "Nguyễn Thị Mai" and read["name"].sure
    assert read["address"].value == "Xóm 3, Nghi Lộc, Nghệ An"
    assert read["hometown"].value == "Nghi Lộc, Nghệ An"


def test_a_code_beside_another_cards_print_is_not_sure() -> None:
    read = fields(card(FRONT.replace("040190001234", "040190009999"), Code("QRCode", CODE)))
    assert (read["identity_number"].value, read["identity_number"].sure) == ("040190001234", False)
    assert read["name"].sure


@pytest.mark.parametrize(
    ("number", "doubted"),
    [
        ("040190001234", False),
        ("040090001234", True),  # a man's
        ("040390001234", True),  # of the next century
        ("040191001234", True),  # of another year
        ("003190001234", True),  # of no province
        ("151190001234", False),  # born in another country
    ],
)
def test_a_number_that_does_not_fit_is_doubted_and_stays_as_it_is(number: str, doubted: bool) -> None:
    read = fields(card("", Code("QRCode", CODE.replace("040190001234", number))))
    assert read["identity_number"].value == number
    assert [read[name].sure for name in ("identity_number", "born", "sex")] == [not doubted] * 3
    assert read["name"].sure


def test_a_code_of_a_newer_card_goes_on_and_its_first_seven_fields_are_read() -> None:
    read = fields(card("", Code("QRCode", f"{CODE}||Nguyễn Văn An|Lê Thị Hoa")))
    assert read["identity_issued"].normal == "2021-05-10" and len(read) == 6


@pytest.mark.parametrize(
    "text", ["https://example.vn/040190001234", "HS4400123456789|x|y|z|1|2|3", "|||||||", "040190001234"]
)
def test_the_code_of_something_else_is_no_card(text: str) -> None:
    assert fields(card("BIÊN LAI", Code("QRCode", text))) == {}


def test_the_zone_says_what_print_does_not() -> None:
    lines = card_zone(np.random.default_rng(4))
    page = replace(card(FRONT), codes=(Code(MACHINE_READABLE, "\n".join(lines)),))
    read = fields(page)
    assert read["identity_number"].value in lines[0] and read["hometown"].value == "Nghi Lộc, Nghệ An"
    assert not read["born"].sure, "the print is another person's"
