"""The server's tables. Every entry once, numbered inside its office; every file an entry names; who may speak.

`migrations/` makes them; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

BEHIND, IN_CONFLICT = text("folded < touched"), text("conflicts > 0")
EVALUATED = text("kind = 'evaluation_signed'")
"""Said in the very words of their indexes, or these would not serve."""

metadata = MetaData()

settings = Table(
    "settings",  # what all processes of one server share
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

offices = Table(
    "offices",
    metadata,
    Column("agency", String(32), primary_key=True),
    Column("cursor", BigInteger, nullable=False),  # of the office's newest entry
    Column("quota", BigInteger, nullable=False),  # bytes of files
    Column("used", BigInteger, nullable=False),  # bytes that are here or were promised a place
    Column("epoch", Integer, nullable=False, server_default="0"),  # counts how often its history was found cut off
)

desks = Table(
    "desks",  # and the province, whose journal is one like theirs
    metadata,
    Column("desk", String(64), primary_key=True),
    Column("agency", String(32), nullable=False),
    Column("last_sequence", Integer, nullable=False),
    Column("last_hash", String(64), nullable=False),
    Column("code_hash", String(64)),  # of the one-time code
    Column("code_until", String(40)),
    Column("credential_hash", String(64)),
    Column("credential_at", String(40)),
    Column("next_hash", String(64)),  # of a credential given out and not used yet
    Column("generation", Integer, nullable=False),  # counts enrolments; tokens of an older one are void
    Column("revoked_at", String(40)),
    Column("last_seen", String(40)),
    Column("pulled", BigInteger, nullable=False),  # the cursor it asked from last
    Column("waiting", Integer, nullable=False),  # entries it said were still to come
    Index("desks_of_agency", "agency"),
)

officials = Table(
    "officials",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("revoked_at", String(40)),
    Column("password_hash", String(200)),  # for the province's pages
    Column("agency", String(32)),  # the only office they see there; none: all
)

sessions = Table(
    "sessions",  # officials who are signed in to the pages
    metadata,
    Column("cookie_hash", String(64), primary_key=True),
    Column("official", String(200), nullable=False),
    Column("began_at", String(40), nullable=False),
    Column("seen_at", String(40), nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("agency", String(32), primary_key=True),  # of the dossier: who may pull it
    Column("cursor", BigInteger, primary_key=True, autoincrement=False),
    Column("desk", String(64), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("dossier", String(64), nullable=False),
    Column("step", Integer, nullable=False),
    Column("kind", String(64), nullable=False),
    Column("payload", Text),
    Column("payload_hash", String(64), nullable=False),
    Column("clerk", Text, nullable=False),
    Column("at", String(40), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("desk", "sequence", name="entries_of_desk"),
    Index("entries_of_dossier", "dossier"),
    Index("entries_evaluated", "at", sqlite_where=EVALUATED, postgresql_where=EVALUATED),
)

entries_aside = Table(
    "entries_aside",  # no desk of ours can have written them: see `entries_aside`
    metadata,
    Column("desk", String(64), primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("agency", String(32), nullable=False),
    Column("dossier", String(64), nullable=False),
    Column("kind", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("reason", String(200), nullable=False),
    Column("since", String(40), nullable=False),
    Column("entry", Text, nullable=False),  # JSON
    Index("entries_aside_of_dossier", "agency", "dossier"),
)

day_digests = Table(
    "day_digests",  # the signed heads of the desks' days
    metadata,
    Column("desk", String(64), primary_key=True),
    Column("last", Integer, primary_key=True, autoincrement=False),  # the day's last entry
    Column("digest", Text, nullable=False),  # JSON
    Column("since", String(40), nullable=False),
)

dossiers = Table(
    "dossiers",  # one line each, for lists; folded anew where `folded` is behind `touched`
    metadata,
    Column("dossier", String(64), primary_key=True),
    Column("agency", String(32), nullable=False),
    Column("touched", BigInteger, nullable=False),  # cursor of its newest entry
    Column("folded", BigInteger, nullable=False),
    Column("status", Integer),
    Column("procedure", Text),
    Column("received_at", String(40)),
    Column("due_at", String(40)),
    Column("conflicts", Integer, nullable=False),
    Column("owner", Text),
    Column("words", Text),  # without marks, for searching
    Index("dossiers_of_agency", "agency", "status"),
    Index("dossiers_by_receipt", "received_at", "dossier"),
    Index("dossiers_of_agency_by_receipt", "agency", "received_at", "dossier"),
    Index("dossiers_behind", "dossier", sqlite_where=BEHIND, postgresql_where=BEHIND),
    Index("dossiers_in_conflict", "received_at", "dossier", sqlite_where=IN_CONFLICT, postgresql_where=IN_CONFLICT),
)

ledger = Table(
    "ledger",  # what reports count of each dossier, written with its line: see `ledger`; moments in seconds since 1970
    metadata,
    Column("dossier", String(64), primary_key=True),
    Column("agency", String(32), nullable=False),
    Column("procedure", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("channel", Integer, nullable=False),
    Column("status", Integer, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Column("due_at", BigInteger),
    Column("finished_at", BigInteger),
    Column("paused_at", BigInteger),
    Column("waited", BigInteger, nullable=False),
    Column("supplements", Integer, nullable=False),
    Column("digitised", Integer, nullable=False),
    Column("reused", Integer, nullable=False),
    Column("result_files", Integer, nullable=False),
    Column("result_codes", Integer, nullable=False),
    Index("ledger_of_agency", "agency", "received_at"),
)

look_ups = Table(
    "look_ups",  # what the code on a receipt leads to
    metadata,
    Column("token", String(64), primary_key=True),
    Column("dossier", String(64), primary_key=True),
    Index("look_ups_of_dossier", "dossier"),
)

owners = Table(
    "owners",  # whose dossiers they are, or were before a correction: citizens' numbers
    metadata,
    Column("number", String(12), primary_key=True),
    Column("dossier", String(64), primary_key=True),
    Index("owners_of_dossier", "dossier"),
)

paper_requests = Table(
    "paper_requests",  # which desk asked for whose digitised papers, and why: see `lending`
    metadata,
    Column("id", Integer, primary_key=True),
    Column("desk", String(64), nullable=False),
    Column("clerk", Text, nullable=False),
    Column("subject", String(64), nullable=False),  # keyed hash of the citizen's number
    Column("procedure", String(64), nullable=False),
    Column("reason", String(64), nullable=False),  # the open dossier or intake
    Column("at", String(40), nullable=False),
    Column("found", Integer, nullable=False),
    Index("paper_requests_of_desk", "desk", "at"),
    Index("paper_requests_of_reason", "reason"),
)

papers_lent = Table(
    "papers_lent",  # what of it was fetched, when first
    metadata,
    Column("request", Integer, primary_key=True, autoincrement=False),
    Column("sha256", String(64), primary_key=True),
    Column("dossier", String(64), nullable=False),
    Column("at", String(40), nullable=False),
    Column("entry_hash", String(64), nullable=False, server_default=""),  # of the borrower's own
    Column("entry_sequence", Integer, nullable=False, server_default="0"),
)

notice_offices = Table(
    "notice_offices",  # up to which cursor an office's entries were seen for the notices
    metadata,
    Column("agency", String(32), primary_key=True),
    Column("seen", BigInteger, nullable=False),
)

notices = Table(
    "notices",  # each occasion of a dossier once: `due_at` is empty where nothing is to be done any more
    metadata,
    Column("dossier", String(64), primary_key=True),
    Column("occasion", String(64), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("due_at", String(40)),
    Column("attempts", Integer, nullable=False),
    Column("sender", String(16), nullable=False),  # by which way it goes or went
    Column("failure", String(64), nullable=False),
    Column("changed_at", String(40), nullable=False),
    Index("notices_due", "due_at"),
    Index("notices_by_state", "state"),
)

files = Table(
    "files",
    metadata,
    Column("agency", String(32), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("desk", String(64), primary_key=True),
    Column("dossier", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("here", Boolean, nullable=False),
    Index("files_awaited", "desk", "here"),
    Index("files_of_dossier", "dossier"),
)

uploads = Table(
    "uploads",  # under way; the place they need is counted in `offices.used` from their beginning
    metadata,
    Column("agency", String(32), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("touched_at", String(40), nullable=False),
)

feedback = Table(
    "feedback",  # one line each, for the lists and figures of officials; moments in seconds since 1970
    metadata,
    Column("dossier", String(64), primary_key=True),  # its code
    Column("agency", String(32), nullable=False),
    Column("number", String(24), nullable=False),
    Column("state", String(16), nullable=False),
    Column("sorting", String(16), nullable=False),
    Column("matter", String(16), nullable=False),
    Column("sender", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("words", Text, nullable=False),  # without marks, for searching
    Column("to_agency", Text, nullable=False),
    Column("taken_at", BigInteger, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("settled_at", BigInteger),
    Column("published", Integer, nullable=False),
    Index("feedback_of_agency", "agency", "taken_at"),
    Index("feedback_taken", "taken_at"),
)

survey_slips = Table(
    "survey_slips",  # who was asked how they were served: the marks of their slips
    metadata,
    Column("mark", String(32), primary_key=True),
    Column("agency", String(32), nullable=False),
    Column("occasion", String(16), nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("survey_slips_at", "at", "agency", "occasion"),
)

survey_answers = Table(
    "survey_answers",  # what they answered, by the day they were asked
    metadata,
    Column("survey", String(64), primary_key=True),  # its code
    Column("question", String(40), primary_key=True),
    Column("points", Integer, nullable=False),
    Column("agency", String(32), nullable=False),
    Column("occasion", String(16), nullable=False),
    Column("slip", Integer, nullable=False),
    Column("asked_on", BigInteger, nullable=False),
    Index("survey_answers_asked", "question", "asked_on", "agency", "points", "slip"),
)

national_offices = Table(
    "national_offices",  # up to which cursor an office's entries were seen for the national portal
    metadata,
    Column("agency", String(32), primary_key=True),
    Column("seen", BigInteger, nullable=False),
)

national_dossiers = Table(
    "national_dossiers",  # what the national portal has of each, and what waits: `due_at` is empty where nothing does
    metadata,
    Column("dossier", String(64), primary_key=True),
    Column("agency", String(32), nullable=False),
    Column("revision", BigInteger, nullable=False),  # cursor of its newest entry
    Column("changed_at", String(40), nullable=False),
    Column("due_at", String(40)),
    Column("dead_at", String(40)),  # since when it is a dead letter
    Column("attempts", Integer, nullable=False),
    Column("refusals", Integer, nullable=False),
    Column("failure", String(64), nullable=False),  # the error's class, and the values of its sentence as JSON
    Column("failure_values", Text, nullable=False),
    Column("handed", Text, nullable=False),  # JSON
    Column("sent_at", String(40)),
    Index("national_dossiers_due", "due_at"),
    Index("national_dossiers_dead", "dead_at"),
)

online_dossiers = Table(
    "online_dossiers",  # filed at the national portal: its code there, and here
    metadata,
    Column("agency", String(32), primary_key=True),
    Column("portal_code", String(64), primary_key=True),
    Column("dossier", String(64), nullable=False, unique=True),
)

national_lease = Table(
    "national_lease",  # a row a task that one process at a time does: the national portal, the notices, folding
    metadata,
    Column("name", String(16), primary_key=True),
    Column("holder", String(64), nullable=False),
    Column("until", BigInteger, nullable=False),  # seconds since 1970 by the database's clock
    Column("sent_at", String(40)),  # when the portal last took a dossier
)
