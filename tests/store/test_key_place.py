"""The key of a desk without a keyring: locked with passwords, open by choice, and never lost to a power cut."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from counter_app.bench.desk import opened_desk
from counter_app.config import sample_profile
from counter_app.desk import accounts
from counter_app.desk.desk import Desk
from counter_app.desk.store_key import KeyInKeyring, is_plain_by_default, keep_key_plain, lock_key, opens_the_data
from counter_app.dossier.acts.act import NotYourTask
from counter_app.dossier.describing import describe
from counter_app.dossier.payloads.accounts import StoreKeyChanged
from counter_app.dossier.roles import Role
from counter_app.language import said, translate
from counter_app.store import key_place
from counter_app.store.backup import back_up
from counter_app.store.backup_keys import NotTheKey, new_recovery_key
from counter_app.store.key_file import CannotOpen, holders, names, unlocked, unlocked_by_words, write_holders
from counter_app.store.keys import WRAPPED_FILE, KeyMissing, KeyPlace, KeyWrapped, StoreKey, keep_plain
from counter_app.store.restore import restore
from counter_app.store.streams import ACCOUNTS
from counter_app.sync.rebuild import rebuild
from tests.pace import slower
from tests.store.test_store import MemoryKeyring

HEAD, CLERK = "Trần Thị Phụ Trách", "Lê Văn Hai"
PASSWORD, GIVEN, OWN = "một câu ngắn", "tạm dùng thôi", "câu của riêng tôi"
WORDS = "bốn từ không liên quan"


def opened(folder: Path, name: str, password: str) -> Desk:
    """The desk as somebody opens and works at it."""
    desk = opened_desk(folder, sample_profile(), key=unlocked(folder, name, password))
    return desk.of(accounts.sign_in(desk, name, password).clerk)


def opens(folder: Path, name: str, password: str) -> bool:
    try:
        unlocked(folder, name, password)
    except CannotOpen:
        return False
    return True


@pytest.fixture
def headed(tmp_path: Path) -> Iterator[Desk]:
    """A new desk, whose first account was just made."""
    desk = opened_desk(tmp_path / "desk", sample_profile())
    yield desk.of(accounts.make_administrator(desk, HEAD, PASSWORD, PASSWORD))
    desk.store.close()


def as_of_before(desk: Desk) -> Path:
    """The desk as a program of before left it: the key plain, no public halves in its accounts, nothing chosen."""
    key_place.choose(desk.store, key_place.Choice.NONE)
    keep_plain(desk.store.folder, desk.store.key)
    (desk.store.folder / "store.wrapped").unlink()
    without_public_half(desk, desk.clerk.account)
    desk.store.close()
    return desk.store.folder


def without_public_half(desk: Desk, account: str) -> None:
    """The account's password as if a program of before had set it."""
    kept = desk.store.entries.of_dossier(account)[-1].read()
    before = kept.model_copy(update={"opens": ""})
    desk.store.journal.append_to(ACCOUNTS, before, code=account, clerk=HEAD, at=desk.now(), salt="muối")


def test_the_first_password_locks_the_data_and_nothing_beside_it_opens_it(headed: Desk) -> None:
    folder, secret = headed.store.folder, headed.store.key.secret
    assert headed.store.key_place is KeyPlace.WRAPPED
    headed.store.close()
    with pytest.raises(KeyWrapped) as refused:
        opened_desk(folder, sample_profile())
    assert "đang khóa" in refused.value.sentence()
    there = [path for path in folder.rglob("*") if path.is_file()]
    assert not any(secret in path.read_bytes() or secret.hex().encode() in path.read_bytes() for path in there)
    desk = opened(folder, "trần thị phụ trách", PASSWORD)
    assert desk.clerk.name == HEAD
    desk.store.close()


