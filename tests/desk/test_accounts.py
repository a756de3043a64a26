"""Accounts: the first, the others, signing in, and that nobody is kept out by somebody else's wrong passwords."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from counter_app.config import sample_profile
from counter_app.desk import accounts
from counter_app.desk.desk import Desk, NoSecond, open_desk
from counter_app.dossier.accounts import LastAdministrator, NameTaken, fold_account
from counter_app.dossier.acts.act import NotYourTask, StepIncomplete
from counter_app.dossier.codes import is_account, is_dossier
from counter_app.dossier.journal import PROVINCE, write
from counter_app.dossier.payloads.accounts import AccountOpened, AccountRoles, AccountSecret, SecretKind
from counter_app.dossier.roles import Role, Task
from counter_app.passwords import is_password
from counter_app.store.backup_keys import NotTheKey, new_recovery_key
from counter_app.store.streams import ACCOUNTS
from tests.conftest import MORNING
from tests.pace import slower

HEAD, CLERK = "Trần Thị Mẫu", "Lê Văn Hai"
PASSWORD, GIVEN, OWN = "một câu ngắn", "mật khẩu tạm", "câu của riêng tôi"


class Wall:
    """A clock in the test's hand."""

    def __init__(self) -> None:
        self.at = MORNING

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def empty(tmp_path: Path, wall: Wall) -> Iterator[Desk]:
    """A desk where nobody has an account yet."""
    desk = open_desk(tmp_path / "desk", sample_profile())
    yield replace(desk, now=wall)
    desk.store.close()


@pytest.fixture
def headed(empty: Desk) -> Desk:
    """The desk with its administrator signed in."""
    return empty.of(accounts.make_administrator(empty, HEAD, PASSWORD, PASSWORD))


def test_a_desk_asks_for_its_administrator_once(empty: Desk) -> None:
    assert not accounts.has_administrator(empty)
    clerk = accounts.make_administrator(empty, "  Trần Thị   Mẫu ", PASSWORD, PASSWORD)
    assert clerk.name == HEAD and {Task.ACCOUNTS, Task.CATALOGUE, Task.APPROVAL, Task.RECEPTION} <= clerk.tasks
    assert accounts.has_administrator(empty)
    with pytest.raises(accounts.AdministratorThere):
        accounts.make_administrator(empty, CLERK, PASSWORD, PASSWORD)


@pytest.mark.parametrize(
    ("name", "password", "again", "failure"),
    [
        ("", PASSWORD, PASSWORD, StepIncomplete),
        (HEAD, "ngắn", "ngắn", accounts.PasswordTooWeak),
        (HEAD, PASSWORD, "một câu khác", accounts.PasswordTooWeak),
        (HEAD, "trần thị mẫu", "trần thị mẫu", accounts.PasswordTooWeak),
        (HEAD, "aaaaaaaaaaaa", "aaaaaaaaaaaa", accounts.PasswordTooWeak),
    ],
)
def test_a_weak_start_is_refused(empty: Desk, name: str, password: str, again: str, failure: type[Exception]) -> None:
    with pytest.raises(failure):
        accounts.make_administrator(empty, name, password, again)
    assert not accounts.has_administrator(empty) and empty.store.entries.last_sequence() == 0


def test_accounts_are_entries_of_their_own_which_name_who_wrote_them(headed: Desk) -> None:
    account = accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    accounts.change_roles(headed, account.code, [Role.RETURN_DESK], "Đổi quầy")
    assert is_account(account.code) and not is_dossier(account.code)
    entries = headed.store.entries.of_dossier(account.code)
    assert [(entry.kind, entry.clerk) for entry in entries] == [
        ("account_opened", HEAD),
        ("account_secret", HEAD),
        ("account_roles", HEAD),
    ]
    assert all(GIVEN not in (entry.payload or "") for entry in entries)
    assert headed.store.entries.check_own() == 5
    assert headed.store.journal.differing_projections() == [] and headed.store.find("") == []
    headed.store.journal.rebuild_all()
    assert accounts.names(headed) == [CLERK, HEAD]


def test_whoever_was_given_a_password_chooses_another(headed: Desk) -> None:
    account = accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    signed = accounts.sign_in(headed, CLERK.lower(), unicodedata.normalize("NFD", GIVEN))
    assert signed.code == account.code and signed.changes_password
    theirs = headed.of(signed.clerk)
    with pytest.raises(accounts.WrongSignIn):
        accounts.change_password(theirs, "không phải", OWN, OWN)
    assert not accounts.change_password(theirs, GIVEN, OWN, OWN).changes_password
    with pytest.raises(accounts.WrongSignIn):
        accounts.sign_in(headed, CLERK, GIVEN)
    assert accounts.sign_in(headed, CLERK, OWN).clerk.name == CLERK


