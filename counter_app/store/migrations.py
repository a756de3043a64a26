"""The tables of the store, and how they came to be. A migration that was released is never edited."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from counter_app.errors import CounterError, ExitStatus

migrations = Migrations("counter")


class StoreNewer(CounterError):
    """The store was changed by a newer version of the program, which this one does not understand."""

    what = "This desk's data was written by a newer version of the program."
    todo = (
        "Start the newer version; or go back to the data of before with ‘counter go-back’,"
        " which keeps what was done since."
    )
    exit_status = ExitStatus.STORE


def refuse_newer(db: Database) -> None:
    """Raises StoreNewer where a migration was applied that this program does not know."""
    known = {item.name for item in migrations.pending(Database(memory=True))}
    if unknown := [item.name for item in migrations.applied(db) if item.name not in known]:
        raise StoreNewer(str(len(unknown)))


@migrations()
def first(db: Database) -> None:
    """The journal; dossiers and search as projections of it; drafts with their pages; where sync stands."""
    db.table("entries").create(
        {
            "desk": str,
            "sequence": int,
            "dossier": str,
            "step": int,
            "kind": str,
            "payload": str,
            "payload_hash": str,
            "clerk": str,
            "at": str,
            "previous": str,
            "hash": str,
        },
        pk=("desk", "sequence"),
        not_null={"dossier", "step", "kind", "payload_hash", "clerk", "at", "previous", "hash"},
        strict=True,
    )
    db.table("entries").create_index(["dossier", "step", "desk"])
    db.table("dossiers").create(
        {
            "code": str,
            "owner": str,
            "procedure": str,
            "status": int,
            "received_at": str,
            "due_at": str,
            "conflicts": int,
            "own_sequence": int,
            "state": str,
        },
        pk="code",
        not_null={"owner", "procedure", "status", "received_at", "conflicts", "own_sequence", "state"},
        strict=True,
    )
    db.table("dossiers").create_index(["received_at"])
    db.table("dossiers").create_index(["status", "due_at"])
    db.execute(
        "CREATE VIRTUAL TABLE search USING fts5"
        "(code, people, procedure, papers, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')"
    )
    db.table("drafts").create({"id": str, "state": str, "changed_at": str}, pk="id", not_null={"state"}, strict=True)
    db.table("pages").create(
        {
            "id": int,
            "holder": str,
            "component": str,
            "original": str,
            "media_type": str,
            "dpi": int,
            "source": str,
            "picture": str,
            "reading": str,
            "failure": str,
            "document": str,
        },
        pk="id",
        not_null={
            "holder",
            "component",
            "original",
            "media_type",
            "source",
            "picture",
            "reading",
            "failure",
            "document",
        },
        strict=True,
    )
    db.table("pages").create_index(["holder", "component"])
    db.table("sync_points").create({"name": str, "value": int}, pk="name", not_null={"value"}, strict=True)


@migrations()
def order_and_treatment(db: Database) -> None:
    """Pages stand in an order of their own, and it is kept how each is to be taken."""
    db.execute("ALTER TABLE pages ADD COLUMN position REAL NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE pages ADD COLUMN treatment TEXT NOT NULL DEFAULT ''")
    db.execute("UPDATE pages SET position = id")


@migrations()
def fee_receipts(db: Database) -> None:
    """The receipts for money, drawn from the folded dossiers."""
    db.table("fee_receipts").create(
        {
            "series": str,
            "number": int,
            "dossier": str,
            "kind": str,
            "amount": int,
            "method": str,
            "payer": str,
            "at": int,
            "clerk": str,
            "cancelled": str,
            "refunded_at": int,
            "refund_method": str,
            "refunded_by": str,
        },
        pk=("series", "number", "dossier"),
        not_null={"kind", "amount", "method", "payer", "at", "clerk", "cancelled", "refund_method", "refunded_by"},
        strict=True,
    )
    db.table("fee_receipts").create_index(["dossier"])
    db.table("fee_receipts").create_index(["at"])


@migrations()
def narrow_dossiers(db: Database) -> None:
    """A dossier is a row of numbers for lists and reports; its state is not kept, it is the fold of its entries.

    Entries are numbered as they arrive, and a dossier bears the number of its first: newest first is `id DESC`. What
    many dossiers share stands in `kinds`, once. `newcomers`, `people` and `papers` are `counter_app.store.search`'s.
    `ledger` is what reports read, a `counter_app.dossier.ledger.LedgerLine` a row.
    """
    entry = "desk, sequence, dossier, step, kind, payload, payload_hash, clerk, at, previous, hash"
    db.execute("ALTER TABLE entries RENAME TO entries_before")
    db.execute(
        "CREATE TABLE entries (id INTEGER PRIMARY KEY, desk TEXT NOT NULL, sequence INTEGER NOT NULL,"
        " dossier TEXT NOT NULL, step INTEGER NOT NULL, kind TEXT NOT NULL, payload TEXT, payload_hash TEXT NOT NULL,"
        " clerk TEXT NOT NULL, at TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL,"
        " UNIQUE (desk, sequence)) STRICT"
    )
    db.execute(f"INSERT INTO entries ({entry}) SELECT {entry} FROM entries_before ORDER BY rowid")
    db.execute("DROP TABLE entries_before")
    db.execute("CREATE INDEX entries_of_dossier ON entries (dossier, step, desk)")

    numbers = (
        "channel, status, received_at, due_at, finished_at, returned_at, supplements, supplement_at, paused_at, waited,"
        " extensions, components, digitised, reused, results, result_files, result_codes,"
        " fees_due, paid_phi, paid_le_phi, exempted"
    )
    unknown = {"due_at", "finished_at", "returned_at", "supplement_at", "paused_at"}
    columns = ", ".join(
        f"{name} INTEGER" if name in unknown else f"{name} INTEGER NOT NULL" for name in numbers.split(", ")
    )
    for table in ("dossiers", "search"):
        db.execute(f"DROP TABLE {table}")
    db.execute(
        "CREATE TABLE kinds (id INTEGER PRIMARY KEY, procedure TEXT NOT NULL, procedure_name TEXT NOT NULL,"
        " field TEXT NOT NULL, agency TEXT NOT NULL, clerk TEXT NOT NULL,"
        " UNIQUE (procedure, procedure_name, field, agency, clerk)) STRICT"
    )
    db.execute(
        "CREATE TABLE dossiers (id INTEGER PRIMARY KEY, code TEXT NOT NULL, owner TEXT NOT NULL, kind INTEGER NOT NULL,"
        f" conflicts INTEGER NOT NULL, own_sequence INTEGER NOT NULL, {columns}) STRICT"
    )
    db.execute("CREATE INDEX dossiers_by_status ON dossiers (status)")
    db.execute(  # all that reports count by, so that they need neither the rows nor to sort them
        "CREATE INDEX dossiers_counts ON dossiers (kind, received_at, finished_at, due_at, paused_at, status, channel,"
        " supplements, waited, components, digitised, reused, result_files, result_codes, exempted, own_sequence)"
    )
    db.execute(
        f"CREATE VIEW ledger AS SELECT code, agency, procedure, field, {numbers}, clerk"
        " FROM dossiers LEFT JOIN kinds ON kinds.id = dossiers.kind"
    )
    db.execute("CREATE TABLE newcomers (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT")
    for table in ("people", "papers"):
        db.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5(words, tokenize = 'unicode61 remove_diacritics 0', content = '',"
            " contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6')"
        )

    db.execute("ALTER TABLE drafts RENAME TO drafts_before")
    db.execute(
        "CREATE TABLE drafts (id TEXT PRIMARY KEY, state TEXT NOT NULL, changed_at TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )
    db.execute("INSERT INTO drafts SELECT id, state, changed_at FROM drafts_before")
    db.execute("DROP TABLE drafts_before")


@migrations()
def print_jobs(db: Database) -> None:
    """Papers on their way to a printer (`counter_app.store.print_jobs`), and where each form is printed."""
    texts = "form, about, codes, title, file, size, printer, tray, state, fault, remote, asked_at, changed_at, clerk"
    columns = ", ".join(f"{name} TEXT NOT NULL" for name in texts.split(", "))
    db.execute(
        f"CREATE TABLE print_jobs (id INTEGER PRIMARY KEY AUTOINCREMENT, {columns}, copies INTEGER NOT NULL,"
        " reprint INTEGER NOT NULL, open INTEGER NOT NULL AS (state NOT IN ('printed', 'cancelled'))) STRICT"
    )
    db.execute("CREATE INDEX print_jobs_open ON print_jobs (id) WHERE open")
    db.execute("CREATE INDEX print_jobs_of_paper ON print_jobs (form, about)")
    db.execute(
        "CREATE TABLE print_choices (form TEXT PRIMARY KEY, printer TEXT NOT NULL, tray TEXT NOT NULL,"
        " copies INTEGER NOT NULL, size TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )


@migrations()
def contradictions(db: Database) -> None:
    """Dossiers in conflict are found at once; a receipt number given twice stands twice, because both were paid.

    The receipts are drawn anew from the dossiers (`dossiers.VERSION`).
    """
    db.execute("CREATE INDEX dossiers_in_conflict ON dossiers (id) WHERE conflicts > 0")
    db.execute("DROP TABLE fee_receipts")
    db.execute(
        "CREATE TABLE fee_receipts (series TEXT NOT NULL, number INTEGER NOT NULL, dossier TEXT NOT NULL,"
        " kind TEXT NOT NULL, amount INTEGER NOT NULL, method TEXT NOT NULL, payer TEXT NOT NULL, at INTEGER NOT NULL,"
        " clerk TEXT NOT NULL, cancelled TEXT NOT NULL, refunded_at INTEGER, refund_method TEXT NOT NULL,"
        " refunded_by TEXT NOT NULL) STRICT"
    )
    for columns in ("series, number", "dossier", "at"):
        name = columns.replace(", ", "_")
        db.execute(f"CREATE INDEX fee_receipts_{name} ON fee_receipts ({columns})")


@migrations()
def sync_memory(db: Database) -> None:
    """What a desk keeps to be let in at the province, the files on their way to it, and what it could not take over."""
    db.execute("CREATE TABLE sync_secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID")
    db.execute(
        "CREATE TABLE outgoing_files (sha256 TEXT NOT NULL, dossier TEXT NOT NULL, size INTEGER NOT NULL,"
        " sequence INTEGER NOT NULL, PRIMARY KEY (sha256, dossier)) STRICT, WITHOUT ROWID"
    )
    db.execute("CREATE INDEX outgoing_files_of_dossier ON outgoing_files (dossier)")
    db.execute(
        "CREATE TABLE uploads (sha256 TEXT PRIMARY KEY, server TEXT NOT NULL, url TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE entries_aside (desk TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL,"
        " dossier TEXT NOT NULL, reason TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (desk, sequence, hash)) STRICT"
    )
    db.execute("DELETE FROM sync_points WHERE name = 'awaited_files'")


@migrations()
def pages_with_notes(db: Database) -> None:
    """A page with a note attached is two pictures: the second names the page it shows once more."""
    db.execute("ALTER TABLE pages ADD COLUMN note_of INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX pages_with_note ON pages (note_of) WHERE note_of > 0")


@migrations()
def cash_counts(db: Database) -> None:
    """What was counted in the drawer at the end of a day."""
    db.execute(
        "CREATE TABLE cash_counts (id INTEGER PRIMARY KEY, day TEXT NOT NULL, clerk TEXT NOT NULL, at REAL NOT NULL,"
        " count TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX cash_counts_day ON cash_counts (day)")


@migrations()
def guidance(db: Database) -> None:
    """Who got Mẫu 02 or 03 instead of a receipt (`counter_app.store.guidance`); their intake lies aside until they come
    back. And the reasons that clerks gave (`counter_app.store.phrases`)."""
    texts = "code, procedure, procedure_name, field, agency, owner, name, number, born, words, kind, dossier"
    columns = ", ".join(f"{name} TEXT NOT NULL" for name in texts.split(", "))
    db.execute(
        f"CREATE TABLE guidance_cases (id INTEGER PRIMARY KEY, {columns}, at INTEGER NOT NULL,"
        " own_sequence INTEGER NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX guidance_cases_of_number ON guidance_cases (number, name) WHERE dossier = ''")
    db.execute(
        "CREATE TABLE guidance_answers (guidance INTEGER NOT NULL, nth INTEGER NOT NULL, kind TEXT NOT NULL,"
        " at INTEGER NOT NULL, reason TEXT NOT NULL, again TEXT NOT NULL,"
        " PRIMARY KEY (guidance, nth)) STRICT, WITHOUT ROWID"
    )
    db.execute("CREATE INDEX guidance_answers_at ON guidance_answers (at)")
    db.execute("ALTER TABLE drafts ADD COLUMN guidance TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE drafts ADD COLUMN aside INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX drafts_of_guidance ON drafts (guidance) WHERE guidance <> ''")
    db.execute(
        "CREATE TABLE phrases (act TEXT NOT NULL, text TEXT NOT NULL, times INTEGER NOT NULL, last_at TEXT NOT NULL,"
        " PRIMARY KEY (act, text)) STRICT, WITHOUT ROWID"
    )


@migrations()
def paper_numbers(db: Database) -> None:
    """The numbers of outgoing papers, and how far the books of the registers go."""
    db.execute(
        "CREATE TABLE paper_numbers (agency TEXT NOT NULL, series TEXT NOT NULL, year INTEGER NOT NULL,"
        " number INTEGER NOT NULL, text TEXT NOT NULL, form TEXT NOT NULL, dossier TEXT NOT NULL,"
        " dossiers INTEGER NOT NULL, at INTEGER NOT NULL, clerk TEXT NOT NULL) STRICT"
    )
    for columns in ("agency, series, year, number", "dossier", "at"):
        name = columns.rpartition(", ")[2]
        db.execute(f"CREATE INDEX paper_numbers_{name} ON paper_numbers ({columns})")
    db.execute(
        "CREATE TABLE books (agency TEXT NOT NULL, field TEXT NOT NULL, year INTEGER NOT NULL, book INTEGER NOT NULL,"
        " first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (agency, field, year, book)) STRICT, WITHOUT ROWID"
    )


@migrations()
def identity(db: Database) -> None:
    """Which store this is (`counter_app.store.recognition`); numbers of entries that were lost."""
    db.execute("CREATE TABLE identity (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID")
    db.execute("CREATE TABLE lost_numbers (name TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID")


@migrations()
def accounts(db: Database) -> None:
    """Who works at the desk (`counter_app.store.accounts`), and who looked at whom (`counter_app.store.accesses`)."""
    db.execute("CREATE TABLE accounts (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
    db.execute(
        "CREATE TABLE sign_in_failures (account TEXT PRIMARY KEY, count INTEGER NOT NULL, at REAL NOT NULL)"
        " STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE accesses (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, clerk TEXT NOT NULL, kind TEXT NOT NULL,"
        " subject TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX accesses_at ON accesses (at)")


@migrations()
def day_digests(db: Database) -> None:
    """The signed heads of the days that are over (`counter_app.store.digests`)."""
    db.execute("CREATE TABLE day_digests (last INTEGER PRIMARY KEY, digest TEXT NOT NULL) STRICT")


@migrations()
def given_up_files(db: Database) -> None:
    """The scans of intakes that were given up and of pages taken out, since when; they are deleted by the rules."""
    db.execute("CREATE TABLE given_up_files (sha256 TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID")
    for column in ("original", "picture", "document"):
        db.execute(f"CREATE INDEX pages_of_{column} ON pages ({column}) WHERE {column} <> ''")


@migrations()
def entry_proofs(db: Database) -> None:
    """What the province gave with entries of others (`counter_app.store.proofs`)."""
    db.execute(
        "CREATE TABLE entry_proofs (desk TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL,"
        " proof TEXT NOT NULL, PRIMARY KEY (desk, sequence)) STRICT, WITHOUT ROWID"
    )


@migrations()
def read_papers(db: Database) -> None:
    """What was read in the fields of scanned papers (`counter_app.store.read_papers`), and an index of what clerks
    confirmed of it."""
    db.execute(
        "CREATE TABLE read_papers (holder TEXT NOT NULL, component TEXT NOT NULL, pages TEXT NOT NULL,"
        " papers TEXT NOT NULL, PRIMARY KEY (holder, component)) STRICT, WITHOUT ROWID"
    )
    db.execute("CREATE INDEX entries_verified ON entries (at) WHERE kind = 'fields_verified'")


@migrations()
def workbench(db: Database) -> None:
    """What runs is counted by its due date without looking at the rest; what came and nobody looked at
    (`counter_app.store.news`)."""
    db.execute("CREATE INDEX dossiers_running ON dossiers (due_at) WHERE finished_at IS NULL AND status IN (2, 4)")
    db.execute(
        "CREATE TABLE news (id INTEGER PRIMARY KEY, desk TEXT NOT NULL, sequence INTEGER NOT NULL,"
        " at INTEGER NOT NULL, seen INTEGER NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX news_seen ON news (seen, at)")


@migrations()
def feedback_and_surveys(db: Database) -> None:
    """Feedback (`counter_app.store.feedback`), the slips that ask citizens (`survey_slips`) and their answers
    (`surveys`)."""
    texts = "code, agency, state, sorting, way, matter, name, text, dossier, to_agency, words, same, clerk"
    numbers = "year, number, taken_at, due_at, published, against_staff, own_sequence"
    columns = [f"{name} TEXT NOT NULL" for name in texts.split(", ")]
    columns += [f"{name} INTEGER NOT NULL" for name in numbers.split(", ")]
    db.execute(
        f"CREATE TABLE feedback (id INTEGER PRIMARY KEY, {', '.join(columns)}, settled_at INTEGER,"
        " answered_at INTEGER) STRICT"
    )
    for name, of in (
        ("taken_at", "taken_at"),
        ("settled_at", "settled_at, taken_at"),
        ("number", "agency, year, number"),
        ("same", "same"),
        ("code", "code"),
    ):
        db.execute(f"CREATE INDEX feedback_{name} ON feedback ({of})")
    db.execute("CREATE INDEX feedback_open ON feedback (due_at, id) WHERE settled_at IS NULL")
    db.execute(
        "CREATE TABLE survey_slips (mark TEXT NOT NULL UNIQUE, dossier TEXT NOT NULL, agency TEXT NOT NULL,"
        " field TEXT NOT NULL, procedure TEXT NOT NULL, occasion TEXT NOT NULL, at INTEGER NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX survey_slips_dossier ON survey_slips (dossier)")
    db.execute("CREATE INDEX survey_slips_field ON survey_slips (field, occasion, at, agency)")
    db.execute(
        "CREATE TABLE survey_answers (asked_on INTEGER NOT NULL, survey INTEGER NOT NULL, question TEXT NOT NULL,"
        " points INTEGER NOT NULL, agency TEXT NOT NULL, occasion TEXT NOT NULL, field TEXT NOT NULL,"
        " slip INTEGER NOT NULL, PRIMARY KEY (question, asked_on, survey)) STRICT, WITHOUT ROWID"
    )
    db.execute("CREATE INDEX survey_answers_survey ON survey_answers (survey)")


@migrations()
def conduct(db: Database) -> None:
    """In whose hands dossiers lie, and what discipline is watched by (`counter_app.store.conduct`)."""
    db.execute(
        "CREATE TABLE holdings (dossier INTEGER NOT NULL, nth INTEGER NOT NULL, unit TEXT NOT NULL,"
        " person TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER, touched_at INTEGER NOT NULL,"
        " PRIMARY KEY (dossier, nth)) STRICT, WITHOUT ROWID"
    )
    db.execute("CREATE INDEX holdings_now ON holdings (since, dossier) WHERE until IS NULL")
    db.execute("CREATE INDEX holdings_left ON holdings (until, dossier, unit, since) WHERE until IS NOT NULL")
    db.execute(
        "CREATE TABLE conduct (dossier INTEGER NOT NULL, nth INTEGER NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL,"
        " clerk TEXT NOT NULL, unit TEXT NOT NULL, times INTEGER NOT NULL, before INTEGER, after INTEGER,"
        " reason TEXT NOT NULL, PRIMARY KEY (dossier, nth)) STRICT, WITHOUT ROWID"
    )
    db.execute("CREATE INDEX entries_evaluated ON entries (at) WHERE kind = 'evaluation_signed'")
    db.execute("CREATE INDEX conduct_at ON conduct (kind, at, after, times, clerk, unit)")


@migrations()
def past_dossiers(db: Database) -> None:
    """The imported dossiers of the office's past (`counter_app.store.past`)."""
    db.execute(
        "CREATE TABLE past_dossiers (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, source TEXT NOT NULL,"
        " words TEXT NOT NULL, number TEXT NOT NULL, dossier TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX past_dossiers_of_number ON past_dossiers (number) WHERE number <> ''")


