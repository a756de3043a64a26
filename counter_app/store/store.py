"""A desk's store: opened once a machine, a connection a thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock

from counter_app.dossier.codes import Ranges, day_prefix
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import Status
from counter_app.dossier.subjects import Subject, write_subject
from counter_app.private import make_private_folder
from counter_app.store import dossiers, renewal
from counter_app.store.accesses import Accesses
from counter_app.store.accounts import SignInFailures
from counter_app.store.backup_keys import BackupKeys
from counter_app.store.cash_counts import CashCounts
from counter_app.store.chain import Chain
from counter_app.store.database import StoreDatabase, connect, savepoint, transaction
from counter_app.store.digests import Digests
from counter_app.store.drafts import Drafts
from counter_app.store.entries import Entries
from counter_app.store.faults import opening
from counter_app.store.fee_receipts import FeeReceipts
from counter_app.store.feedback import Feedbacks
from counter_app.store.files import Files
from counter_app.store.guidance import GuidanceCases
from counter_app.store.journal import Journal
from counter_app.store.key_place import begin_to_wrap, settle
from counter_app.store.keys import KeyPlace, StoreKey, find_key, has_key, keep_key, place_of
from counter_app.store.lock import StoreLocked, lock_of, locked
from counter_app.store.lost_numbers import LostNumbers
from counter_app.store.migrations import migrations, refuse_newer
from counter_app.store.news import News
from counter_app.store.outgoing import Outgoing
from counter_app.store.paper_numbers import PaperNumbers
from counter_app.store.past import PastDossiers
from counter_app.store.phrases import Phrases
from counter_app.store.print_jobs import PrintJobs
from counter_app.store.proofs import Proofs
from counter_app.store.quarantine import Quarantine
from counter_app.store.read_papers import ReadPapers
from counter_app.store.recognition import Recognition, refuse_if_gone
from counter_app.store.survey_slips import SurveySlips
from counter_app.store.sweep import clear_leftovers
from counter_app.store.sync_points import ACKNOWLEDGED, SyncPoints
from counter_app.store.sync_secrets import SyncSecrets
from counter_app.store.updates import WentBack, go_back, keep_copy
from counter_app.store.witness import Print, Witness

DATABASE = "counter.db"
FILES = "files"
Recognise = Callable[[Recognition, Path, StoreKey], Witness]


@dataclass(frozen=True)
class Store:
    """What the desk keeps, as one thread sees it; `sibling` gives another thread its own connection."""

    folder: Path
    desk: str
    key: StoreKey
    db: StoreDatabase
    files: Files
    lock: FileLock
    witness: Witness

    @property
    def journal(self) -> Journal:
        return Journal(self.db, self.desk, self.witness)

    @property
    def entries(self) -> Entries:
        return Entries(self.db, self.desk)

    @property
    def recognition(self) -> Recognition:
        return Recognition(self.db, self.desk)

    @property
    def chain(self) -> Chain:
        return Chain(self.entries, self.recognition)

    @property
    def digests(self) -> Digests:
        return Digests(self.db, self.entries, self.recognition)

    @property
    def backup_keys(self) -> BackupKeys:
        return BackupKeys(self.db, self.key.secret, lambda: settle(self))

    @property
    def key_place(self) -> KeyPlace:
        return place_of(self.folder)

    @property
    def lost_numbers(self) -> LostNumbers:
        return LostNumbers(self.db)

    @property
    def drafts(self) -> Drafts:
        return Drafts(self.db)

    @property
    def read_papers(self) -> ReadPapers:
        return ReadPapers(self.db)

    @property
    def guidance(self) -> GuidanceCases:
        return GuidanceCases(self.db)

    @property
    def past(self) -> PastDossiers:
        return PastDossiers(self.db)

    @property
    def feedback(self) -> Feedbacks:
        return Feedbacks(self.db, self.lost_numbers)

    @property
    def survey_slips(self) -> SurveySlips:
        return SurveySlips(self.db)

    @property
    def phrases(self) -> Phrases:
        return Phrases(self.db)

    @property
    def news(self) -> News:
        return News(self.db)

    @property
    def fee_receipts(self) -> FeeReceipts:
        return FeeReceipts(self.db, self.lost_numbers)

    @property
    def paper_numbers(self) -> PaperNumbers:
        return PaperNumbers(self.db, self.lost_numbers)

    @property
    def cash_counts(self) -> CashCounts:
        return CashCounts(self.db)

    @property
    def sign_in_failures(self) -> SignInFailures:
        return SignInFailures(self.db)

    @property
    def accesses(self) -> Accesses:
        return Accesses(self.db)

    @property
    def print_jobs(self) -> PrintJobs:
        return PrintJobs(self.db)

    @property
    def sync_points(self) -> SyncPoints:
        return SyncPoints(self.db)

    @property
    def sync_secrets(self) -> SyncSecrets:
        return SyncSecrets(self.db)

    @property
    def outgoing(self) -> Outgoing:
        return Outgoing(self.db, self.desk)

    @property
    def proofs(self) -> Proofs:
        return Proofs(self.db)

    @property
    def quarantine(self) -> Quarantine:
        return Quarantine(self.db)

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is kept together or not at all."""
        return transaction(self.db)

    def savepoint(self) -> AbstractContextManager[None]:
        """Inside a transaction: what is written inside is undone alone where it raises."""
        return savepoint(self.db)

    def dossier(self, code: str) -> Dossier | None:
        """The dossier as it stands; None if this desk does not know it."""
        return self.journal.dossier(code)

    def find(
        self,
        words: str = "",
        *,
        status: Status | None = None,
        in_conflict: bool = False,
        narrowed: dossiers.Narrowed = dossiers.EVERY,
        limit: int = 200,
    ) -> list[dossiers.FoundDossier]:
        """Dossiers by words, status and dates, or those in conflict, newest first."""
        acknowledged = self.sync_points.get(ACKNOWLEDGED)
        return dossiers.find(
            self.db,
            words,
            status=status,
            in_conflict=in_conflict,
            narrowed=narrowed,
            acknowledged=acknowledged,
            limit=limit,
        )

    def find_guidance(self, words: str = "", limit: int = 200) -> list[dossiers.FoundDossier]:
        """Who got Mẫu 02 or 03 instead of a receipt and has not come back, newest first."""
        return self.guidance.find(words, acknowledged=self.sync_points.get(ACKNOWLEDGED), limit=limit)

    def used_procedures(self) -> tuple[list[str], list[str]]:
        """The codes of procedures received of late: the last first, and the most frequent first."""
        return dossiers.used_procedures(self.db)

    def count_running(self, narrowed: dossiers.Narrowed) -> int:
        """How many dossiers run and are due so."""
        return dossiers.count_running(self.db, narrowed)

    def count_status(self, status: Status) -> int:
        """How many dossiers have that status."""
        return dossiers.count_status(self.db, status)

    def awaiting_online(self) -> int:
        """How many dossiers came by the national portal and wait to be accepted."""
        return dossiers.awaiting_online(self.db)

    def in_conflict(self) -> int:
        """How many dossiers wait for a clerk to settle a contradiction."""
        return dossiers.in_conflict(self.db)

    def code_of_token(self, token: str) -> str | None:
        """The dossier whose papers bear this look-up token; None if this desk does not know it."""
        dossiers_found = map(self.journal.dossier, dossiers.codes_of_token(self.db, token))
        return next((item.code for item in dossiers_found if item and item.look_up_token == token), None)

    def entered(self, agency: str, field: str, since: datetime) -> int:
        """How many dossiers of a field the agency received since then."""
        return dossiers.entered(self.db, agency, field, int(since.timestamp()))

    def last_number(self, agency: str, day: datetime, ranges: Ranges) -> int:
        """The highest dossier number of a desk's ranges that was drawn that day, be its dossier here or lost."""
        prefix, lost = day_prefix(agency, day.date()), self.lost_numbers
        return max(dossiers.last_number(self.db, prefix, ranges), lost.code(prefix))

    def draw_print(self, form: str, about: Subject, codes: tuple[str, ...], number: int) -> None:
        """Inside a transaction: the paper's print bears this number from now on (1 for the first)."""
        if form:
            printed = Print(form=form, about=write_subject(about), codes=codes, number=number)
            self.recognition.draw_print(self.witness, printed)

    def sibling(self) -> Store:
        """The same store for the calling thread."""
        db = connect(self.folder / DATABASE, self.key.derived("database"))
        return Store(self.folder, self.desk, self.key, db, self.files, self.lock, self.witness)

    def close_connection(self) -> None:
        """Ends this thread's connection only."""
        self.db.close()

    def close(self) -> None:
        """Ends this connection and lets another instance open the store."""
        self.witness.end()
        self.db.close()
        self.lock.release()


