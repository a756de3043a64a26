"""The province keeps accounts of an office: a command writes entries, and the desks go by them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from counter_app import cli
from counter_app.config import Server, sample_profile
from counter_app.desk import accounts
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier.accounts import LastAdministrator, NameTaken
from counter_app.dossier.roles import Role, Task
from counter_app.province.commands import NoSuchRole, roles_named
from counter_app.province.desk_accounts import DeskAccounts, NoSuchAccount, OfficeWithoutDesk, OfficialMayNot
from counter_app.province.serve import RunningServer
from counter_app.province.services import Services
from counter_app.province.web.accounts import Accounts
from counter_app.store.store import Store
from counter_app.store.sync_secrets import CREDENTIAL
from counter_app.sync.client import ProvincialServer
from counter_app.sync.rounds.history import agree_on_history
from counter_app.sync.rounds.pull import pull
from counter_app.sync.rounds.push import push
from tests.province.conftest import DESK

OFFICE, OFFICIAL = "H41.99", "Phạm Thị Sở"
HEAD, CLERK, PASSWORD, OWN = "Trần Thị Mẫu", "Lê Văn Hai", "một câu ngắn", "câu của riêng tôi"


@pytest.fixture
def office(services: Services) -> DeskAccounts:
    services.desks.add_official(OFFICIAL)
    return DeskAccounts(services.engine)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk of the office with its own administrator signed in."""
    opened = open_desk(tmp_path / "desk", sample_profile())
    return opened.of(accounts.make_administrator(opened, HEAD, PASSWORD, PASSWORD))


@pytest.fixture
def exchange(province: RunningServer, desk: Desk) -> Callable[[], list[str]]:
    """Lets the desk and a running province exchange what they wrote."""
    province.services.desks.add_official(OFFICIAL)

    def exchanged() -> list[str]:
        with _connection(province, desk.store) as server:
            agree_on_history(desk.store, server)
            push(desk.store, server)
            return pull(desk.store, server)

    exchanged()
    return exchanged


def _connection(province: RunningServer, store: Store) -> ProvincialServer:
    code = "" if store.sync_secrets.get(CREDENTIAL) else province.services.desks.register(store.desk)
    return ProvincialServer(Server(url=province.url, code=code), store)


def test_an_account_of_the_province_works_at_the_desk_until_the_province_closes_it(
    province: RunningServer, desk: Desk, exchange: Callable[[], list[str]]
) -> None:
    office = DeskAccounts(province.services.engine)
    opened, password = office.open(OFFICE, CLERK, [Role.CLERK], OFFICIAL)
    assert opened.code in exchange()
    account = accounts.sign_in(desk, CLERK, password)
    assert account.changes_password and account.of_province and account.roles == (Role.CLERK,)
    theirs = desk.of(account.clerk)
    accounts.change_password(theirs, password, OWN, OWN)
    office.change_roles(OFFICE, CLERK, [Role.SUPERVISOR], OFFICIAL, "Điều động")
    exchange()
    assert accounts.as_now(theirs).may({Task.APPROVAL}), "without signing in again"
    office.change_roles(OFFICE, CLERK, (), OFFICIAL)
    exchange()
    assert accounts.as_now(theirs).tasks == frozenset(), "nothing can be written in this name any more"
    with pytest.raises(accounts.WrongSignIn):
        accounts.sign_in(desk, CLERK, OWN)
    entries = desk.store.entries.of_dossier(opened.code)
    assert [(entry.desk, entry.clerk) for entry in entries if entry.kind == "account_roles"] == [
        ("province", OFFICIAL)
    ] * 2
    assert all(password not in (entry.payload or "") for entry in entries)
    assert desk.store.journal.differing_projections() == []


def test_where_desk_and_province_both_wrote_the_province_holds_and_the_desk_says_so(
    province: RunningServer, desk: Desk, exchange: Callable[[], list[str]]
) -> None:
    account = accounts.open_account(desk, CLERK, [Role.CLERK], PASSWORD, PASSWORD)
    exchange()
    office = DeskAccounts(province.services.engine)
    office.change_roles(OFFICE, CLERK, [Role.RETURN_DESK], OFFICIAL)
    for roles in ([Role.SUPERVISOR], [Role.SUPERVISOR, Role.CLERK]):  # twice, while the line is down
        accounts.change_roles(desk, account.code, roles)
    exchange()
    here = desk.store.journal.account(account.code)
    (there,) = (item for item in office.of_office(OFFICE) if item.code == account.code)
    assert here is not None and here.roles == there.roles == (Role.RETURN_DESK,)
    assert here.overruled == there.overruled == (Role.CLERK, Role.SUPERVISOR)
    with pytest.raises(accounts.AccountOfProvince):
        accounts.change_roles(desk, account.code, [Role.CLERK])
    office.change_roles(OFFICE, account.code, [Role.CLERK], OFFICIAL)
    exchange()
    settled = desk.store.journal.account(account.code)
    assert settled is not None and settled.roles == (Role.CLERK,) and settled.overruled is None


