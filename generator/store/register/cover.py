"""What the cover of the register says beyond its numbers: the agency above, which volume of the year it is."""

from __future__ import annotations

from generator.errors import DataError, Problem
from generator.store.models import Agency

_PARENT, _VOLUMES = "co_quan_chu_quan", "quyen_so"
_LONGEST, _LONGEST_VOLUME = 200, 20
_FIRST = "01"


def parent(agency: Agency) -> str:
    """The agency above this one; empty where none is said."""
    return str(agency.settings.get(_PARENT) or "")


def set_parent(agency: Agency, name: str) -> None:
    """Says the agency above; DataError for a name too long, at the field ``parent``."""
    name = " ".join(name.split())
    if len(name) > _LONGEST:
        raise DataError(Problem("parent", f"tên cơ quan chủ quản dài quá {_LONGEST} ký tự", "viết ngắn hơn"))
    agency.settings = {**agency.settings, _PARENT: name}


def volume(agency: Agency, year: int) -> str:
    """The number of the year's volume (quyển số)."""
    kept = agency.settings.get(_VOLUMES)
    return str(kept.get(str(year), _FIRST)) if isinstance(kept, dict) else _FIRST


def set_volume(agency: Agency, year: int, number: str) -> None:
    """Says the number of the year's volume; DataError where it is empty or too long."""
    number = " ".join(number.split())
    if not 0 < len(number) <= _LONGEST_VOLUME:
        raise DataError(Problem("Quyển số", f"còn trống hoặc dài quá {_LONGEST_VOLUME} ký tự", "ghi như 01, 02"))
    kept = agency.settings.get(_VOLUMES)
    agency.settings = {**agency.settings, _VOLUMES: {**(kept if isinstance(kept, dict) else {}), str(year): number}}
