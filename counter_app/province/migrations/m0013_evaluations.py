"""The evaluations that offices signed off are found without going through all entries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    signed = sa.text("kind = 'evaluation_signed'")
    op.create_index("entries_evaluated", "entries", ["at"], sqlite_where=signed, postgresql_where=signed)