def test_a_forgotten_password_is_given_out_by_the_province_once(
    province: RunningServer, desk: Desk, exchange: Callable[[], list[str]]
) -> None:
    account = accounts.open_account(desk, CLERK, [Role.CLERK], PASSWORD, PASSWORD)
    exchange()
    password = DeskAccounts(province.services.engine).give_password(OFFICE, CLERK.upper(), OFFICIAL)
    exchange()
    assert accounts.sign_in(desk, CLERK, password).changes_password
    with pytest.raises(accounts.WrongSignIn):
        accounts.sign_in(desk, CLERK, PASSWORD)
    accounts.change_roles(desk, account.code, [Role.RETURN_DESK])  # a password does not make it the province's


def test_a_desk_whose_administrator_the_province_closed_makes_itself_no_other(
    province: RunningServer, desk: Desk, exchange: Callable[[], list[str]]
) -> None:
    office = DeskAccounts(province.services.engine)
    with pytest.raises(LastAdministrator):
        office.change_roles(OFFICE, HEAD, (), OFFICIAL)
    office.open(OFFICE, CLERK, [Role.ADMINISTRATOR], OFFICIAL)
    office.change_roles(OFFICE, HEAD, (), OFFICIAL)
    exchange()
    assert accounts.names(desk) == [CLERK] and accounts.has_administrator(desk)
    with pytest.raises(accounts.AdministratorThere):
        accounts.make_administrator(desk, "Người Lạ", PASSWORD, PASSWORD)


def test_only_officials_of_the_office_keep_its_accounts(services: Services, office: DeskAccounts) -> None:
    services.desks.add_official("Của Cơ Quan Khác")
    services.desks.add_official("Đã Thôi Việc")
    services.desks.revoke_official("Đã Thôi Việc")
    Accounts(services.engine).give_password("Của Cơ Quan Khác", "H41.98")
    for stranger in ("Không Ai Cả", "Đã Thôi Việc", "Của Cơ Quan Khác"):
        with pytest.raises(OfficialMayNot):
            office.open(OFFICE, CLERK, [Role.CLERK], stranger)
    with pytest.raises(OfficeWithoutDesk):
        office.open("H41.55", CLERK, [Role.CLERK], OFFICIAL)
    assert office.of_office(OFFICE) == []
    office.open(OFFICE, CLERK, [Role.CLERK], OFFICIAL)
    with pytest.raises(NameTaken):
        office.open(OFFICE, CLERK.lower(), [Role.CLERK], OFFICIAL)
    with pytest.raises(NoSuchAccount):
        office.give_password(OFFICE, "Không Ai Cả", OFFICIAL)
    assert len(services.registry.pull(DESK, 0, 10).entries) == 2, "what was refused left nothing"


def test_the_command_opens_lists_changes_and_closes_accounts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def server(*words: str) -> int:
        return cli.main(["server", "--files", str(tmp_path / "server"), "--by", OFFICIAL, *words])

    assert server("desks", "add", DESK) == 0 and server("officials", "add", OFFICIAL) == 0
    capsys.readouterr()
    assert server("accounts", "add", OFFICE, CLERK, "clerk,return_desk") == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Mật khẩu của {CLERK}, phải đổi khi đăng nhập lần đầu: ")
    assert server("accounts", "roles", OFFICE, CLERK, "supervisor") == 0
    assert server("accounts", "list", OFFICE) == 0
    line = capsys.readouterr().out
    assert CLERK in line and "tỉnh quản lý" in line and "Phụ trách" in line
    assert server("accounts", "password", OFFICE, CLERK) == 0 and CLERK in capsys.readouterr().out
    assert server("accounts", "close", OFFICE, CLERK) == 0 and server("accounts", "list", OFFICE) == 0
    assert "đã đóng" in capsys.readouterr().out
    assert server("accounts", "add", OFFICE, "Lê Thị Ba", "giám đốc") == 1
    assert "không phải là vai trò" in capsys.readouterr().err
    with pytest.raises(NoSuchRole):
        roles_named("clerk,boss")
    with pytest.raises(SystemExit):  # who decided it is always told
        cli.main(["server", "--files", str(tmp_path / "server"), "accounts", "close", OFFICE, CLERK])
