"""The columns the objectives and the plan can be printed in: heading (the field's own label) and width."""

from __future__ import annotations

from generator.content import Alignment
from generator.dossier.quality.objectives import Objective, Task
from generator.dossier.quality.targets import Target
from generator.records import record
from generator.typed.models.model import BaseModel


@record(frozen=True)
class ColumnKind:
    """One printable column: its heading, its usual share of the width, how its cells align, its group of columns.

    ``unit`` is whose targets alone it prints, ``time`` the time whose tasks alone it marks.
    """

    heading: str
    width: float
    align: Alignment = "left"
    group: str = ""
    unit: str = ""
    time: str = ""


def _label(model: type[BaseModel], name: str) -> str:
    return model.model_fields[name].title or name


OBJECTIVE_COLUMNS = {
    "stt": ColumnKind("STT", 0.8, "center"),
    "noi_dung": ColumnKind(_label(Objective, "text"), 3.4),
    "chi_tieu": ColumnKind(_label(Target, "printed"), 1.8, "center"),
    "don_vi": ColumnKind(_label(Target, "unit"), 3.2),
    "theo_doi": ColumnKind(_label(Objective, "responsible"), 3.2),
    "phoi_hop": ColumnKind(_label(Objective, "cooperating"), 2.6),
    "phuong_phap": ColumnKind(_label(Objective, "method"), 3.2),
    "bien_phap": ColumnKind(_label(Objective, "measures"), 3.4),
    "tan_suat": ColumnKind(_label(Objective, "frequency"), 2.0),
    "thoi_gian": ColumnKind(_label(Objective, "time"), 2.0),
    "ghi_chu": ColumnKind(_label(Objective, "note"), 2.0),
}
"""Columns of an objectives table, by the key a dossier picks them with."""

PLAN_COLUMNS = {
    "stt": ColumnKind("TT", 0.8, "center"),
    "noi_dung": ColumnKind(_label(Task, "text"), 5.0),
    "chu_tri": ColumnKind(_label(Task, "lead"), 2.4, group="Trách nhiệm thực hiện"),
    "phoi_hop": ColumnKind(_label(Task, "support"), 2.4, group="Trách nhiệm thực hiện"),
    "thoi_gian": ColumnKind(_label(Task, "time"), 2.5),
    "theo_doi": ColumnKind(_label(Task, "monitor"), 3.2),
    "ket_qua": ColumnKind(_label(Task, "evidence"), 4.4),
    "kinh_phi": ColumnKind(_label(Task, "funding"), 2.0),
    "ghi_chu": ColumnKind(_label(Task, "note"), 2.0),
}
"""Columns of a plan table, by the key a dossier picks them with."""

DEFAULT_OBJECTIVE_COLUMNS = ("stt", "noi_dung", "chi_tieu", "don_vi", "phuong_phap", "bien_phap")
DEFAULT_PLAN_COLUMNS = ("stt", "noi_dung", "chu_tri", "phoi_hop", "thoi_gian", "theo_doi", "ket_qua")

_FIELDS = {model: {field.alias: name for name, field in model.model_fields.items()} for model in (Objective, Task)}


def lines_in(record: Objective | Task, key: str) -> tuple[str, ...]:
    """The lines that the field of the column says; empty where it is left out."""
    return getattr(record, _FIELDS[type(record)][key]) or ()
