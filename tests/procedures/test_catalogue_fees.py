"""What a dossier costs: by dossier, copy and page, with tiers, limits and exemptions."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from counter_app.dossier.model import Term
from counter_app.dossier.money import CertifiedDocument
from counter_app.procedures.catalogue import Catalogue, ComponentRule, Exemption, Fee, FeeTier, Procedure
from counter_app.procedures.catalogue_files import load_catalogue
from counter_app.procedures.fees import ExemptionUnknown, certification_fee, fees_due, fees_unknown
from counter_app.resources import resource

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue(resource("procedures"))


def procedure(*fees: Fee, exemptions: tuple[Exemption, ...] = ()) -> Procedure:
    return Procedure(
        code="1.001193",
        name="Thủ tục",
        field="Lĩnh vực",
        version="1",
        components=(ComponentRule(key="to-khai", name="Tờ khai"),),
        term=Term(unit="same_day"),
        fees=fees,
        exemptions=exemptions,
        valid_from=TODAY,
    )


@pytest.mark.parametrize(
    ("pages", "copies", "amount"),
    [(1, 1, 2_000), (2, 1, 4_000), (3, 1, 5_000), (10, 2, 24_000), (198, 1, 200_000), (500, 3, 600_000)],
)
def test_certified_copies_cost_what_the_circular_says(shipped: Catalogue, pages: int, copies: int, amount: int) -> None:
    """2.000 đồng a page, 1.000 from the third on, never more than 200.000 a copy (TT 226/2016)."""
    certifying = shipped.get("2.000815", TODAY)
    assert certifying
    assert certification_fee(certifying, pages, copies) == amount
    document = CertifiedDocument(name="Bằng tốt nghiệp", pages=pages, copies=copies)
    assert [fee.amount for fee in fees_due(certifying, certified=(document,))] == [amount]


def page_by_page(fee: Fee, pages: int, copies: int) -> int:
    """The obvious reference: put a price on each page, one after the other."""
    total = 0
    for _ in range(copies):
        copy = 0
        for page in range(1, pages + 1):
            price = fee.amount
            for tier in fee.tiers:
                if page >= tier.from_page:
                    price = tier.amount
            copy += price
        total += min(copy, fee.most_per_copy) if fee.most_per_copy else copy
    return total


@some.composite
def page_fees(draw: some.DrawFn) -> Fee:
    pages = sorted(draw(some.sets(some.integers(2, 40), max_size=4)))
    tiers = tuple(FeeTier(from_page=page, amount=draw(some.integers(0, 5_000))) for page in pages)
    most = draw(some.sampled_from([0, 1, 9_999, 60_000]))
    return Fee(
        name="Phí", kind="phi", amount=draw(some.integers(0, 5_000)), per="page", tiers=tiers, most_per_copy=most
    )


@given(page_fees(), some.integers(1, 60), some.integers(1, 5))
def test_tiers_come_to_the_same_as_counting_page_by_page(fee: Fee, pages: int, copies: int) -> None:
    assert certification_fee(procedure(fee), pages, copies) == page_by_page(fee, pages, copies)


def test_several_documents_are_each_counted_from_their_first_page(shipped: Catalogue) -> None:
    certifying = shipped.get("2.000815", TODAY)
    assert certifying
    two = tuple(CertifiedDocument(name=name, pages=3, copies=2) for name in ("Bằng", "Học bạ"))
    assert [fee.amount for fee in fees_due(certifying, certified=two)] == [20_000]


def test_a_copy_of_an_extract_costs_for_each_copy(shipped: Catalogue) -> None:
    extract = shipped.get("2.000635", TODAY)
    assert extract
    assert [fee.amount for fee in fees_due(extract, copies=3)] == [24_000]


def test_who_is_exempt_pays_nothing_and_the_full_rate_is_kept(shipped: Catalogue) -> None:
    household = shipped.get("1.001612", TODAY)
    assert household
    (fee,) = fees_due(household, "nguoi-co-cong")
    assert (fee.amount, fee.full, fee.exemption) == (0, 100_000, "Người có công với cách mạng")
    (fee,) = fees_due(household)
    assert (fee.amount, fee.full, fee.exemption) == (100_000, 100_000, "")


def test_an_exemption_from_charges_leaves_the_fee() -> None:
    half = Exemption(key="mot-nua", name="Giảm một nửa", percent=50, kinds=("le_phi",))
    both = procedure(
        Fee(name="Phí", kind="phi", amount=7_001), Fee(name="Lệ phí", kind="le_phi", amount=7_001), exemptions=(half,)
    )
    assert [(fee.kind, fee.amount, fee.exemption) for fee in fees_due(both, "mot-nua")] == [
        ("phi", 7_001, ""),
        ("le_phi", 3_500, "Giảm một nửa"),
    ]


def test_an_exemption_the_procedure_does_not_grant_is_refused() -> None:
    with pytest.raises(ExemptionUnknown):
        fees_due(procedure(Fee(name="Phí", kind="phi", amount=1)), "tre-em")


def test_what_is_taken_in_one_case_only_is_not_asked_for_in_another() -> None:
    """A permit for a house of one's own costs half of one for other works; both stood on the receipt."""
    building = procedure(
        Fee(name="Lệ phí, nhà ở riêng lẻ", kind="le_phi", amount=75_000, case="Nhà ở riêng lẻ"),
        Fee(name="Lệ phí, công trình khác", kind="le_phi", amount=150_000, case="Công trình khác"),
        Fee(name="Phí thẩm định", kind="phi", amount=10_000),
    )
    assert building.asks_case and building.case_names == ("Nhà ở riêng lẻ", "Công trình khác")
    assert [fee.amount for fee in fees_due(building, case="Nhà ở riêng lẻ")] == [75_000, 10_000]
    assert [fee.amount for fee in fees_due(building, case="Công trình khác")] == [150_000, 10_000]
    assert [fee.amount for fee in fees_due(building)] == [10_000]


