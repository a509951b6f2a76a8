"""Agencies that are closed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The tables after the step: every agency is at work, and has its name to itself."""
    # SQLite takes a column's uniqueness away only by making its table anew, and all others point at this one: so the
    # column that is unique gets another name, and the name another column.
    op.execute("ALTER TABLE agency RENAME COLUMN name TO taken")
    op.execute("ALTER TABLE agency ADD COLUMN name VARCHAR(200) DEFAULT '' NOT NULL")
    op.execute("UPDATE agency SET name = taken")
    op.add_column("agency", sa.Column("closed", sa.DateTime(timezone=True), nullable=True))
    op.execute("ALTER TABLE agency ADD COLUMN closed_for VARCHAR(500) DEFAULT '' NOT NULL")
