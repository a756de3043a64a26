"""Which codes the dossiers have here that were filed at the national portal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """None was filed before."""
    op.create_table(
        "online_dossiers",
        sa.Column("agency", sa.String(32), primary_key=True),
        sa.Column("portal_code", sa.String(64), primary_key=True),
        sa.Column("dossier", sa.String(64), nullable=False, unique=True),
    )
