"""The sheet of the bodies: a row each unit (Điều, khoản, đoạn …); a row begins each phụ lục and attached text."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from generator.dossier.documents.blocks import UNITS, Block
from generator.dossier.documents.document import Annex, AttachedText, Document
from generator.records import record
from generator.typed.models.model import BaseModel
from generator.workbook.sheets.columns import Column, Kind, column_of, item_model_of, model_of
from generator.workbook.sheets.layout import OWNER

TABLE_KEYS = frozenset({"cot", "dong"})
"""The keys whose values are written in the sheet of tables."""

LEVEL = Column(
    "Cấp",
    (),
    Kind.WHOLE,
    "1 là ngoài cùng, 2 là nằm trong dòng cấp 1 ở trên …; để trống thì tự suy, ví dụ khoản nằm trong Điều",
)
TEXT = Column(
    "Nội dung",
    (),
    note="Lời văn; với «In mục tiêu» ghi dạng: khoản, điểm, gạch, bảng; với «In kế hoạch»: bảng, theo mục tiêu. "
    "Không gõ số Điều, khoản",
)
TABLE = Column("Mã bảng", (), note="Tên ngắn của bảng ở sheet Bảng, ví dụ: bang-1; chỉ dùng khi in bảng")
_MAIN = {"phu_luc": "tieu_de", "van_ban_kem_theo": "trich_yeu"}


@record(frozen=True)
class RowKind:
    """One kind of row: its name, the key it stands for, the value its text is, the other columns it uses."""

    label: str
    key: str
    text: Column | None  # how the text is typed; None where the text is not used
    at: tuple[str, ...]  # keys from the unit to the text
    columns: tuple[Column, ...]
    has_table: bool
    table_required: bool = False

    @property
    def starts_part(self) -> bool:
        """Whether the row begins a phụ lục or an attached text rather than being a unit."""
        return self.key in _MAIN


@cache
def row_kinds() -> dict[str, RowKind]:
    """Every kind of row by its key."""
    kinds = [_unit_kind(name, key) for name, key in UNITS.items()]
    kinds += [_part_kind(model, key) for model, key in ((AttachedText, "van_ban_kem_theo"), (Annex, "phu_luc"))]
    return {kind.key: kind for kind in kinds}


def _unit_kind(name: str, key: str) -> RowKind:
    field = Block.model_fields[name]
    label = field.title or key
    own = tuple(column_of(f.alias or n, f) for n, f in Block.model_fields.items() if n not in UNITS and n != "content")
    inner = model_of(field.annotation)
    if inner is None:
        plain = column_of(key, field)
        text_column = Column(label, (), plain.kind, choices=plain.choices)
        return RowKind(label, key, text_column, (key,), own, has_table=False)
    main = getattr(inner, "short_string", "")
    columns, text = [*own], None
    for n, f in inner.model_fields.items():
        inner_key = f.alias or n
        column = column_of(inner_key, f)
        if inner_key == main:
            text = column
        elif inner_key not in TABLE_KEYS:
            columns.append(_below(key, column))
    required = any((f.alias or n) in TABLE_KEYS and f.is_required() for n, f in inner.model_fields.items())
    return RowKind(label, key, text, (key, main), tuple(columns), has_table=True, table_required=required)


def _part_kind(model: type[BaseModel], key: str) -> RowKind:
    columns, text = [], None
    for name, field in model.model_fields.items():
        column = column_of(field.alias or name, field)
        if column.path[0] == _MAIN[key]:
            text = column
        elif not item_model_of(field.annotation):
            columns.append(column)
    title = next(f.title or key for n, f in Document.model_fields.items() if (f.alias or n) == key)
    return RowKind(title, key, text, (_MAIN[key],), tuple(columns), has_table=False)


def _below(key: str, column: Column) -> Column:
    return replace(column, path=(key, *column.path))


@cache
def body_columns() -> tuple[Column, ...]:
    """The columns of the sheet."""
    labels = tuple(kind.label for kind in row_kinds().values())
    kind = Column("Loại", (), Kind.CHOICE, "Dòng này là gì", labels, required=True)
    extra: dict[str, Column] = {}
    for row_kind in row_kinds().values():
        for column in row_kind.columns:
            extra.setdefault(column.heading, replace(column, required=False))
    return (OWNER, LEVEL, kind, TEXT, TABLE, *extra.values())


KIND = "Loại"
"""The heading of the column that says what a row is."""