def test_only_the_administrator_opens_and_changes_accounts(headed: Desk) -> None:
    account = accounts.open_account(headed, CLERK, [Role.CLERK, Role.SUPERVISOR], GIVEN, GIVEN)
    theirs = headed.of(account.clerk)
    for do in (
        lambda: accounts.open_account(theirs, "Lê Thị Ba", [Role.CLERK], GIVEN, GIVEN),
        lambda: accounts.change_roles(theirs, account.code, [Role.ADMINISTRATOR]),
        lambda: accounts.give_password(theirs, headed.clerk.account, GIVEN, GIVEN),
        lambda: accounts.give_card(theirs, account.code),
        lambda: accounts.take_card_away(theirs, account.code),
    ):
        with pytest.raises(NotYourTask):
            do()
    with pytest.raises(NameTaken):
        accounts.open_account(headed, "lê văn hai", [Role.CLERK], GIVEN, GIVEN)
    accounts.open_account(headed, "Lê Vân Hai", [Role.CLERK], GIVEN, GIVEN)  # another name


def test_a_closed_account_opens_no_desk_and_one_administrator_stays(headed: Desk) -> None:
    account = accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    card = accounts.give_card(headed, account.code)
    accounts.change_roles(headed, account.code, ())
    assert accounts.names(headed) == [HEAD]
    with pytest.raises(accounts.WrongSignIn):
        accounts.sign_in(headed, CLERK, GIVEN)
    with pytest.raises(accounts.CardNotKnown):
        accounts.sign_in_by_card(headed, card)
    with pytest.raises(LastAdministrator):
        accounts.change_roles(headed, headed.clerk.account, [Role.CLERK])
    assert accounts.change_roles(headed, account.code, [Role.CLERK]).is_open, "it is opened again by a role"


def test_a_card_signs_in_until_another_is_given_out_or_it_is_lost(headed: Desk) -> None:
    account = accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    first = accounts.give_card(headed, account.code)
    assert accounts.is_card(first) and accounts.sign_in_by_card(headed, first.lower()).code == account.code
    second = accounts.give_card(headed, account.code)
    with pytest.raises(accounts.CardNotKnown):
        accounts.sign_in_by_card(headed, first)
    assert accounts.identified(headed, HEAD, second).name == CLERK, "a card says by itself whose it is"
    accounts.take_card_away(headed, account.code)
    with pytest.raises(accounts.CardNotKnown):
        accounts.sign_in_by_card(headed, second)
    assert second not in "".join(entry.payload or "" for entry in headed.store.entries.own_after(0, -1))


def test_wrong_passwords_slow_down_one_name_at_one_desk_and_shut_nobody_out(headed: Desk, wall: Wall) -> None:
    account = accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    card = accounts.give_card(headed, account.code)
    waits = []
    for _ in range(12):
        begun = wall.at
        while not tried(headed):
            wall.at += timedelta(seconds=1)
        waits.append((wall.at - begun).total_seconds())
    assert waits[:3] == [0, 0, 0] and max(waits) == 60, "never longer than a minute, however often"
    with pytest.raises(accounts.WaitToSignIn) as refused:
        accounts.sign_in(headed, CLERK, GIVEN)
    assert "60 giây" in refused.value.sentence()
    assert accounts.sign_in(headed, HEAD, PASSWORD).name == HEAD, "others are not held up"
    assert accounts.sign_in_by_card(headed, card).name == CLERK, "nor is the card"
    wall.at -= timedelta(days=1)  # a clock that was set back keeps nobody out either
    assert accounts.sign_in(headed, CLERK, GIVEN).name == CLERK
    assert headed.store.sign_in_failures.of("le van hai") is None


def tried(desk: Desk) -> bool:
    """Whether a wrong password was looked at, and not put off."""
    try:
        accounts.sign_in(desk, CLERK, "sai mật khẩu")
    except accounts.WaitToSignIn:
        return False
    except accounts.WrongSignIn:
        return True
    raise AssertionError("let in")


def test_a_second_person_is_known_by_password_or_card_and_is_another(headed: Desk) -> None:
    account = accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    card = accounts.give_card(headed, headed.clerk.account)
    theirs = headed.of(account.clerk)
    assert accounts.seconds(theirs) == (HEAD,) and accounts.seconds(headed) == ()
    assert accounts.confirmed_by(theirs, HEAD, PASSWORD).second == headed.clerk
    assert accounts.confirmed_by(theirs, "", card).second == headed.clerk
    with pytest.raises(NoSecond):
        accounts.confirmed_by(theirs, CLERK, GIVEN)
    with pytest.raises(accounts.WrongSignIn):
        accounts.confirmed_by(theirs, HEAD, "không phải")


