"""What Alembic runs: the steps on the connection it is given."""

from __future__ import annotations

from typing import Literal

from alembic import context

from generator.store.models import Base
from generator.store.models.base import Moment


def _written(kind: str, item: object, _autogen: object) -> str | Literal[False]:
    # A step must mean tomorrow what it means today: it names no type of ours.
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=_written,
)
with context.begin_transaction():
    context.run_migrations()