def test_cases_of_papers_are_not_offered_beside_those_that_cost_differently() -> None:
    """Whoever chose the one that only a paper names would have paid nothing."""
    paper = ComponentRule(key="giay-uy-quyen", name="Giấy ủy quyền", case="Ủy quyền")
    named = procedure(Fee(name="Phí", kind="phi", amount=1, case="Hộ gia đình"))
    named = named.model_copy(update={"components": (*named.components, paper)})
    assert named.case_names == ("Hộ gia đình",) and paper in named.asked_in("Hộ gia đình")


def test_the_shipped_fees_by_case_are_those_of_their_sources(shipped: Catalogue) -> None:
    """Every builder paid the charge of a single house; who asked for a stay by list was told that it is 15.000."""
    due = {
        (code, case): (sum(fee.amount for fee in fees_due(one, case=case)), fees_unknown(one, case))
        for code in ("1.013225", "1.004194", "1.002755", "1.013855")
        if (one := shipped.get(code, TODAY))
        for case in one.case_names
    }
    barracks = "Nơi đơn vị đóng quân trong Công an nhân dân, Quân đội nhân dân"
    stay = {"Cá nhân, hộ gia đình": (15_000, False), "Theo danh sách": (0, True), barracks: (0, True)}
    assert due == {
        ("1.013225", "Công trình"): (0, True),
        ("1.013225", "Nhà ở riêng lẻ"): (75_000, False),
        **{("1.004194", case): money for case, money in stay.items()},
        **{("1.002755", case): money for case, money in stay.items()},
        ("1.013855", "Cơ sở sản xuất nhỏ lẻ"): (250_000, False),
        ("1.013855", "Cơ sở sản xuất khác (cả cơ sở vừa sản xuất vừa kinh doanh)"): (1_250_000, False),
        ("1.013855", "Cơ sở kinh doanh dịch vụ ăn uống dưới 200 suất ăn"): (350_000, False),
        ("1.013855", "Cơ sở kinh doanh dịch vụ ăn uống từ 200 suất ăn trở lên"): (500_000, False),
        ("1.013855", "Cơ sở kinh doanh thực phẩm"): (500_000, False),
    }


def test_a_farmers_loan_costs_no_fee_for_certifying_its_mortgage(shipped: Catalogue) -> None:
    deed = shipped.get("2.001035", TODAY)
    assert deed and [fee.amount for fee in fees_due(deed, "vay-von-nong-nghiep")] == [0]


def test_what_the_province_decides_is_not_said_to_be_free(shipped: Catalogue) -> None:
    """The portal has 0 with a note there; the clerk read that nothing is taken for a land certificate."""
    land = ("1.013978", "1.012783", "1.012784", "1.012786", "1.012790", "1.013949", "9.000001")
    people = ("2.000720", "1.001570", "1.001266", "2.000575", "2.000528", "1.004884", "1.000689", "2.000806")
    for code in (*land, *people):
        one = shipped.get(code, TODAY)
        assert one and fees_unknown(one, "") and "Hội đồng nhân dân" in one.fee_note, code
    for code in ("1.001193", "1.000894", "1.001776", "2.000908", "2.000986"):
        one = shipped.get(code, TODAY)
        assert one and not fees_unknown(one, "") and not fees_due(one), f"{code} is free, and the source says so"