def test_the_province_opens_accounts_and_keeps_their_roles(headed: Desk) -> None:
    code = "H41.99-261120-" + "4" * 20
    entries = []
    for step, payload in enumerate(
        (AccountOpened(name=CLERK, roles=(Role.CLERK,)), AccountRoles(roles=(Role.SUPERVISOR,))), 1
    ):
        entries.append(
            write(
                payload,
                dossier=code,
                step=step,
                desk=PROVINCE,
                clerk="Sở Nội vụ",
                at=MORNING,
                after=entries[-1] if entries else None,
                salt="muối",
            )
        )
    headed.store.journal.accept(entries)
    account = headed.store.journal.account(code)
    assert account is not None and account.of_province and account.roles == (Role.SUPERVISOR,)
    with pytest.raises(accounts.AccountOfProvince):
        accounts.change_roles(headed, code, [Role.ADMINISTRATOR])
    forged = AccountRoles(roles=(Role.ADMINISTRATOR,))
    changed = headed.store.journal.append_to(ACCOUNTS, forged, code=code, clerk=HEAD, at=MORNING, salt="muối")
    assert changed.roles == (Role.SUPERVISOR,), "a desk's word about them has no effect"
    assert accounts.give_password(headed, code, GIVEN, GIVEN).changes_password


def test_entries_of_an_account_fold_alike_in_any_order(headed: Desk) -> None:
    account = accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    accounts.change_roles(headed, account.code, [Role.INSPECTOR])
    entries = headed.store.entries.of_dossier(account.code)
    assert fold_account(reversed(entries)) == fold_account(entries)
    assert fold_account(entries[1:]) is None


@pytest.mark.usefixtures("costly_passwords")
def test_signing_in_takes_no_half_second_and_an_unknown_name_as_long_as_a_wrong_password(headed: Desk) -> None:
    def seconds(name: str) -> float:
        begun = time.thread_time()  # whatever else this machine does
        with pytest.raises(accounts.WrongSignIn):
            accounts.sign_in(headed, name, "sai mật khẩu")
        return time.thread_time() - begun

    known, unknown = min(seconds(HEAD) for _ in range(3)), min(seconds(f"Không Có {n}") for n in range(3))
    assert known < 0.5 * slower() and 0.4 < unknown / known < 2.5


def test_the_recovery_key_gives_an_administrator_another_password_and_nobody_else(headed: Desk) -> None:
    accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    key = new_recovery_key()
    headed.store.backup_keys.set_recovery_key(key, key)
    with pytest.raises(NotTheKey):
        accounts.recover(headed, HEAD, new_recovery_key(), GIVEN, GIVEN)
    assert accounts.recover(headed, CLERK, key, GIVEN, GIVEN).name == HEAD, "the head gives the others theirs"
    assert accounts.sign_in(headed, HEAD, GIVEN).name == HEAD
    with pytest.raises(accounts.WrongSignIn):
        accounts.sign_in(headed, HEAD, PASSWORD)


def test_a_kept_password_says_how_it_was_made(headed: Desk) -> None:
    (account,) = headed.store.journal.accounts()
    assert account.password.startswith("argon2id$") and is_password(PASSWORD, account.password)
    assert AccountSecret(secret=SecretKind.CARD, kept="").kept == ""


def test_a_letter_nobody_sees_does_not_make_a_second_person_of_one_name(headed: Desk) -> None:
    with pytest.raises(NameTaken):
        accounts.open_account(headed, "Trần\u200b Thị Ma\u0302\u0303u\ufeff", (Role.CLERK,), GIVEN, GIVEN)


@pytest.mark.parametrize(
    "kept",
    ["x", "argon2id$1", "argon2id$99999999$9$9$AAAA$AAAA", "bcrypt$1$1$1$A$A", f"scrypt$30$8$1${'A' * 24}${'A' * 43}="],
)
def test_a_password_that_nobody_keeps_so_opens_nothing_and_stops_nobody(headed: Desk, kept: str) -> None:
    code, secret = headed.clerk.account, AccountSecret(secret=SecretKind.PASSWORD, kept=kept)
    headed.store.journal.append_to(ACCOUNTS, secret, code=code, clerk=HEAD, at=MORNING, salt="muối")
    with pytest.raises(accounts.WrongSignIn):
        accounts.sign_in(headed, HEAD, PASSWORD)