def test_before_anybody_signs_in_only_the_names_can_be_read(headed: Desk) -> None:
    accounts.open_account(headed, CLERK, [Role.INSPECTOR], GIVEN, GIVEN)
    folder = headed.store.folder
    assert names(folder) == [CLERK, HEAD]
    text = (folder / "store.wrapped").read_text(encoding="utf-8")
    assert not any(word in text for word in ("inspector", "administrator", "argon2id", PASSWORD))
    assert (folder / "store.wrapped").stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_a_wrong_password_an_unknown_name_or_somebody_elses_password_opens_nothing(headed: Desk) -> None:
    accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    folder = headed.store.folder
    for name, password in ((HEAD, "sai mật khẩu"), ("Không Có Ai", PASSWORD), (HEAD, GIVEN), (CLERK, PASSWORD)):
        with pytest.raises(CannotOpen):
            unlocked(folder, name, password)
    with pytest.raises(NotTheKey):
        unlocked_by_words(folder, PASSWORD)
    text = (folder / "store.wrapped").read_text(encoding="utf-8")
    (folder / "store.wrapped").write_text(text.replace(HEAD, "Kẻ Khác"), encoding="utf-8")
    assert not opens(folder, "Kẻ Khác", PASSWORD), "a wrapping holds for the name it was made for"


@pytest.mark.usefixtures("costly_passwords")
def test_opening_takes_no_half_second(headed: Desk) -> None:
    def seconds() -> float:
        begun = time.thread_time()  # whatever else this machine does
        unlocked(headed.store.folder, HEAD, PASSWORD)
        return time.thread_time() - begun

    assert min(seconds() for _ in range(5)) < 0.5 * slower()


def test_who_has_an_account_opens_the_data_and_who_has_none_any_more_does_not(headed: Desk) -> None:
    folder = headed.store.folder
    account = accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    assert opens(folder, CLERK, GIVEN), "without having signed in here"
    accounts.change_password(headed.of(account.clerk), GIVEN, OWN, OWN)
    assert opens(folder, CLERK, OWN) and not opens(folder, CLERK, GIVEN)
    accounts.give_password(headed, account.code, GIVEN, GIVEN)
    assert opens(folder, CLERK, GIVEN) and not opens(folder, CLERK, OWN)
    accounts.change_roles(headed, account.code, ())
    assert not opens(folder, CLERK, GIVEN) and names(folder) == [HEAD]


def test_a_password_set_at_another_desk_opens_this_one_once_it_was_opened_since(headed: Desk, tmp_path: Path) -> None:
    profile = sample_profile()
    second = profile.model_copy(update={"desk": profile.desk.model_copy(update={"number": 2})})
    other = opened_desk(tmp_path / "second", second)
    other.store.journal.accept(headed.store.entries.own_after(0, -1))
    key_place.settle(other.store)
    assert names(other.store.folder) == [HEAD], "the account of another desk opens this one"
    accounts.change_password(headed, PASSWORD, OWN, OWN)
    other.store.journal.accept(headed.store.entries.own_after(0, -1))
    other.store.close()
    assert opens(other.store.folder, HEAD, PASSWORD), "the data was not opened since"
    again = opened_desk(other.store.folder, second, key=unlocked(other.store.folder, HEAD, PASSWORD))
    with pytest.raises(accounts.WrongSignIn):
        accounts.sign_in(again, HEAD, PASSWORD)
    accounts.sign_in(again, HEAD, OWN)
    again.store.close()
    assert opens(other.store.folder, HEAD, OWN) and not opens(other.store.folder, HEAD, PASSWORD)


def test_the_printed_recovery_key_and_the_passphrase_open_it_too(headed: Desk) -> None:
    key = new_recovery_key()
    headed.store.backup_keys.set_recovery_key(key, key)
    headed.store.backup_keys.set_passphrase(WORDS)
    folder = headed.store.folder
    assert unlocked_by_words(folder, key.lower()) == unlocked_by_words(folder, WORDS) == headed.store.key
    another = new_recovery_key()
    headed.store.backup_keys.set_recovery_key(another, another)
    assert unlocked_by_words(folder, another)
    with pytest.raises(NotTheKey):
        unlocked_by_words(folder, key)


def test_a_desk_of_before_opens_as_it_did_and_is_locked_by_one_act(headed: Desk) -> None:
    folder = as_of_before(headed)
    desk = opened_desk(folder, sample_profile())
    assert is_plain_by_default(desk)
    desk = desk.of(accounts.sign_in(desk, HEAD, PASSWORD).clerk)
    assert desk.store.key_place is KeyPlace.PLAIN, "signing in alone changes nothing"
    with pytest.raises(accounts.WrongSignIn):
        lock_key(desk, "sai mật khẩu")
    assert desk.store.key_place is KeyPlace.PLAIN
    lock_key(desk, PASSWORD)
    assert not (folder / "store.key").exists() and opens_the_data(desk, desk.clerk.account)
    last = desk.store.entries.last()
    assert last is not None and isinstance(last.read(), StoreKeyChanged) and last.clerk == HEAD
    assert "mật khẩu" in said(describe(last, None).sentence, translate)
    desk.store.close()
    opened(folder, HEAD, PASSWORD).store.close()


