"""Passwords, offices and sessions of officials; words, conflicts and order of the lists of dossiers.

All lines of dossiers are folded anew, for they have no words yet.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds to what there is."""
    op.add_column("officials", sa.Column("password_hash", sa.String(200)))
    op.add_column("officials", sa.Column("agency", sa.String(32)))
    op.create_table(
        "sessions",
        sa.Column("cookie_hash", sa.String(64), primary_key=True),
        sa.Column("official", sa.String(200), nullable=False),
        sa.Column("began_at", sa.String(40), nullable=False),
        sa.Column("seen_at", sa.String(40), nullable=False),
    )
    op.add_column("dossiers", sa.Column("owner", sa.Text))
    op.add_column("dossiers", sa.Column("words", sa.Text))
    op.execute("UPDATE dossiers SET folded = 0")
    op.create_index("dossiers_by_receipt", "dossiers", ["received_at", "dossier"])
    op.create_index("dossiers_of_agency_by_receipt", "dossiers", ["agency", "received_at", "dossier"])
    behind, in_conflict = sa.text("folded < touched"), sa.text("conflicts > 0")
    op.create_index("dossiers_behind", "dossiers", ["dossier"], sqlite_where=behind, postgresql_where=behind)
    newest = ["received_at", "dossier"]
    op.create_index("dossiers_in_conflict", "dossiers", newest, sqlite_where=in_conflict, postgresql_where=in_conflict)
