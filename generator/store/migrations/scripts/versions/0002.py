"""Who acted, as they were called then."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The tables after the step: acts until now are told under the names people have now, which nobody could change."""
    with op.batch_alter_table("act", schema=None) as batch_op:
        batch_op.add_column(sa.Column("called", sa.String(length=100), nullable=False, server_default=""))
    named = 'SELECT full_name FROM "user" WHERE "user".id = act.user_id'
    op.execute(f"UPDATE act SET called = ({named}) WHERE user_id IS NOT NULL")
    with op.batch_alter_table("act", schema=None) as batch_op:
        batch_op.alter_column("called", server_default=None)
