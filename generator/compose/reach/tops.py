"""The fields of a dossier and of one document in it, by the first of their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.compose.reach.derived import OF_DOCUMENT
from generator.compose.reach.free import free_group
from generator.compose.reach.kinds import Kind, Shape, shapes
from generator.compose.reach.reading import Reading
from generator.compose.reach.views import group, value
from generator.dossier import Dossier
from generator.dossier.agency import Agency
from generator.dossier.documents.details import all_details
from generator.dossier.documents.document import Document
from generator.dossier.documents.signing import Signature
from generator.typed.source import Path_
from generator.values import Blank, Group
from generator.wording.times.dates import GAP, blank_date

_OF_DOSSIER = ("nam", "co_quan", "muc_tieu", "ke_hoach", "ket_qua")
# Bodies and lists of bases are composed; names of files and what steers the composing is no text of a document.
_NOT_PRINTED = frozenset({"ten_tep", "noi_dung", "can_cu", "nhu_dieu", "in_lien_he", "mau", "truong"})
_NUMBER_GAP = " " * 8  # room for a number in a draft (ND30-I.2.3c6)
ENRICHED: Mapping[str, type] = {"co_quan": Agency, "ky": Signature}
"""What is composed under a name that the schema has too: printed as composed, with the schema's fields."""


def top_fields(type_name: str = "") -> tuple[Shape, ...]:
    """The fields of the dossier and of a document of the type, by the first of their names."""
    of_dossier = (shape for shape in shapes(Dossier) if shape.key in _OF_DOSSIER)
    return (*of_dossier, *_of_document(type_name), *OF_DOCUMENT)


def _of_document(type_name: str) -> tuple[Shape, ...]:
    details = all_details().get(type_name)
    found = []
    for shape in shapes(Document):
        if shape.key == "chi_tiet":
            if details is not None:
                said = shape.label, f"Các trường riêng của {type_name}"
                found.append(Shape(shape.key, Kind.GROUP, *said, model=details, name=shape.name))
        elif shape.key not in _NOT_PRINTED:
            found.append(shape)
    return tuple(found)


class Tops:
    """The values of one document's fields, by the first of their names."""

    def __init__(self, dossier: Dossier, index: int) -> None:
        self._reading = Reading(dossier, index)
        self._path: Path_ = ("van_ban", index)
        self.shapes = {shape.key: shape for shape in top_fields(self._reading.document.type)}

    def free(self, shapes: Sequence[Shape], values: Mapping[str, Any]) -> Group:
        """The fields that a form declares of its own."""
        return free_group(self._reading, shapes, values, (*self._path, "truong"), "văn bản")

    def value(self, name: str) -> Any:
        """The value of the field; KeyError where there is none of the name."""
        shape = self.shapes[name]
        dossier, document = self._reading.dossier, self._reading.document
        if name in _OF_DOSSIER:
            return value(self._reading, shape, dossier, (), "hồ sơ")
        if name == "so" and document.number is None:
            return Blank("", _NUMBER_GAP)
        if name == "ngay" and document.date is None:
            year = document.year or dossier.year
            return Blank("", f"{GAP}/{GAP}/{year}", blank_date(year))
        if name == "luu" and not document.is_filed:
            return Blank("văn bản không có dòng «Lưu»")
        return value(self._reading, shape, document, self._path, "văn bản")

    def group(self, name: str) -> Group:
        """The schema's own group of a name that is composed as well."""
        if name == "co_quan":
            return group(self._reading, self._reading.dossier.agency, ("co_quan",), "cơ quan")
        return group(self._reading, self._reading.document.signature, (*self._path, "ky"), "chữ ký")
