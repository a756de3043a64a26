"""Whose dossiers they are, by number, and who asked for whose digitised papers."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
_AT_ONCE = 5000


def upgrade() -> None:
    """The owners of dossiers that came before are found, too."""
    op.create_table(
        "owners",
        sa.Column("number", sa.String(12), primary_key=True),
        sa.Column("dossier", sa.String(64), primary_key=True),
    )
    op.create_index("owners_of_dossier", "owners", ["dossier"])
    op.create_table(
        "paper_requests",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("desk", sa.String(64), nullable=False),
        sa.Column("clerk", sa.Text, nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("procedure", sa.String(64), nullable=False),
        sa.Column("reason", sa.String(64), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("found", sa.Integer, nullable=False),
    )
    op.create_index("paper_requests_of_desk", "paper_requests", ["desk", "at"])
    op.create_table(
        "papers_lent",
        sa.Column("request", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("dossier", sa.String(64), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
    )
    db = op.get_bind()
    owning = sa.text(
        "SELECT kind, dossier, payload FROM entries WHERE kind IN ('received', 'filed_online', 'corrected')"
    )
    read = db.execute(owning.execution_options(stream_results=True))
    for rows in read.partitions(_AT_ONCE):
        found = {(_number(json.loads(row.payload)), row.dossier) for row in rows if row.payload is not None}
        lines = [{"number": number, "dossier": code} for number, code in sorted(found) if number]
        if lines:
            db.execute(sa.text("INSERT INTO owners VALUES (:number, :dossier) ON CONFLICT DO NOTHING"), lines)


def _number(payload: object) -> str:
    """The owner's citizen number; "" where there is none."""
    said = payload.get("after", payload) if isinstance(payload, dict) else None
    owner = said.get("owner") if isinstance(said, dict) else None
    number = owner.get("identity_number") if isinstance(owner, dict) else None
    is_number = isinstance(number, str) and len(number) == 12 and number.isascii() and number.isdecimal()
    return str(number) if is_number else ""
