"""Addresses: completed with two keys, read whether old or new, and asked about where a name means several communes."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.dossier.draft import Draft
from counter_app.dossier.place_names import bare
from counter_app.procedures.places import Places
from counter_app.procedures.places_files import load_places
from counter_app.resources import resource
from tests.conftest import filled
from tests.work import calls

TODAY = date(2026, 11, 27)
NGHE_AN = "40"


@pytest.fixture(scope="module")
def places() -> Places:
    return load_places(resource("places"))


def offered(places: Places, typed: str, home: str = NGHE_AN) -> list[str]:
    return [place.written for place in places.complete(typed, home, TODAY)]


def meant(places: Places, address: str, on: date = TODAY) -> list[str]:
    return [place.name for place in places.read(address, on)]


# What ships


def test_nghe_an_has_its_130_units_and_the_country_3321_in_34_provinces(places: Places) -> None:
    here = [commune for commune in places.communes if commune.since <= TODAY <= commune.until]
    assert len(here) == 3321
    assert len({item.province for item in here}) == 34
    kinds = Counter(item.name.split()[0] for item in here if item.province == NGHE_AN)
    assert kinds == {"Xã": 119, "Phường": 11}


def test_every_old_commune_leads_to_units_of_today_and_every_unit_to_a_province(places: Places) -> None:
    for old in places.old_communes:
        assert all(places.commune(code, TODAY) for code in old.now), old
    assert all(place.province for commune in places.communes if (place := places.commune(commune.code, TODAY)))


def test_no_old_commune_of_nghe_an_was_split(places: Places) -> None:
    assert [old for old in places.old_communes if old.province == NGHE_AN and len(old.now) != 1] == []


def test_names_without_marks_are_those_of_the_names(places: Places) -> None:
    assert [item for item in (*places.communes, *places.old_communes) if item.bare != bare(item.name)] == []


# Two keys


def test_two_keys_are_enough_for_every_commune_of_the_province(places: Places) -> None:
    for commune in places.communes:
        if commune.province == NGHE_AN:
            initials = "".join(word[0] for word in commune.bare.split())[:2]
            typed = initials if len(initials) == 2 else commune.bare[:2]
            found = [place.code for place in places.complete(f"Xóm 3, {typed}", NGHE_AN, TODAY, limit=20)]
            assert commune.code in found and (len(initials) < 2 or len(found) <= 20), commune


def test_the_first_letters_of_two_words_or_the_beginning_of_the_name_find_it(places: Places) -> None:
    assert "phường Cửa Lò, tỉnh Nghệ An" in offered(places, "cl")
    assert offered(places, "cu") == ["phường Cửa Lò, tỉnh Nghệ An"]
    assert offered(places, "Xóm 3, CỬA")[0] == "Xóm 3, phường Cửa Lò, tỉnh Nghệ An"
    assert offered(places, "số 5, p. vinh ph")[0] == "số 5, phường Vinh Phú, tỉnh Nghệ An"
    assert offered(places, "ngh loc")[:2] == ["xã Nghĩa Lộc, tỉnh Nghệ An", "xã Nghi Lộc, tỉnh Nghệ An"]


def test_one_key_a_hamlet_alone_or_a_finished_address_offer_nothing(places: Places) -> None:
    for typed in ("", "c", "Xóm 3", "Xóm 3,", "Xóm 3, phường Cửa Lò, tỉnh Nghệ An", "Cửa Lò, nghe an"):
        assert offered(places, typed) == [], typed


def test_from_three_letters_on_old_names_and_other_provinces_follow(places: Places) -> None:
    assert offered(places, "bến thu") == ["phường Bến Thủy, thành phố Vinh, tỉnh Nghệ An"]
    assert offered(places, "kỳ anh") == ["xã Kỳ Anh, tỉnh Hà Tĩnh"]
    assert offered(places, "ky anh", home="42") == ["xã Kỳ Anh, tỉnh Hà Tĩnh"]


def test_a_keystroke_is_little_work(places: Places) -> None:
    for typed in ("cl", "quang", "ngh loc"):
        assert calls(lambda typed=typed: places.complete(typed, NGHE_AN, TODAY)) < 12_000  # type: ignore[misc]


# What is written


@pytest.mark.parametrize(
    ("address", "today"),
    [
        ("Xóm 3, Nghi Phú, Vinh, Nghệ An", "phường Vinh Phú, tỉnh Nghệ An"),
        ("12 Lê Mao, P. Lê Mao, TP Vinh, Nghệ An", "phường Thành Vinh, tỉnh Nghệ An"),
        ("xã Tam Hợp, huyện Quỳ Hợp, tỉnh Nghệ An, Việt Nam", "xã Tam Hợp, tỉnh Nghệ An"),
        ("Phường 1, Quận 3, TP. Hồ Chí Minh", "phường Bàn Cờ, thành phố Hồ Chí Minh"),
        ("Xóm 3, xã Kim Liên, tỉnh Nghệ An", "xã Kim Liên, tỉnh Nghệ An"),
        ("Bố Hạ, Bắc Ninh", "phường Bố Hạ, thành phố Bắc Ninh"),
    ],
)
def test_an_old_address_and_a_new_one_are_the_commune_of_today(places: Places, address: str, today: str) -> None:
    assert meant(places, address) == [today]


def test_homonyms_are_all_given_and_the_district_decides(places: Places) -> None:
    assert meant(places, "xã Đồng Văn, tỉnh Nghệ An") == [
        "xã Thông Thụ, tỉnh Nghệ An",
        "xã Tiên Đồng, tỉnh Nghệ An",
        "xã Đại Đồng, tỉnh Nghệ An",
    ]
    assert meant(places, "xã Đồng Văn, huyện Tân Kỳ, tỉnh Nghệ An") == ["xã Tiên Đồng, tỉnh Nghệ An"]


def test_a_hamlet_may_have_the_name_of_a_commune_so_a_bare_district_asks(places: Places) -> None:
    assert meant(places, "Đồng Văn, Tân Kỳ, Nghệ An") == ["xã Tiên Đồng, tỉnh Nghệ An", "xã Tân Kỳ, tỉnh Nghệ An"]


def test_a_paper_of_before_knows_only_the_names_of_its_day(places: Places) -> None:
    before_2024 = date(2024, 11, 30)
    assert meant(places, "phường Đội Cung, thành phố Vinh, Nghệ An", before_2024) == ["phường Thành Vinh, tỉnh Nghệ An"]
    assert meant(places, "phường Đội Cung, thành phố Vinh, Nghệ An", before_2024 + timedelta(days=1)) == []
    assert meant(places, "phường Cửa Lò, tỉnh Nghệ An", before_2024) == []


def test_a_unit_has_the_name_of_the_day(places: Places) -> None:
    then, now = places.commune("07294", date(2026, 9, 19)), places.commune("07294", date(2026, 9, 20))
    assert then is not None and then.name == "xã Bố Hạ, tỉnh Bắc Ninh"
    assert now is not None and now.name == "phường Bố Hạ, thành phố Bắc Ninh"
    assert places.commune("99999", TODAY) is None


def test_what_is_no_place_means_none(places: Places) -> None:
    for address in ("", ",", "Xóm 5", "phường Sao Mai, tỉnh Nghệ An", "Nghệ An", "Paris, France"):
        assert meant(places, address) == [], address


@pytest.mark.parametrize(("agency", "code"), [("H41.15", "40"), ("000.00.15.H41", "40"), ("H42", "37"), ("G01", "")])
def test_an_agency_is_at_home_in_its_province(places: Places, agency: str, code: str) -> None:
    assert places.province_of(agency) == code


# The dossier


def received(desk: Desk, address: str) -> tuple[str, str]:
    draft: Draft = filled(desk.new_draft())
    draft = draft.model_copy(update={"owner": draft.owner.model_copy(update={"address": address})})
    desk.keep_draft(draft)
    owner = receiving.receive(desk, draft.id).owner
    return owner.address, owner.commune


def test_the_dossier_keeps_what_is_written_and_beside_it_the_commune_it_means(desk: Desk) -> None:
    assert received(desk, "Xóm 3, Nghi Phú, Vinh, Nghệ An") == ("Xóm 3, Nghi Phú, Vinh, Nghệ An", "16702")
    assert received(desk, "xã Đồng Văn, Nghệ An") == ("xã Đồng Văn, Nghệ An", "")


def test_a_citizen_number_begins_with_a_province_of_today_or_before_or_with_a_country(places: Places) -> None:
    assert places.has_province("040") and places.has_province("027") and places.has_province("151")
    assert not places.has_province("003") and not places.has_province("097") and not places.has_province("000")