@migrations()
def asked_again(db: Database) -> None:
    """Papers that were asked for although they lay there digitised (`counter_app.store.asked_again`)."""
    db.execute(
        "CREATE TABLE asked_again (dossier INTEGER NOT NULL, nth INTEGER NOT NULL, received_at INTEGER NOT NULL,"
        " agency TEXT NOT NULL, field TEXT NOT NULL, procedure TEXT NOT NULL, paper TEXT NOT NULL,"
        " PRIMARY KEY (dossier, nth)) STRICT, WITHOUT ROWID"
    )
    db.execute("CREATE INDEX asked_again_at ON asked_again (received_at, agency, field, procedure, paper)")


@migrations()
def cancelled_receipts(db: Database) -> None:
    """Receipts that were cancelled are few, and found at once when a drawer is counted."""
    db.execute("CREATE INDEX entries_cancelled_receipts ON entries (at) WHERE kind = 'fee_receipt_cancelled'")


@migrations()
def timed_holdings(db: Database) -> None:
    """How long units take, and how discipline is kept, is counted out of indexes alone, whatever the number of
    dossiers: the lines of both say of what kind their dossier is."""
    for column in ("kind", "stay", "timed"):
        db.execute(f"ALTER TABLE holdings ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE conduct ADD COLUMN of_kind INTEGER NOT NULL DEFAULT 0")
    db.execute("DROP INDEX holdings_left")
    db.execute("DROP INDEX conduct_at")
    db.execute("CREATE INDEX holdings_timed ON holdings (kind, unit, stay, until, since, timed) WHERE timed")
    db.execute("CREATE INDEX conduct_at ON conduct (kind, at, after, times, clerk, unit, of_kind)")
    db.execute("CREATE INDEX conduct_asked ON conduct (at, of_kind, reason, clerk, unit) WHERE kind = 'asked'")


