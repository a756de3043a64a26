"""Days, telephones and e-mails as they are typed, and what is wrong with them."""

from __future__ import annotations

from datetime import date

import pytest

from counter_app.dossier.written import birth_fault, email_fault, phone_fault, read_day, tidied_day

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize("typed", ["15/4/1990", "15041990", "15-04-1990", "1990-04-15", " 15.04.1990 "])
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    assert tidied_day(typed) == "15/04/1990" and read_day(typed) == date(1990, 4, 15)
    assert birth_fault(typed, TODAY) == ""


@pytest.mark.parametrize("typed", ["", "1990", "04/1990", "29/02/2000"])
def test_what_is_known_of_a_birth_is_enough(typed: str) -> None:
    assert birth_fault(typed, TODAY) == ""


@pytest.mark.parametrize("typed", ["31/02/1990", "29/02/1990", "00/01/1990", "13/1990", "32/01/1990"])
def test_there_is_no_such_day(typed: str) -> None:
    assert birth_fault(typed, TODAY).startswith("There is no such day") and read_day(typed) is None


def test_nobody_is_born_tomorrow() -> None:
    assert birth_fault("25/11/2026", TODAY) == "" and "future" in birth_fault("26/11/2026", TODAY)
    assert "no such day" in birth_fault("01/01/1090", TODAY)
    assert "dd/mm/yyyy" in birth_fault("mùa xuân 1990")


@pytest.mark.parametrize("typed", ["", "huong@example.vn", "a.b-c_d+e@xa.nghean.gov.vn"])
def test_an_email_address(typed: str) -> None:
    assert email_fault(typed) == ""


@pytest.mark.parametrize("typed", ["hường@example.vn", "huong@example", "huong example.vn", "a..b@example.vn", "@a.vn"])
def test_no_email_address(typed: str) -> None:
    assert email_fault(typed)


def test_telephones() -> None:
    assert not any(map(phone_fault, ("", "0912345678", "0912 345.678", "(0238) 3-842-119", "+84912345678")))
    assert not phone_fault("+1 408 555 0100"), "who lives abroad has one there"
    assert all(map(phone_fault, ("912345678", "09123", "091234567a", "+849123", "+0912345678")))


def test_digits_of_another_script_are_no_birth_and_no_telephone() -> None:
    assert birth_fault("١٥/٠٤/١٩٩٠") and birth_fault("１９９０") and phone_fault("０９１２３４５６７８")