def test_somebody_whose_password_is_of_before_opens_the_data_after_signing_in_once(headed: Desk) -> None:
    account = accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    without_public_half(headed, account.code)
    (headed.store.folder / "store.wrapped").unlink()
    keep_plain(headed.store.folder, headed.store.key)
    key_place.settle(headed.store)
    assert not opens_the_data(headed, account.code) and opens_the_data(headed, headed.clerk.account)
    accounts.sign_in(headed, CLERK, GIVEN)
    assert opens_the_data(headed, account.code) and opens(headed.store.folder, CLERK, GIVEN)


def test_an_office_may_choose_that_the_key_lies_plain_and_lock_it_again(headed: Desk) -> None:
    folder = headed.store.folder
    account = accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    with pytest.raises(NotYourTask):
        keep_key_plain(headed.of(account.clerk))
    keep_key_plain(headed)
    accounts.sign_in(headed, HEAD, PASSWORD)
    headed.store.close()
    desk = opened_desk(folder, sample_profile())
    assert not is_plain_by_default(desk) and desk.store.key_place is KeyPlace.PLAIN
    lock_key(desk.of(headed.clerk), PASSWORD)
    desk.store.close()
    assert not (folder / "store.key").exists() and opens(folder, CLERK, GIVEN)


def test_where_there_is_a_keyring_nothing_is_wrapped(tmp_path: Path) -> None:
    keyring.set_keyring(MemoryKeyring())
    desk = opened_desk(tmp_path / "desk", sample_profile())
    desk = desk.of(accounts.make_administrator(desk, HEAD, PASSWORD, PASSWORD))
    assert desk.store.key_place is KeyPlace.KEYRING
    with pytest.raises(KeyInKeyring):
        lock_key(desk, PASSWORD)
    desk.store.close()
    assert not (tmp_path / "desk" / "store.wrapped").exists()
    opened_desk(tmp_path / "desk", sample_profile()).store.close()


def test_a_restored_desk_opens_by_what_opened_its_backup_until_somebody_signed_in(headed: Desk, tmp_path: Path) -> None:
    headed.store.backup_keys.set_passphrase(WORDS)
    back_up(headed.store, tmp_path / "desk.counter")
    new = tmp_path / "new"
    restored = restore(tmp_path / "desk.counter", new, WORDS)
    assert not (new / "store.key").exists() and names(new) == []
    assert unlocked_by_words(new, WORDS) == restored.key
    rebuild(new, sample_profile(), key=restored.key)
    opened_desk(new, sample_profile(), key=restored.key).store.close()
    assert opens(new, HEAD, PASSWORD)


def test_a_file_of_the_locked_key_that_is_lost_while_the_desk_works_is_made_anew(headed: Desk) -> None:
    accounts.open_account(headed, CLERK, [Role.CLERK], GIVEN, GIVEN)
    for damage in (lambda file: file.write_bytes(b"rot"), lambda file: file.unlink()):
        damage(headed.store.folder / "store.wrapped")
        key_place.settle(headed.store)
        assert opens(headed.store.folder, HEAD, PASSWORD) and opens(headed.store.folder, CLERK, GIVEN)
        assert not (headed.store.folder / "store.key").exists()


@pytest.mark.parametrize("kept", ["wrapped", "plain"])
def test_a_kill_between_the_two_files_is_put_right_at_the_next_opening(headed: Desk, kept: str) -> None:
    folder, key = headed.store.folder, headed.store.key
    if kept == "plain":
        keep_key_plain(headed)
        wrapped = folder / "store.wrapped"
        headed.store.close()
        lock_away(folder, key)
        assert wrapped.exists()
    else:
        headed.store.close()
        keep_plain(folder, key)  # it was to be deleted
    desk = opened_desk(folder, sample_profile())
    desk.store.close()
    assert desk.store.key_place is (KeyPlace.WRAPPED if kept == "wrapped" else KeyPlace.PLAIN)
    assert (folder / "store.wrapped").exists() is (kept == "wrapped")
    assert (folder / "store.key").exists() is (kept == "plain")


