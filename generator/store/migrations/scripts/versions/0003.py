"""The whole name of who made a file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The tables after the step: names of up to a hundred letters are not cut at thirty any more."""
    # SQLite changes a column by making its table anew, which what points at it forbids while it is there.
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM archive_item")
    op.execute("DELETE FROM archive_item")
    with op.batch_alter_table("archive", schema=None) as batch_op:
        batch_op.alter_column("creator", existing_type=sa.String(length=30), type_=sa.String(length=100))
    op.execute("INSERT INTO archive_item SELECT * FROM kept")
    op.execute("DROP TABLE kept")
