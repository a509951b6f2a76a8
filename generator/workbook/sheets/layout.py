"""Which sheets a workbook has and what each holds, derived from the dossier's own fields."""

from __future__ import annotations

from functools import cache

from generator.dossier.agency import Agency
from generator.dossier.documents.details import all_details
from generator.dossier.documents.document import Document
from generator.dossier.model import Dossier
from generator.records import record
from generator.typed.models.model import BaseModel
from generator.workbook.sheets.columns import Column, columns_of, item_model_of

AGENCY, PEOPLE, DOCUMENTS, BODY, TABLES = "Cơ quan", "Người ký", "Văn bản", "Nội dung", "Bảng"
DETAILS, GUIDE, LISTS = "Chi tiết", "Hướng dẫn", "Danh mục"
OBJECTIVES, PLAN, RESULTS = "Mục tiêu", "Kế hoạch", "Kết quả"
OWNER = Column(
    "Thuộc văn bản", (), note="Tên tệp của văn bản ở sheet Văn bản; để trống thì như dòng trên, hoặc văn bản duy nhất"
)
"""The column that says which document a row belongs to."""

FIELD = Column("Trường", (), note="Tên gọi của mục, không sửa", required=True)
VALUE = Column("Nội dung điền", (), note="Điền vào cột này", required=True)
HELP = Column("Giải thích", (), note="Không cần điền")

FIGURES = ("tu_so", "mau_so", "gia_tri", "muc")
"""The keys of what a result may say, any of them: a fraction, a value, a level."""

RATE = Column("Tỷ lệ %", (), note="Tự tính từ tử số và mẫu số để xem ngay; không cần điền, không được đọc", live=True)
VERDICT = Column(
    "Đánh giá",
    (),
    note="Tự so dòng này với chỉ tiêu của đúng đơn vị đó, khi là tỷ lệ so được; còn lại để trống. Không được đọc: "
    "báo cáo so cả kỳ",
    live=True,
)

_BODY_KEYS = ("noi_dung", "van_ban_kem_theo", "phu_luc", "chi_tiet")
_SHEETS = {"muc_tieu": OBJECTIVES, "ke_hoach": PLAN, "ket_qua": RESULTS, "can_cu": "Căn cứ riêng"}
_LAST = "can_cu"  # the agency's own legal bases are what few need


@record(frozen=True)
class Table:
    """One sheet with a record a row: where the list of records is (keys), their columns.

    The items of the list ``child`` of a record take a row each, the record's own cells stand in the first of them.
    Lists of documents (``of_document``) name the document in the first column; ``plain`` records are bare texts.
    """

    sheet: str
    at: tuple[str, ...]
    columns: tuple[Column, ...]
    child: str = ""
    of_document: bool = False
    plain: bool = False

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns of the sheet, with the one that names the document and those that compute themselves."""
        if self.sheet == RESULTS:
            after = 1 + max(at for at, column in enumerate(self.columns) if column.path[-1] in FIGURES)
            return (*self.columns[:after], RATE, VERDICT, *self.columns[after:])
        return (OWNER, *self.columns) if self.of_document else self.columns

    @property
    def key(self) -> Column:
        """The column that names a record."""
        return next(column for column in self.columns if not column.of_child)


@cache
def form_columns() -> tuple[Column, ...]:
    """The fields of the sheet of the agency, a row each: the year, the agency, the settings."""
    lists = [field.alias or name for name, field in Dossier.model_fields.items() if item_model_of(field.annotation)]
    people = [field.alias or name for name, field in Agency.model_fields.items() if item_model_of(field.annotation)]
    columns = columns_of(Dossier, skip=lists)
    return tuple(column for column in columns if column.path[-1] not in people)


@cache
def detail_columns() -> dict[str, tuple[Column, ...]]:
    """The fields of the sheet of details, by the type of document they are of."""
    return {name: tuple(columns_of(model)) for name, model in all_details().items()}


@cache
def tables() -> tuple[Table, ...]:
    """The sheets with a record a row, in the order they stand in."""
    people = _table(PEOPLE, ("co_quan", "nguoi"), _inside(Agency, "nguoi"))
    lists = _document_lists()
    skipped = [*_BODY_KEYS, *(table.at[0] for table in lists)]
    documents = Table(DOCUMENTS, ("van_ban",), tuple(columns_of(Document, skip=skipped)))
    own = []
    for name, field in Dossier.model_fields.items():
        key, items = field.alias or name, item_model_of(field.annotation)
        if items and key != "van_ban":
            own.append(_table(_SHEETS.get(key, field.title or key), (key,), items))
    return (people, documents, *sorted(own, key=lambda table: table.at[0] == _LAST), *lists)


def _document_lists() -> tuple[Table, ...]:
    """The lists of a document that have a sheet: those of texts that are a row each, and those of records."""
    found = []
    for name, field in Document.model_fields.items():
        key, title = field.alias or name, field.title or name
        items = item_model_of(field.annotation)
        if key in _BODY_KEYS:
            continue
        if items:
            found.append(_table(title, (key,), items, of_document=True))
        elif key == "noi_nhan":
            column = Column(title, (), note=field.description or "", required=True)
            found.append(Table(title, (key,), (column,), of_document=True, plain=True))
    return tuple(found)


def _table(sheet: str, at: tuple[str, ...], items: type[BaseModel], *, of_document: bool = False) -> Table:
    lists = [field.alias or name for name, field in items.model_fields.items() if item_model_of(field.annotation)]
    # With one list inside, its items take a row each; more, or deeper ones, are written as data.
    child = lists[0] if len(lists) == 1 else ""
    return Table(sheet, at, tuple(columns_of(items, child=child)), child, of_document)


def _inside(model: type[BaseModel], key: str) -> type[BaseModel]:
    """The model of the items of the list ``key``."""
    for name, field in model.model_fields.items():
        items = item_model_of(field.annotation)
        if items and key == (field.alias or name):
            return items
    raise KeyError(key)
