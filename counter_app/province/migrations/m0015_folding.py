"""One process folds dossiers in the background; what a desk fetched names the entry of its own journal about it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.execute("INSERT INTO national_lease (name, holder, until) VALUES ('folding', '', 0)")
    for column in (
        sa.Column("entry_hash", sa.String(64), nullable=False, server_default=""),
        sa.Column("entry_sequence", sa.Integer, nullable=False, server_default="0"),
    ):
        op.add_column("papers_lent", column)
    op.create_index("paper_requests_of_reason", "paper_requests", ["reason"])
