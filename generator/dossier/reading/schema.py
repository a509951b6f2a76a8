"""The JSON Schema of a dossier, as a whole or of one of its files."""

from __future__ import annotations

from typing import Any

from generator.dossier.model import Dossier
from generator.dossier.reading.folder import DOCUMENTS_FOLDER, PARTS, ROOT_FILE
from generator.typed.models.json_schema import json_schema

FILES = (ROOT_FILE, *PARTS, DOCUMENTS_FOLDER)
"""The files of a dossier folder a schema can be had for, without suffix."""


def dossier_schema(file: str | None = None) -> dict[str, Any]:
    """The schema of a whole dossier (one JSON or YAML), or of one of the files of a folder (one of FILES)."""
    whole = json_schema(Dossier)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if file is None:
        return {**head, **whole, "title": "Hồ sơ văn bản"}
    fields = whole["properties"]
    if file == ROOT_FILE:
        # What has a file of its own may be missing here.
        elsewhere = {*PARTS.values(), "van_ban"}
        required = [name for name in whole["required"] if name not in elsewhere]
        return {**head, **whole, "title": "ho-so.yaml", "required": required}
    part = fields["van_ban"]["items"] if file == DOCUMENTS_FOLDER else fields[PARTS[file]]
    return {**head, "$defs": whole["$defs"], **part}
