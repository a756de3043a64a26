"""The province counts dossiers itself: a row of numbers for each, made with its line; all lines are made anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "ledger",
        sa.Column("dossier", sa.String(64), primary_key=True),
        sa.Column("agency", sa.String(32), nullable=False),
        sa.Column("procedure", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("channel", sa.Integer, nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("received_at", sa.BigInteger, nullable=False),
        sa.Column("due_at", sa.BigInteger),
        sa.Column("finished_at", sa.BigInteger),
        sa.Column("paused_at", sa.BigInteger),
        sa.Column("waited", sa.BigInteger, nullable=False),
        sa.Column("supplements", sa.Integer, nullable=False),
        sa.Column("digitised", sa.Integer, nullable=False),
        sa.Column("reused", sa.Integer, nullable=False),
        sa.Column("result_files", sa.Integer, nullable=False),
        sa.Column("result_codes", sa.Integer, nullable=False),
    )
    op.create_index("ledger_of_agency", "ledger", ["agency", "received_at"])
    op.execute(sa.text("UPDATE dossiers SET folded = 0"))
