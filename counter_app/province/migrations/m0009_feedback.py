"""Feedback, the slips that ask citizens how they were served, and their answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """None was here before: no desk wrote any."""
    texts = [sa.Column(name, sa.Text, nullable=False) for name in ("sender", "content", "words", "to_agency")]
    op.create_table(
        "feedback",
        sa.Column("dossier", sa.String(64), primary_key=True),
        sa.Column("agency", sa.String(32), nullable=False),
        sa.Column("number", sa.String(24), nullable=False),
        *(sa.Column(name, sa.String(16), nullable=False) for name in ("state", "sorting", "matter")),
        *texts,
        sa.Column("taken_at", sa.BigInteger, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("settled_at", sa.BigInteger),
        sa.Column("published", sa.Integer, nullable=False),
    )
    op.create_index("feedback_of_agency", "feedback", ["agency", "taken_at"])
    op.create_index("feedback_taken", "feedback", ["taken_at"])
    op.create_table(
        "survey_slips",
        sa.Column("mark", sa.String(32), primary_key=True),
        sa.Column("agency", sa.String(32), nullable=False),
        sa.Column("occasion", sa.String(16), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_index("survey_slips_at", "survey_slips", ["at", "agency", "occasion"])
    op.create_table(
        "survey_answers",
        sa.Column("survey", sa.String(64), primary_key=True),
        sa.Column("question", sa.String(40), primary_key=True),
        sa.Column("points", sa.Integer, nullable=False),
        sa.Column("agency", sa.String(32), nullable=False),
        sa.Column("occasion", sa.String(16), nullable=False),
        sa.Column("slip", sa.Integer, nullable=False),
        sa.Column("asked_on", sa.BigInteger, nullable=False),
    )
    op.create_index("survey_answers_asked", "survey_answers", ["question", "asked_on", "agency", "points", "slip"])