def lock_away(folder: Path, key: StoreKey) -> None:
    """The file of wrappings, as it lay there before the key was to lie plain."""
    from counter_app.store.key_file import Holder, write_holders
    from counter_app.store.wrapping import KeyKind, SealingKey

    write_holders(folder, [Holder.sealed(key, SealingKey.of(KeyKind.PASSWORD, PASSWORD), "x", HEAD, "of")])


CHANGING = """
import sys
from pathlib import Path
from counter_app.config import sample_profile
from counter_app.desk import accounts
from counter_app.desk.desk import open_desk
from counter_app.dossier.roles import Role
from counter_app.store.key_file import unlocked
from counter_app.desk.store_key import keep_key_plain, lock_key
from counter_app.store.keys import KeyPlace, place_of
from counter_app.store.streams import ACCOUNTS
folder, name, password = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
key = unlocked(folder, name, password) if place_of(folder) is KeyPlace.WRAPPED else None
desk = open_desk(folder, sample_profile(), key=key)
desk = desk.of(accounts.sign_in(desk, name, password).clerk)
number = 0
while True:
    number += 1
    new = f"mật khẩu số {number} của {sys.argv[4]}"
    print(new, flush=True)
    accounts.change_password(desk, password, new, new)
    password = new
    other = accounts.open_account(desk, f"Người {number} {sys.argv[4]}", [Role.CLERK], new, new)
    accounts.change_roles(desk, other.code, ())
    keep_key_plain(desk)
    lock_key(desk, password)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is how Linux ends a process at once")
@pytest.mark.usefixtures("costly_passwords")
def test_a_desk_killed_while_passwords_and_accounts_change_opens_with_one_of_them(headed: Desk) -> None:
    folder, password, chance = headed.store.folder, PASSWORD, random.Random(15)
    headed.store.close()
    environment = os.environ | {
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPATH": str(Path.cwd()),
    }
    for round_number in range(4):
        words = [sys.executable, "-c", CHANGING, str(folder), HEAD, password, str(round_number)]
        child = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        tried = [password, child.stdout.readline().strip()]
        time.sleep(chance.uniform(0, 1.5))
        child.send_signal(signal.SIGKILL)
        tried += [line.strip() for line in child.stdout]
        child.wait()
        password = the_one_that_opens(folder, tried)


def the_one_that_opens(folder: Path, tried: list[str]) -> str:
    """Of the last passwords that were chosen one opens the data, and one signs in."""
    wrapped = not (folder / "store.key").exists()
    keys = [unlocked(folder, HEAD, word) for word in tried[-2:] if wrapped and opens(folder, HEAD, word)]
    assert keys or not wrapped
    desk = opened_desk(folder, sample_profile(), key=keys[0] if wrapped else None)
    try:
        right = [word for word in tried[-2:] if signs_in(desk, word)]
        assert len(right) == 1
        assert desk.store.key_place is KeyPlace.PLAIN or opens(folder, HEAD, right[0])
    finally:
        desk.store.close()
    return right[0]


def signs_in(desk: Desk, password: str) -> bool:
    try:
        accounts.sign_in(desk, HEAD, password)
    except accounts.WrongSignIn:
        return False
    return True


@pytest.mark.parametrize("ephemeral", ["", "0" * 64])
def test_a_wrapping_that_was_damaged_opens_nothing_and_the_others_still_open(headed: Desk, ephemeral: str) -> None:
    folder = headed.store.folder
    headed.store.backup_keys.set_passphrase(WORDS)
    first, *others = holders(folder)
    broken = first.wrapping.model_copy(update={"ephemeral": ephemeral})
    write_holders(folder, [first.model_copy(update={"wrapping": broken}), *others])
    with pytest.raises(CannotOpen):
        unlocked(folder, HEAD, PASSWORD)
    assert unlocked_by_words(folder, WORDS).secret == headed.store.key.secret


def test_a_folder_in_the_place_of_the_locked_key_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / WRAPPED_FILE).mkdir()
    with pytest.raises(KeyMissing):
        unlocked(tmp_path, HEAD, PASSWORD)
