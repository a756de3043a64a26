"""What the codes on receipts lead to."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
_AT_ONCE = 5000


def upgrade() -> None:
    """Receipts given out before are found, too."""
    op.create_table(
        "look_ups",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("dossier", sa.String(64), primary_key=True),
    )
    op.create_index("look_ups_of_dossier", "look_ups", ["dossier"])
    db = op.get_bind()
    receipts = sa.text("SELECT dossier, payload FROM entries WHERE kind = 'received' AND payload IS NOT NULL")
    read = db.execute(receipts.execution_options(stream_results=True))
    for rows in read.partitions(_AT_ONCE):
        found = {(json.loads(row.payload).get("look_up_token"), row.dossier) for row in rows}
        lines = [{"token": token, "dossier": code} for token, code in sorted(found, key=str) if _is_token(token)]
        if lines:
            db.execute(sa.text("INSERT INTO look_ups VALUES (:token, :dossier) ON CONFLICT DO NOTHING"), lines)


def _is_token(token: object) -> bool:
    return isinstance(token, str) and 0 < len(token) <= 64 and "\0" not in token
