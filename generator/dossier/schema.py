"""The JSON Schema of a dossier, as a whole and as its files."""

from __future__ import annotations

from typing import Any

from generator.dossier.model import Dossier


def dossier_schema() -> dict[str, Any]:
    """The schema of a whole dossier, with Vietnamese titles and descriptions."""
    schema = Dossier.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Hồ sơ văn bản"}
