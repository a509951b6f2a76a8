"""Write the step that brings the tables from the newest migration to what the models say now.

.venv/bin/python tools/new_migration.py "what changes"
.venv/bin/python tools/new_migration.py --initial     # before the first release: the one step, written anew
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command

from generator.store import migrations
from generator.store.engine import open_store

VERSIONS = migrations.SCRIPTS / "versions"


def main(said: str) -> None:
    """Write the step; ``said`` is its title, or ``--initial``."""
    initial = said == "--initial"
    if initial:
        for step in VERSIONS.glob("*.py"):
            step.unlink()
    number = f"{len(list(VERSIONS.glob('[0-9]*.py'))) + 1:04d}"
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        if not initial:
            migrations.migrate(store)
        with store.engine.connect() as connection:
            message = "The first tables" if initial else said
            settings = migrations.config(connection)
            settings.set_main_option("file_template", "%%(rev)s")
            command.revision(settings, message, autogenerate=True, rev_id=number)
        store.close()


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]) or sys.exit(__doc__))