def open_store(folder: Path, desk: str, recognise: Recognise | None = None, key: StoreKey | None = None) -> Store:
    """Opens the store in `folder`, or makes it where no desk was before. `recognise` makes sure that it is the one the
    desk worked with last; a rebuild has its own. `key` is the one that somebody's words unlocked, where it is wrapped.

    Raises StoreLocked, SomebodyElses, KeyMissing, KeyWrapped, WrongKey, StoreFault, StoreNewer, NeedsRebuild.
    """
    with opening(folder):
        make_private_folder(folder)
        lock = lock_of(folder)
        try:
            if recognise is None:
                refuse_if_gone(folder, folder / DATABASE, desk)
            clear_leftovers(folder)
            made_before = (folder / DATABASE).exists() or has_key(folder)
            key = key or (find_key(folder) if made_before else keep_key(folder))
            db, key = renewal.opened(folder / DATABASE, key)
            try:
                refuse_newer(db)
                keep_copy(db, folder, DATABASE)
                with transaction(db):  # all or none, and one commit for a new store
                    migrations.apply(db)
                witness = (recognise or Recognition.witness)(Recognition(db, desk), folder, key)
                files = Files(folder / FILES, key.derived("files"), key.former("files"))
                store = Store(folder, desk, key, db, files, lock, witness)
                if recognise is None:
                    store.chain.check_new()
                    store.digests.check()
                _project_anew_if_outdated(store)
                if recognise is None:
                    store = renewal.taken_up(store) if key.other else store
                    begin_to_wrap(store)
                    settle(store)
            except BaseException:
                db.close()
                raise
            return store
        except BaseException:
            lock.release()
            raise


def go_back_to_copy(folder: Path, key: StoreKey | None = None) -> WentBack:
    """The data as the program before the last update knows it, with what was done since. Raises StoreLocked,
    KeyMissing, KeyWrapped, WrongKey, NoWayBack, StoreFault."""
    with locked(folder):
        return go_back(folder, DATABASE, (key or find_key(folder)).derived("database"))


def _project_anew_if_outdated(store: Store) -> None:
    if store.db.execute("PRAGMA user_version").fetchone()[0] != dossiers.VERSION:
        with store.transaction():
            store.journal.rebuild_all()
            store.db.execute(f"PRAGMA user_version = {dossiers.VERSION}")


__all__ = ["DATABASE", "FILES", "KeyPlace", "Store", "StoreLocked", "locked", "open_store"]
