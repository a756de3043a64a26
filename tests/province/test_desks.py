"""Desks are let in by a secret of their own, which can be lost, renewed and taken away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from counter_app.dossier.clock import VIETNAM
from counter_app.province.database import open_database
from counter_app.province.desks import Desks, NoSuchDesk, NotLetIn, Revoked
from counter_app.province.tables import desks as table
from counter_app.province.tokens import TOKEN_SECONDS, Speaker, Tokens
from tests.province.conftest import DESK, OTHER


class Hand:
    """A clock in the test's hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    opened = open_database(database)
    yield opened
    opened.dispose()


def test_a_code_enrols_until_the_credential_was_used_once(engine: Engine) -> None:
    desks = Desks(engine)
    code = desks.register(DESK)
    desks.enrol(DESK, code)  # whose answer was lost
    credential = desks.enrol(DESK, code)
    speaker = desks.speaker(desks.sign_in(DESK, credential).token)
    assert speaker and speaker.desk == DESK
    desks.let_in(speaker)
    with pytest.raises(NotLetIn):
        desks.enrol(DESK, code)


def test_secrets_of_others_and_old_ones_let_nobody_in(engine: Engine) -> None:
    clock = Hand()
    desks = Desks(engine, clock)
    code, other = desks.register(DESK), desks.register(OTHER)
    for desk, wrong in ((DESK, other), (DESK, code.lower()), ("H41.99:3", code), ("province", code), (DESK, "")):
        with pytest.raises(NotLetIn):
            desks.enrol(desk, wrong)
    with pytest.raises(NotLetIn):
        desks.sign_in(DESK, "")  # nothing is the credential of a desk that has none
    clock.at += timedelta(days=15)
    with pytest.raises(NotLetIn):
        desks.enrol(DESK, code)


def test_the_old_credential_holds_until_the_next_one_is_used(engine: Engine) -> None:
    desks = Desks(engine)
    old = desks.enrol(DESK, desks.register(DESK))
    desks.sign_in(DESK, old)
    desks.rotate(DESK)  # whose answer was lost
    desks.sign_in(DESK, old)
    new = desks.rotate(DESK)
    desks.sign_in(DESK, old)
    desks.sign_in(DESK, new)
    with pytest.raises(NotLetIn):
        desks.sign_in(DESK, old)


def test_a_credential_of_three_months_is_to_be_renewed(engine: Engine) -> None:
    clock = Hand()
    desks = Desks(engine, clock)
    old = desks.enrol(DESK, desks.register(DESK))
    assert not desks.sign_in(DESK, old).rotate
    clock.at += timedelta(days=91)
    assert desks.sign_in(DESK, old).rotate
    assert not desks.sign_in(DESK, desks.rotate(DESK)).rotate


def test_a_revoked_desk_is_out_with_its_token_and_back_with_a_new_code(engine: Engine) -> None:
    desks = Desks(engine)
    credential = desks.enrol(DESK, desks.register(DESK))
    speaker = desks.speaker(desks.sign_in(DESK, credential).token)
    assert speaker
    desks.let_in(speaker)
    desks.revoke(DESK)
    assert not desks.is_trusted(speaker)
    with pytest.raises(Revoked):
        desks.let_in(speaker)
    with pytest.raises(Revoked):
        desks.sign_in(DESK, credential)
    with pytest.raises(NotLetIn):
        desks.sign_in(DESK, credential[:-1])  # who does not know the secret learns nothing
    code = desks.register(DESK)
    with pytest.raises(NotLetIn):
        desks.sign_in(DESK, credential)  # the lost machine, while the new one was not yet set up
    anew = desks.enrol(DESK, code)
    desks.sign_in(DESK, anew)
    with pytest.raises(NotLetIn):
        desks.let_in(speaker)  # the token of the machine that was lost


def test_another_process_knows_the_tokens_of_this_one(engine: Engine) -> None:
    here, there = Desks(engine), Desks(engine)
    token = here.sign_in(DESK, here.enrol(DESK, here.register(DESK))).token
    speaker = there.speaker(token)
    assert speaker
    there.let_in(speaker)


def test_no_secret_is_in_the_database(engine: Engine) -> None:
    desks = Desks(engine)
    code = desks.register(DESK)
    credential = desks.enrol(DESK, code)
    following = desks.rotate(DESK)
    with engine.begin() as db:
        kept = str(db.execute(select(table)).all())
    assert not any(secret in kept for secret in (code, credential, following))


@pytest.mark.parametrize("desk", ["", "H41.99", "..:1", "H41.99:0", "H41.99:1000", "../x:1", "H41.99:١", "province"])
def test_names_no_desk_can_have_are_not_registered(engine: Engine, desk: str) -> None:
    with pytest.raises(NoSuchDesk):
        Desks(engine).register(desk)
    with pytest.raises(NoSuchDesk):
        Desks(engine).revoke(desk)


def test_an_official_is_known_by_a_token_until_it_is_taken_away(engine: Engine) -> None:
    desks = Desks(engine)
    lost = desks.add_official("Chuyên viên Mẫu")
    token = desks.add_official("Chuyên viên Mẫu")
    assert desks.official(token) == "Chuyên viên Mẫu"
    assert desks.official(lost) is None
    desks.revoke_official("Chuyên viên Mẫu")
    assert desks.official(token) is None


@given(token=st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_no_text_is_a_token_that_was_not_signed(token: str) -> None:
    tokens = Tokens(b"k" * 32)
    assert tokens.read(token) is None


@given(place=st.integers(0, 200), letter=st.characters(min_codepoint=33, max_codepoint=126))
def test_a_token_with_one_letter_changed_is_none(place: int, letter: str) -> None:
    tokens = Tokens(b"k" * 32)
    token = tokens.sign(Speaker(DESK, 3))
    place %= len(token)
    changed = token[:place] + letter + token[place + 1 :]
    assert changed == token or tokens.read(changed) is None


def test_a_token_runs_out() -> None:
    moment = [1000.0]
    tokens = Tokens(b"k" * 32, lambda: moment[0])
    token = tokens.sign(Speaker(DESK, 1))
    moment[0] += TOKEN_SECONDS - 1
    assert tokens.read(token) == Speaker(DESK, 1)
    moment[0] += 2
    assert tokens.read(token) is None
