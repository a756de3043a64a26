"""`counter server desks …`, `… officials …` and the like: what the technician of the province does beside it."""

from __future__ import annotations

import errno
import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Engine

from counter_app.dossier.acts.accounts import role_words
from counter_app.dossier.day_hours import Hours
from counter_app.dossier.roles import Role
from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.language import said, translate
from counter_app.province.citizens.outbox import SENDING, SENT, UNDELIVERABLE, UNSURE, WAITING, counts, for_a_person
from counter_app.province.database import open_database
from counter_app.province.desk_accounts import DeskAccounts
from counter_app.province.desks import Desks
from counter_app.province.entries_aside import lines_aside
from counter_app.province.folding import BATCH
from counter_app.province.history import History
from counter_app.province.lending_figures import lending_lines, unsaid
from counter_app.province.national_outbox import figures, letters, resend
from counter_app.province.overview import Overview
from counter_app.province.serve import Settings, sqlite_in
from counter_app.province.update_folder import UpdateFolder
from counter_app.province.web.accounts import Accounts, check_office
from counter_app.updates.errors import UpdateDamaged
from counter_app.updates.versions import offer_of

_FEW = 5_000  # dossiers that are folded without a word


class NoSuchRole(CounterError):
    """What was typed is the name of no role."""

    what = "“{role}” is no role."
    todo = "The roles are: {roles}; several are joined by commas."


class NotHours(CounterError):
    """What was typed are no hours of a day."""

    what = "“{hours}” are no hours of a day."
    todo = "Type them as 17:00-07:00; several are divided by a space."


def add_desk(settings: Settings, desk: str) -> int:
    """Registers a desk and prints its one-time code, which is told once. Raises NoSuchDesk, NoDatabase."""
    code = _desks(settings).register(desk)
    print(_say("One-time code of desk {desk}, good for 14 days: {code}").format(desk=desk, code=code))
    return 0


