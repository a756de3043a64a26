"""What is handed over to the national portal, and which process does it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Everything the server has waits for the portal until a gateway handed it over."""
    op.create_table(
        "national_offices",
        sa.Column("agency", sa.String(32), primary_key=True),
        sa.Column("seen", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "national_dossiers",
        sa.Column("dossier", sa.String(64), primary_key=True),
        sa.Column("agency", sa.String(32), nullable=False),
        sa.Column("revision", sa.BigInteger, nullable=False),
        sa.Column("changed_at", sa.String(40), nullable=False),
        sa.Column("due_at", sa.String(40)),
        sa.Column("dead_at", sa.String(40)),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("refusals", sa.Integer, nullable=False),
        sa.Column("failure", sa.String(64), nullable=False),
        sa.Column("failure_values", sa.Text, nullable=False),
        sa.Column("handed", sa.Text, nullable=False),
        sa.Column("sent_at", sa.String(40)),
    )
    op.create_index("national_dossiers_due", "national_dossiers", ["due_at"])
    op.create_index("national_dossiers_dead", "national_dossiers", ["dead_at"])
    lease = op.create_table(
        "national_lease",
        sa.Column("name", sa.String(16), primary_key=True),
        sa.Column("holder", sa.String(64), nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.Column("sent_at", sa.String(40)),
    )
    op.bulk_insert(lease, [{"name": "gateway", "holder": "", "until": 0}])
