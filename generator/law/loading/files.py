"""The YAML files of legal data, the program's and an agency's, read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic_core import ValidationError

from generator.errors import DataError, Problem
from generator.law.bases import LegalDocument, LegalDocumentEntry, Registry
from generator.law.central.bodies import CentralBody
from generator.law.force import ReplacedSet
from generator.law.loading.kept import CENTRAL, PROVINCES, SETS, Shared
from generator.law.suggest import SuggestedSet
from generator.law.territory import Province, Territory
from generator.resources import LEGAL_BASES
from generator.typed.fields import Day, Model, Text
from generator.typed.messages import problems_of
from generator.typed.models.declaring import Field
from generator.typed.models.model import BaseModel
from generator.typed.source import Source

_Entry = TypeVar("_Entry", bound=BaseModel)


class _Province(Model):
    code: Text = Field(alias="ma")
    name: Text = Field(alias="ten")
    kind: Text = Field(alias="loai")
    merged: tuple[Text, ...] = Field((), alias="sap_nhap")
    city_since: Day | None = Field(None, alias="thanh_pho_tu")


class _Renamed(Model):
    old: Text = Field(alias="ten_cu")
    new: Text = Field(alias="thanh")
    since: Day = Field(alias="tu")
    by: Text = Field(alias="van_ban")


class _DistrictLevel(Model):
    ended: Day = Field(alias="ket_thuc")


class _Territory(BaseModel):
    extra_fields = "ignore"

    since: Day = Field(alias="bo_may_moi_tu")
    district: dict[str, Any] = Field(alias="cap_huyen")
    renamed: tuple[_Renamed, ...] = Field((), alias="doi_ten")
    provinces: tuple[_Province, ...] = Field(alias="don_vi")


def _read(file: Path) -> Any:
    source = Source()
    data = source.read(file, file.name, ())
    if source.problems:
        raise DataError(source.problems)
    return data


def _read_list(file: Path, kind: type[_Entry]) -> list[_Entry]:
    source = Source()
    data = source.read(file, file.name, (0,))
    if source.problems:
        raise DataError(source.problems)
    if not isinstance(data, list):
        raise DataError(Problem(file.name, "phải là danh sách văn bản", "mỗi văn bản một mục, bắt đầu bằng «- id: …»"))
    entries: list[_Entry] = []
    problems: list[Problem] = []
    for index, item in enumerate(data):
        try:
            entries.append(kind.model_validate(item))
        except ValidationError as error:
            problems += [fault.problem(source.place((0, index))) for fault in problems_of(error, kind, source)]
    if problems:
        raise DataError(problems)
    return entries


def read_registry(folder: Path) -> Registry:
    """Every legal document written in the YAML files of the folder; raises DataError when a file is broken."""
    registry = Registry()
    for file in sorted(folder.glob("*.yaml")):
        for entry in _read_list(file, LegalDocument):
            registry.add(entry.filed_under(file.stem))
    return registry


def read_registry_file(file: Path) -> Registry:
    """The legal documents an agency keeps in one file of its own; raises DataError when it is broken."""
    registry = Registry()
    for entry in _read_list(file, LegalDocumentEntry):
        registry.add(entry.filed_under(file.stem))
    return registry


def read_shared() -> Shared:
    """All that travels with the program, read from its YAML files; raises DataError when one is broken."""
    return Shared(
        tuple(read_registry(LEGAL_BASES).by_id.values()),
        tuple(_read_list(SETS / "thay-the.yaml", ReplacedSet)),
        tuple(_read_list(SETS / "goi-y.yaml", SuggestedSet)),
        _read_territory(),
        tuple(_read_list(CENTRAL, CentralBody)),
    )


def _read_territory() -> Territory:
    data = _Territory.model_validate(_read(PROVINCES))
    ended = _DistrictLevel.model_validate({"ket_thuc": data.district["ket_thuc"]}).ended
    provinces = tuple(Province(p.name, p.kind, p.merged, p.city_since) for p in data.provinces)
    return Territory(provinces, data.since, ended, tuple((r.old, r.new, r.since) for r in data.renamed))