def make_update_key(file: Path) -> int:
    """Draws the key that signs versions of the program; prints what the desks' profiles say. Raises OSError, also where
    the file is there already: it may be the key that signed what desks run."""
    if file.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))
    key = Ed25519PrivateKey.generate()
    write_durably(file, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
    print(_say("For [server] of the desks' profiles: update_key = “{key}”").format(key=public))
    return 0


def offer_update(folder: Path, package: Path, key_file: Path, told: Sequence[str]) -> int:
    """Offers a program archive of `counter package` to the desks of the agencies that were told, or of all, to be
    fetched in the hours that were told ("17:00-07:00"), or at any.

    Raises NoSuchOffice, NotHours, UpdateDamaged, OSError.
    """
    hours = tuple(word for word in told if ":" in word)
    agencies = tuple(word for word in told if word not in hours)
    for agency in agencies:
        check_office(agency)
    try:
        TypeAdapter(tuple[Hours, ...]).validate_python(hours)
    except ValidationError as fault:
        raise NotHours(hours=" ".join(hours)) from fault
    try:
        key = load_pem_private_key(key_file.read_bytes(), None)
        offer = offer_of(package, agencies, hours)
    except (ValueError, TypeError, UnsupportedAlgorithm) as fault:
        raise UpdateDamaged(type(fault).__name__) from fault
    if not isinstance(key, Ed25519PrivateKey):
        raise UpdateDamaged("another kind of key")
    UpdateFolder(folder).put(package, offer, key)
    print(_say("Version {version} is offered from now on.").format(version=offer.version))
    return 0


def list_desks(settings: Settings) -> int:
    """Prints every desk with its lag. Raises NoDatabase."""
    for line in _desks(settings).lines():
        state = _say("revoked") if line.revoked else _say("enrolled") if line.enrolled else _say("not enrolled")
        seen = f"{line.last_seen:%d/%m/%Y %H:%M}" if line.last_seen else "–"
        print(f"{line.desk:<24} {state:<16} {seen:<17} {line.last_sequence:>8} {line.waiting:>6} {line.behind:>6}")
    return 0


def revoke_desk(settings: Settings, desk: str) -> int:
    """Lets a desk in no more. Raises NoSuchDesk, NoDatabase."""
    _desks(settings).revoke(desk)
    return 0


def begin_epoch(settings: Settings) -> int:
    """The database was restored from a backup: the desks bring back what it lacks. Raises NoDatabase."""
    History(database(settings)).begin_anew()
    print(_say("A new epoch has begun: every desk looks at what this server lacks, and sends it."))
    return 0


def add_official(settings: Settings, name: str, agency: str | None = None) -> int:
    """Prints a token and a password for an official, who sees all offices or one; both are told once.

    Raises NoSuchOffice, NoDatabase.
    """
    engine = database(settings)
    desks, accounts = Desks(engine), Accounts(engine)
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    if agency is not None:
        check_office(agency)
    token = desks.add_official(name)
    password = accounts.give_password(name, agency)
    print(_say("Password of {name} for the pages: {password}").format(name=name, password=password))
    print(_say("Token of {name}: {token}").format(name=name, token=token))
    return 0


def list_officials(settings: Settings) -> int:
    """Prints every official with the office they see. Raises NoDatabase."""
    for line in Accounts(database(settings)).lines():
        state = _say("with a password") if line.has_password else _say("token only")
        if line.revoked:
            state = _say("revoked")
        print(f"{line.name:<32} {line.agency or _say('all offices'):<20} {state}")
    return 0


def revoke_official(settings: Settings, name: str) -> int:
    """The official's token is no good any more. Raises NoDatabase."""
    _desks(settings).revoke_official(name)
    return 0


def list_accounts(settings: Settings, agency: str) -> int:
    """Prints every account of an office's desks, and who keeps its roles. Raises NoDatabase."""
    for account in DeskAccounts(database(settings)).of_office(agency):
        keeper = _say("kept by the province") if account.of_province else _say("kept by the office")
        roles = said(role_words(account.roles), translate) if account.is_open else _say("closed")
        print(f"{account.name:<32} {account.code:<40} {keeper:<24} {roles}")
    return 0


def add_account(settings: Settings, agency: str, name: str, roles: str, official: str) -> int:
    """Opens an account at an office's desks and prints its first password, which is told once.

    Raises NoSuchRole, NoDatabase, and what `DeskAccounts.open` raises.
    """
    account, password = DeskAccounts(database(settings)).open(agency, name, roles_named(roles), official)
    _tell_password(account.name, password)
    return 0


def change_account_roles(settings: Settings, agency: str, name: str, roles: str, official: str) -> int:
    """Gives an account other roles; "" closes it. Raises NoSuchRole, NoDatabase, and what
    `DeskAccounts.change_roles` raises."""
    DeskAccounts(database(settings)).change_roles(agency, name, roles_named(roles), official)
    return 0


def give_account_password(settings: Settings, agency: str, name: str, official: str) -> int:
    """Prints another password of an account, told once. Raises NoDatabase, and what `DeskAccounts.give_password`
    raises."""
    _tell_password(name, DeskAccounts(database(settings)).give_password(agency, name, official))
    return 0


def roles_named(listed: str) -> tuple[Role, ...]:
    """The roles of a list such as `clerk,supervisor`. Raises NoSuchRole."""
    named = [word.strip() for word in listed.split(",") if word.strip()]
    for word in named:
        if word not in {role.value for role in Role}:
            raise NoSuchRole(role=word, roles=", ".join(role.value for role in Role))
    return tuple(map(Role, named))


def _tell_password(name: str, password: str) -> None:
    sentence = _say("Password of {name}, to be changed at the first sign-in: {password}")
    print(sentence.format(name=name, password=password))


def list_aside(settings: Settings) -> int:
    """Prints the entries that no desk of ours can have written, with the reasons. Raises NoDatabase."""
    for line in lines_aside(database(settings)):
        place = f"{line.desk} {line.sequence}"
        print(f"{place:<24} {line.since:%d/%m/%Y %H:%M} {line.dossier:<28} {line.kind:<24} {line.reason}")
    return 0


def list_national(settings: Settings) -> int:
    """Prints the dead letters of the national portal, and how many dossiers wait. Raises NoDatabase."""
    engine = database(settings)
    after, more = "", True
    while more:
        found = letters(engine, dead=True, after=after)
        for item in found:
            print(f"{item.code:<24} {item.dead_at:%d/%m/%Y %H:%M} {item.failure.sentence() if item.failure else ''}")
        after, more = (found[-1].code, True) if found else ("", False)
    told = figures(engine)
    last = f"{told.last_sent:%d/%m/%Y %H:%M}" if told.last_sent else "–"
    say = _say("Dead letters: {dead}. Waiting: {waiting}. The portal last took a dossier: {last}.")
    print(say.format(dead=told.dead, waiting=told.waiting, last=last))
    return 0


def list_notices(settings: Settings) -> int:
    """Prints the notices that did not arrive, or perhaps did not, and how many wait. Raises NoDatabase."""
    engine = database(settings)
    for item in for_a_person(engine):
        print(f"{item.dossier:<24} {item.occasion.partition(':')[0]:<12} {item.state:<14} {item.failure}")
    told = counts(engine)
    told[WAITING] = told.get(WAITING, 0) + told.get(SENDING, 0)
    say = _say("Notices: {sent} sent, {waiting} waiting, {undeliverable} undeliverable, {unsure} unsure.")
    print(say.format(**{state: told.get(state, 0) for state in (SENT, WAITING, UNDELIVERABLE, UNSURE)}))
    return 0


def list_papers(settings: Settings) -> int:
    """Prints by office and procedure how often papers of other offices were asked for, found, and fetched to serve
    again; then each question that no dossier followed, and each paper of which the borrower's journal says nothing.
    Raises NoDatabase."""
    say = _say("{asked} asked, {found} found something, {fetched} papers serve again")
    for line in lending_lines(database(settings)):
        told = say.format(asked=line.asked, found=line.found, fetched=line.fetched)
        print(f"{line.agency:<20} {line.procedure:<14} {told}")
    services = settings.services()
    for question in services.lending.unfollowed():
        told = _say("asked for an intake that no dossier followed")
        print(f"{question.at:.16} {question.desk:<14} {question.clerk}, {question.procedure}: {told}")
    for paper in unsaid(services.engine):
        told = _say("fetched, and the desk’s journal does not say it")
        print(f"{paper.at:.16} {paper.desk:<14} {paper.clerk}, {paper.dossier}: {told}")
    services.engine.dispose()
    return 0


def resend_national(settings: Settings, code: str) -> int:
    """A running gateway sends the dossier at its next turn. Raises NotForThePortal, NoDatabase."""
    resend(database(settings), code)
    return 0


def _desks(settings: Settings) -> Desks:
    return Desks(database(settings))


def database(settings: Settings) -> Engine:
    """The server's database, made or brought up to date. Raises NoDatabase."""
    settings.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return open_database(settings.database or sqlite_in(settings.folder))


def counted_database(settings: Settings) -> Engine:
    """The same with every dossier folded, which is told where it takes long: after an update they all are. Raises
    NoDatabase."""
    engine = database(settings)
    overview = Overview(engine)
    while (behind := overview.behind()) > _FEW:
        print(
            _say("{count} dossiers are still to be counted; the running server counts them, too.").format(count=behind)
        )
        for _ in range(_FEW // BATCH):
            overview.refresh(BATCH)
    overview.refresh_all()
    return engine


def _say(sentence: str) -> str:
    return translate("server", sentence)
