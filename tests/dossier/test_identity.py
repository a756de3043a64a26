"""Identity cards as the reader and the scanner deliver them. All people are invented."""

from datetime import date

import pytest

from counter_app.dossier.identity import (
    BadMrz,
    NotACardCode,
    check_digit,
    is_citizen_number,
    is_old_number,
    number_agrees,
    read_card_qr,
    read_mrz,
)

QR = "040190001234|187123456|Nguyễn Thị Mai|15041990|Nữ|Xóm 3, Nghi Phú, Vinh, Nghệ An|10052021"
MRZ = ("IDVNM1900012342040190001234<<4", "9004159F3004157VNM<<<<<<<<<<<2", "NGUYEN<<THI<MAI<<<<<<<<<<<<<<<")
TODAY = date(2026, 11, 24)


def test_the_card_in_one_burst() -> None:
    card = read_card_qr(QR + "\r\n")
    assert (card.number, card.old_number, card.name, card.sex) == (
        "040190001234",
        "187123456",
        "Nguyễn Thị Mai",
        "Nữ",
    )
    assert (card.born, card.issued) == (date(1990, 4, 15), date(2021, 5, 10))
    assert card.address == "Xóm 3, Nghi Phú, Vinh, Nghệ An"


def test_a_card_without_an_old_number_and_a_new_card_with_more_fields() -> None:
    assert read_card_qr(QR.replace("187123456", "")).old_number == ""
    assert read_card_qr(QR + "|Nguyễn Văn Ba|Lê Thị Bốn").name == "Nguyễn Thị Mai"


def test_decomposed_marks_come_out_composed() -> None:
    assert read_card_qr(QR.replace("ễ", "ễ")).name == "Nguyễn Thị Mai"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "8935049501001",
        QR.replace("040190001234", "04019000123"),
        QR.replace("15041990", "31021990"),
        QR.replace("Nữ", "F"),
        QR.replace("187123456", "1871"),
        QR.replace("|", ";"),
    ],
)
def test_what_is_no_card_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotACardCode) as failure:
        read_card_qr(text)
    assert "0401" not in str(failure.value)


def test_the_number_is_compared_with_the_card_but_never_repaired() -> None:
    assert number_agrees("040190001234", born=date(1990, 4, 15), sex="Nữ")
    assert not number_agrees("040190001234", born=date(1991, 4, 15), sex="Nữ")
    assert not number_agrees("040190001234", born=date(1990, 4, 15), sex="Nam")
    assert number_agrees("040305001234", born=date(2005, 1, 1), sex="Nữ")


def test_the_machine_readable_zone_with_all_check_digits() -> None:
    mrz = read_mrz(MRZ, TODAY)
    assert (mrz.number, mrz.name, mrz.sex) == ("040190001234", "NGUYEN THI MAI", "Nữ")
    assert (mrz.born, mrz.expires) == (date(1990, 4, 15), date(2030, 4, 15))


def test_every_single_wrong_digit_in_the_zone_is_noticed() -> None:
    for line in (0, 1):
        for place, letter in enumerate(MRZ[line]):
            if letter.isdigit():
                wrong = MRZ[line][:place] + str((int(letter) + 1) % 10) + MRZ[line][place + 1 :]
                lines = (wrong, MRZ[1], MRZ[2]) if line == 0 else (MRZ[0], wrong, MRZ[2])
                with pytest.raises(BadMrz):
                    read_mrz(lines, TODAY)


def test_a_card_for_life_has_no_expiry() -> None:
    body = "9004159F9912315VNM<<<<<<<<<<<"
    composite = check_digit(MRZ[0][5:30] + body[0:7] + body[8:15] + body[18:29])
    second = body[:8] + "991231" + str(check_digit("991231")) + body[15:] + str(composite)
    composite = check_digit(MRZ[0][5:30] + second[0:7] + second[8:15] + second[18:29])
    assert read_mrz((MRZ[0], second[:29] + str(composite), MRZ[2]), TODAY).expires is None


@pytest.mark.parametrize("lines", [("", "", ""), ("IDVNM", MRZ[1], MRZ[2]), (MRZ[0].replace("VNM", "USA"), *MRZ[1:])])
def test_other_lines_are_refused(lines: tuple[str, str, str]) -> None:
    with pytest.raises(BadMrz):
        read_mrz(lines, TODAY)


@pytest.mark.parametrize("number", ["٠٤٠١٩٠٠٠١٢٣٤", "０４０１９０００１２３４", "٠40190001234", "04019000123²"])
def test_digits_of_another_script_make_nobodys_number(number: str) -> None:
    assert not is_citizen_number(number) and not is_old_number(number[:9].replace("4", "٤"))
    with pytest.raises(NotACardCode):
        read_card_qr(QR.replace("040190001234", number))
