"""What citizens are told, and which process tells them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """What happened long ago is not told any more."""
    op.create_table(
        "notice_offices",
        sa.Column("agency", sa.String(32), primary_key=True),
        sa.Column("seen", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "notices",
        sa.Column("dossier", sa.String(64), primary_key=True),
        sa.Column("occasion", sa.String(64), primary_key=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("due_at", sa.String(40)),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("sender", sa.String(16), nullable=False),
        sa.Column("failure", sa.String(64), nullable=False),
        sa.Column("changed_at", sa.String(40), nullable=False),
    )
    op.create_index("notices_due", "notices", ["due_at"])
    op.create_index("notices_by_state", "notices", ["state"])
    op.execute("INSERT INTO national_lease (name, holder, until) VALUES ('notices', '', 0)")
