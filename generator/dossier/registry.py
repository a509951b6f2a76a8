"""The shared registry of legal bases, and what goes with it, read from the folders that travel with the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.dossier.fields import Day, Ident, Model, Text
from generator.dossier.legal import LegalDocumentEntry, LegalEntry
from generator.dossier.messages import problems_of
from generator.dossier.model import Dossier
from generator.dossier.source import Source
from generator.errors import DataError, Problem
from generator.law.bases import Registry
from generator.law.force import Law, ReplacedSet
from generator.law.suggest import SuggestedSet
from generator.law.territory import Province, Territory
from generator.resources import DATA, LEGAL_BASES

SETS = LEGAL_BASES / "bo"
PROVINCES = DATA / "dia-gioi" / "cap-tinh.yaml"
_Entry = TypeVar("_Entry", bound=BaseModel)


class _ReplacedEntry(Model):
    name: Text = Field(alias="ten")
    since: Day = Field(alias="tu")
    old: tuple[Ident, ...] = Field(alias="cu")
    new: tuple[Ident, ...] = Field(alias="moi")


class _SuggestedEntry(Model):
    name: Text = Field(alias="ten")
    since: Day | None = Field(None, alias="tu")
    until: Day | None = Field(None, alias="den")
    levels: tuple[Text, ...] = Field((), alias="cap")
    keywords: tuple[Text, ...] = Field((), alias="tu_khoa")
    documents: tuple[Ident, ...] = Field((), alias="van_ban")
    note: Text = Field("", alias="luu_y")


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
    model_config = ConfigDict(extra="ignore", frozen=True)

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
        for entry in _read_list(file, LegalEntry):
            registry.add(entry.to_document(file.stem))
    return registry


def read_registry_file(file: Path) -> Registry:
    """The legal documents an agency keeps in one file of its own; raises DataError when it is broken."""
    registry = Registry()
    for entry in _read_list(file, LegalDocumentEntry):
        registry.add(entry.to_document(file.stem))
    return registry


@cache
def shared_registry() -> Registry:
    """The legal documents every dossier may cite."""
    return read_registry(LEGAL_BASES)


@cache
def replaced_sets() -> tuple[ReplacedSet, ...]:
    """The sets of documents that replaced one another as a whole."""
    entries = _read_list(SETS / "thay-the.yaml", _ReplacedEntry)
    return tuple(ReplacedSet(entry.name, entry.since, entry.old, entry.new) for entry in entries)


@cache
def suggested_sets() -> tuple[SuggestedSet, ...]:
    """The bases to be offered, by day, level of the agency and subject."""
    entries = _read_list(SETS / "goi-y.yaml", _SuggestedEntry)
    return tuple(SuggestedSet(e.name, e.documents, e.since, e.until, e.levels, e.keywords, e.note) for e in entries)


@cache
def territory() -> Territory:
    """The provinces of today, the names that vanished, and the end of the district level."""
    data = _Territory.model_validate(_read(PROVINCES))
    ended = _DistrictLevel.model_validate({"ket_thuc": data.district["ket_thuc"]}).ended
    provinces = tuple(Province(p.name, p.kind, p.merged, p.city_since) for p in data.provinces)
    return Territory(provinces, data.since, ended, tuple((r.old, r.new, r.since) for r in data.renamed))


def registry_of(dossier: Dossier) -> Registry:
    """The legal documents this dossier may cite: its own first, then the shared ones."""
    own = Registry()
    for entry in dossier.own_bases:
        own.add(entry.to_document("ho-so"))
    return own.over(shared_registry())


def law_of(registry: Registry) -> Law:
    """What force is judged by: the documents given, and the sets that replaced one another."""
    return Law(registry, replaced_sets())
