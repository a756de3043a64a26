"""Offices, desks with credentials of their own, cursors that count inside an office, lists of dossiers, uploads.

Files lie by office from now on: those of protocol 1 are awaited again, and the desks, which keep them, send them.
"""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_QUOTA = 1_000_000_000_000  # bytes; what an office gets until it is told otherwise
_ENTRY = "desk, sequence, dossier, step, kind, payload, payload_hash, clerk, at, previous, hash"


def upgrade() -> None:
    """Moves what there is into the new tables."""
    for index in ("entries_of_dossier", "entries_of_agency", "files_awaited"):
        op.execute(f"DROP INDEX IF EXISTS {index}")
    op.rename_table("entries", "entries_1")
    op.rename_table("files", "files_1")
    _make_speakers()
    _make_entries()
    _make_files()
    _move()
    op.drop_table("entries_1")
    op.drop_table("files_1")
    # indexes come last: they are made faster than they are kept, and their old namesakes are gone by now
    op.create_index("entries_of_dossier", "entries", ["dossier"])
    op.create_index("desks_of_agency", "desks", ["agency"])
    op.create_index("dossiers_of_agency", "dossiers", ["agency", "status"])
    op.create_index("files_awaited", "files", ["desk", "here"])
    op.create_index("files_of_dossier", "files", ["dossier"])


def _make_speakers() -> None:
    settings = op.create_table(
        "settings",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )
    op.bulk_insert(settings, [{"name": "token-key", "value": secrets.token_bytes(32)}])
    op.create_table(
        "offices",
        sa.Column("agency", sa.String(32), primary_key=True),
        sa.Column("cursor", sa.BigInteger, nullable=False),
        sa.Column("quota", sa.BigInteger, nullable=False),
        sa.Column("used", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "desks",
        sa.Column("desk", sa.String(64), primary_key=True),
        sa.Column("agency", sa.String(32), nullable=False),
        sa.Column("last_sequence", sa.Integer, nullable=False),
        sa.Column("last_hash", sa.String(64), nullable=False),
        sa.Column("code_hash", sa.String(64)),
        sa.Column("code_until", sa.String(40)),
        sa.Column("credential_hash", sa.String(64)),
        sa.Column("credential_at", sa.String(40)),
        sa.Column("next_hash", sa.String(64)),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("revoked_at", sa.String(40)),
        sa.Column("last_seen", sa.String(40)),
        sa.Column("pulled", sa.BigInteger, nullable=False),
        sa.Column("waiting", sa.Integer, nullable=False),
    )
    op.create_table(
        "officials",
        sa.Column("name", sa.String(200), primary_key=True),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("revoked_at", sa.String(40)),
    )


def _make_entries() -> None:
    op.create_table(
        "entries",
        sa.Column("agency", sa.String(32), primary_key=True),
        sa.Column("cursor", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("desk", sa.String(64), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("dossier", sa.String(64), nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("payload", sa.Text),
        sa.Column("payload_hash", sa.String(64), nullable=False),
        sa.Column("clerk", sa.Text, nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.UniqueConstraint("desk", "sequence", name="entries_of_desk"),
    )
    op.create_table(
        "dossiers",
        sa.Column("dossier", sa.String(64), primary_key=True),
        sa.Column("agency", sa.String(32), nullable=False),
        sa.Column("touched", sa.BigInteger, nullable=False),
        sa.Column("folded", sa.BigInteger, nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("procedure", sa.Text),
        sa.Column("received_at", sa.String(40)),
        sa.Column("due_at", sa.String(40)),
        sa.Column("conflicts", sa.Integer, nullable=False),
    )


def _make_files() -> None:
    op.create_table(
        "files",
        sa.Column("agency", sa.String(32), primary_key=True),
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("desk", sa.String(64), primary_key=True),
        sa.Column("dossier", sa.String(64), primary_key=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("here", sa.Boolean, nullable=False),
    )
    op.create_table(
        "uploads",
        sa.Column("agency", sa.String(32), primary_key=True),
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("touched_at", sa.String(40), nullable=False),
    )


def _move() -> None:
    # the cursors of an office keep their order; desks hold cursors of the old count, which are never lower, so `pulled`
    # of a desk begins anew with its enrolment
    op.execute(
        f"INSERT INTO entries (agency, cursor, {_ENTRY}) "
        f"SELECT agency, row_number() OVER (PARTITION BY agency ORDER BY cursor), {_ENTRY} FROM entries_1"
    )
    op.execute(
        "INSERT INTO offices (agency, cursor, quota, used) "
        f"SELECT agency, max(cursor), {_QUOTA}, 0 FROM entries GROUP BY agency"
    )
    op.execute(
        "INSERT INTO desks (desk, agency, last_sequence, last_hash, generation, pulled, waiting) "
        "SELECT desk, agency, sequence, hash, 0, 0, 0 FROM entries e WHERE desk <> 'province' "
        "AND sequence = (SELECT max(sequence) FROM entries WHERE desk = e.desk)"
    )
    op.execute(
        "INSERT INTO desks (desk, agency, last_sequence, last_hash, generation, pulled, waiting) "
        "SELECT 'province', '', coalesce(max(sequence), 0), '', 0, 0, 0 FROM entries WHERE desk = 'province'"
    )
    op.execute(
        "UPDATE desks SET last_hash = coalesce((SELECT hash FROM entries WHERE entries.desk = 'province' "
        "AND sequence = desks.last_sequence), '') WHERE desk = 'province'"
    )
    op.execute(
        "INSERT INTO dossiers (dossier, agency, touched, folded, conflicts) "
        "SELECT dossier, agency, max(cursor), 0, 0 FROM entries GROUP BY dossier, agency"
    )
    op.execute(
        "INSERT INTO files (agency, sha256, desk, dossier, size, here) SELECT DISTINCT e.agency, f.sha256, f.desk, "
        "f.dossier, f.size, false FROM files_1 f JOIN entries e ON e.dossier = f.dossier"
    )