@migrations()
def samples(db: Database) -> None:
    """Samples for inspections as they were drawn, before they were entries of the journal."""
    db.execute(
        "CREATE TABLE samples (seed TEXT NOT NULL, by_risk INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,"
        " agency TEXT NOT NULL, drawn_at INTEGER NOT NULL, frame INTEGER NOT NULL, drawn TEXT NOT NULL,"
        " PRIMARY KEY (seed, by_risk, first, last, agency)) STRICT, WITHOUT ROWID"
    )


@migrations()
def samples_are_entries(db: Database) -> None:
    """A sample that was drawn is an entry (`counter_app.dossier.payloads.inspection`): what only lay here was lost with
    the disk."""
    db.execute("DROP TABLE samples")


@migrations()
def sums_of_receipts(db: Database) -> None:
    """What was taken in a period is summed out of an index alone: each receipt says of what kind its dossier is."""
    db.execute("ALTER TABLE fee_receipts ADD COLUMN of_kind INTEGER NOT NULL DEFAULT 0")
    db.execute(
        "UPDATE fee_receipts SET of_kind = coalesce((SELECT kind FROM dossiers WHERE id ="
        " (SELECT min(id) FROM entries WHERE entries.dossier = fee_receipts.dossier)), 0)"
    )
    db.execute(
        "CREATE INDEX fee_receipts_taken ON fee_receipts (of_kind, kind, method, at, amount) WHERE cancelled = ''"
    )
