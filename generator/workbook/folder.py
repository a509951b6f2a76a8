"""A dossier as the YAML files of a folder."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import yaml

from generator.dossier.model import Dossier
from generator.dossier.reading.folder import DOCUMENTS_FOLDER, PARTS, ROOT_FILE
from generator.wording.times.dates import short_date

Data = dict[str, Any]


def folder_files(dossier: Dossier) -> dict[str, str]:
    """The text of each file by its path in the folder; read again they are the same dossier."""
    data = typed_data(dossier)
    files = {f"{stem}.yaml": yaml_text(data.pop(key)) for stem, key in PARTS.items() if data.get(key)}
    names = [document.name or "" for document in dossier.documents]
    if all(names) and names == sorted(names):
        # A folder's documents come in the order of their names, and are named by their files.
        for document in data.pop("van_ban"):
            files[f"{DOCUMENTS_FOLDER}/{document.pop('ten_tep')}.yaml"] = yaml_text(document)
    return {f"{ROOT_FILE}.yaml": yaml_text(data), **files}


def typed_data(dossier: Dossier) -> Data:
    """The values of the dossier as a clerk types them in files, shorthand written out, defaults left out."""
    data: Data = _typed(dossier.model_dump(by_alias=True, exclude_defaults=True))
    return data


def _typed(value: Any) -> Any:
    """The values as a clerk types them in a file."""
    if isinstance(value, dict):
        return {key: _typed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_typed(item) for item in value]
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return f"{value:%H:%M} {short_date(value)}" if isinstance(value, datetime) else short_date(value)
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return value if value is None or isinstance(value, int | float) else str(value)


def yaml_text(data: Any) -> str:
    """The values as the text of a YAML file."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)
