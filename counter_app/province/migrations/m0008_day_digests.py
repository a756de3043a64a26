"""The signed heads of the desks' days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """The desks hand over those of before, too."""
    op.create_table(
        "day_digests",
        sa.Column("desk", sa.String(64), primary_key=True),
        sa.Column("last", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("since", sa.String(40), nullable=False),
    )
