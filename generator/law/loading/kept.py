"""The shared legal data as it was last read and checked, kept beside this module so that a start need not do it again.

It is found by the bytes of the YAML files: once one of them is edited, they are read and checked again.
``tools/build_ready.py`` writes it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.law.bases import LegalDocument
from generator.law.central.bodies import CentralBody
from generator.law.force import ReplacedSet
from generator.law.suggest import SuggestedSet
from generator.law.territory import Province, Territory
from generator.records import record
from generator.resources import DATA, LEGAL_BASES

SETS = LEGAL_BASES / "bo"
PROVINCES = DATA / "dia-gioi" / "cap-tinh.yaml"
CENTRAL = DATA / "dia-gioi" / "co-quan-trung-uong.yaml"
KEPT = Path(__file__).parent / "kept.json"
_DAY = "ngày"


@record(frozen=True)
class Shared:
    """The legal documents every dossier may cite, the sets they form, the provinces, and the bodies of the centre."""

    documents: tuple[LegalDocument, ...]
    replaced: tuple[ReplacedSet, ...]
    suggested: tuple[SuggestedSet, ...]
    territory: Territory
    central: tuple[CentralBody, ...]


@cache
def kept() -> Shared | None:
    """What was kept; None when the files are no longer those it was read from."""
    try:
        said: dict[str, Any] = json.loads(KEPT.read_bytes(), object_hook=_revived)
        if said["sha256"] != _hash():
            return None
    except OSError:
        return None
    territory = said["territory"]
    return Shared(
        tuple(LegalDocument.known(**item) for item in said["documents"]),
        tuple(ReplacedSet.model_construct(**item) for item in said["replaced"]),
        tuple(SuggestedSet.model_construct(**item) for item in said["suggested"]),
        Territory(**{**territory, "provinces": tuple(Province(**item) for item in territory["provinces"])}),
        tuple(CentralBody.model_construct(**item) for item in said["central"]),
    )


def to_keep(shared: Shared) -> str:
    """What is kept of the data just read."""
    said = {
        "sha256": _hash(),
        "documents": [_said_of(item) for item in shared.documents],
        "replaced": [item.model_dump(exclude_defaults=True) for item in shared.replaced],
        "suggested": [item.model_dump(exclude_defaults=True) for item in shared.suggested],
        "territory": {**_said(shared.territory), "provinces": [_said(item) for item in shared.territory.provinces]},
        "central": [item.model_dump(exclude_defaults=True) for item in shared.central],
    }
    return json.dumps(said, ensure_ascii=False, indent=0, default=lambda day: {_DAY: day.isoformat()}) + "\n"


def _said(item: Any) -> dict[str, Any]:
    values = ((field, getattr(item, field.name)) for field in fields(item))
    return {field.name: value for field, value in values if field.default is MISSING or value != field.default}


def _said_of(document: LegalDocument) -> dict[str, Any]:
    return {"field": document.field, **document.model_dump(exclude_defaults=True)}


def _revived(values: dict[str, Any]) -> Any:
    if _DAY in values:
        return date.fromisoformat(values[_DAY])
    return {key: _frozen(value) for key, value in values.items()}


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _files() -> Iterator[Path]:
    yield from sorted(LEGAL_BASES.glob("*.yaml"))
    yield from sorted(SETS.glob("*.yaml"))
    yield PROVINCES
    yield CENTRAL


def _hash() -> str:
    found = hashlib.sha256()
    for file in _files():
        data = file.read_bytes()
        found.update(f"{file.name} {len(data)}\n".encode() + data)
    return found.hexdigest()
