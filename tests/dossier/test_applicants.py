"""Numbers of organisations."""

from __future__ import annotations

import pytest

from counter_app.dossier.applicants import USUAL_AUTHORITY, Relation, is_tax_code, tax_code


@pytest.mark.parametrize("code", ["2999999916", "2999999916-001", "2999999916001"])
def test_a_tax_code_with_its_check_digit_is_one(code: str) -> None:
    assert is_tax_code(code)


@pytest.mark.parametrize(
    "code",
    [
        "2999999917",
        "299999991",
        "2999999916-000",
        "2999999916-01",
        "040190001234",
        "2999999916a",
        "２９９９９９９９１６",
        "2999999916\n",
        "",
    ],
)
def test_a_wrong_check_digit_an_empty_branch_or_another_length_is_none(code: str) -> None:
    assert not is_tax_code(code)


def test_a_branchs_code_is_written_with_its_hyphen() -> None:
    assert tax_code("2999999916001") == "2999999916-001"
    assert tax_code("2999999916") == "2999999916"


def test_every_relation_but_the_holders_own_has_a_usual_paper() -> None:
    assert set(USUAL_AUTHORITY) == set(Relation) - {Relation.HOLDER}
