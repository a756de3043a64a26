"""The epoch of the server's history: after a restore its cursors mean something else, and the desks must know."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Begins the first epoch."""
    op.add_column("offices", sa.Column("epoch", sa.Integer, nullable=False, server_default="0"))
    settings = sa.table("settings", sa.column("name", sa.String), sa.column("value", sa.LargeBinary))
    op.bulk_insert(settings, [{"name": "epoch", "value": secrets.token_hex(6).encode()}])
