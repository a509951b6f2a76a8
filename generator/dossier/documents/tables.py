"""A table as data: columns (two levels of heading), rows, groups of rows at any depth."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from generator.faults import Advice, Code, Fault, words
from generator.typed.fields import Flag, Model, Shorthand, Text, clean_text
from generator.typed.models.declaring import BeforeValidator, Field, WithJsonSchema, model_validator


def _cell(value: Any) -> Any:
    """A cell's paragraphs; an empty cell is allowed, and prints empty."""
    if value is None or value == "":
        return ()
    values = [value] if isinstance(value, str) else value
    if isinstance(values, list | tuple):
        return tuple(clean_text(item) if isinstance(item, str) else item for item in values)
    return value


_CELL_SCHEMA = {"anyOf": [{"type": ["string", "number", "null"]}, {"type": "array", "items": {"type": "string"}}]}
CellText = Annotated[tuple[str, ...], BeforeValidator(_cell), WithJsonSchema(_CELL_SCHEMA)]


def _with_point(value: Any) -> Any:
    return value.replace(",", ".") if isinstance(value, str) else value


_COMMA = BeforeValidator(_with_point)  # a number typed with a decimal comma


class ColumnChoice(Shorthand):
    """A column picked from the objectives or the plan, with another heading or width if wanted."""

    short_string = "truong"

    field: Text = Field(
        alias="truong", title="Trường", description="Tên trường trong mục tiêu, kế hoạch; stt là số thứ tự"
    )
    heading: Text | None = Field(None, alias="ten", title="Tên cột")
    width: Annotated[float | None, _COMMA] = Field(
        None, alias="rong", title="Độ rộng", gt=0, le=1000, description="Tỷ lệ so với các cột khác"
    )
    group: Text | None = Field(
        None, alias="nhom", title="Tên nhóm cột", description="Các cột liền nhau cùng nhóm có tiêu đề chung"
    )
    unit: Text | None = Field(
        None,
        alias="don_vi",
        title="Đơn vị",
        description="Chỉ của cột chỉ tiêu: cột này in chỉ tiêu của riêng đơn vị ấy; bảng có cột như vậy thì mọi "
        "chỉ tiêu phải có cột in: của đơn vị mình, hoặc cột chỉ tiêu chung cạnh cột đơn vị",
    )
    time: Text | None = Field(
        None,
        alias="thoi_gian",
        title="Thời gian",
        description="Chỉ của cột thời gian: cột này đánh dấu x ở công việc làm vào lúc ấy (Quý I); bảng có cột như vậy "
        "thì mọi thời gian phải có cột: của mình, hoặc cột thời gian chung",
    )


class DataColumn(Shorthand):
    """One column of a free table, or a group of columns under one heading."""

    short_string = "ten"

    heading: Text = Field(alias="ten", title="Tên cột")
    width: Annotated[float, _COMMA] = Field(
        1, alias="rong", title="Độ rộng", gt=0, le=1000, description="Tỷ lệ so với các cột khác"
    )
    align: Literal["trai", "giua", "phai", "deu"] = Field("trai", alias="can", title="Căn lề")
    columns: tuple[DataColumn, ...] = Field((), alias="cot", title="Cột con")

    @property
    def leaves(self) -> tuple[DataColumn, ...]:
        """The columns that hold cells: itself, or the ones below it."""
        return tuple(leaf for column in self.columns for leaf in column.leaves) or (self,)

    @property
    def depth(self) -> int:
        """How many levels of heading it has."""
        return 1 + max((column.depth for column in self.columns), default=0)


class DataRow(Shorthand):
    """One row, or a group of rows that share the cells before and after them."""

    short_list = "o"

    cells: tuple[CellText, ...] = Field((), alias="o", title="Các ô")
    rows: tuple[DataRow, ...] = Field(
        (), alias="dong", title="Các dòng trong nhóm", description="Các ô ở «o» gộp lại suốt những dòng này"
    )
    after: tuple[CellText, ...] = Field(
        (), alias="o_sau", title="Các ô chung ở sau", description="Ô gộp ở bên phải các dòng trong nhóm"
    )
    heading: CellText = Field((), alias="nhom", title="Dòng tiêu đề nhóm", description="Chạy suốt chiều ngang bảng")
    bold: Flag = Field(False, alias="dam", title="In đậm")

    @model_validator(mode="after")
    def _sound(self) -> DataRow:
        if self.heading and (self.cells or self.rows or self.after):
            what = words("dòng tiêu đề nhóm", self.key("heading"), " không có ô khác")
            raise Fault(Code.GROUP_WITH_CELLS, what, "ghi các dòng sau nó thành dòng riêng")
        if self.after and not self.rows:
            what = words(self.ref("after"), " chỉ dùng khi có các dòng trong nhóm", self.key("rows"))
            raise Fault(Code.CELLS_AFTER_NOTHING, what)
        return self

    @property
    def width(self) -> set[int]:
        """The number of columns the row fills; more than one when its inner rows disagree."""
        outer = len(self.cells) + len(self.after)
        return {outer + inner for row in self.rows for inner in row.width} or {outer}


class DataTable(Model):
    """A free table of a body."""

    columns: tuple[DataColumn, ...] = Field(alias="cot", title="Cột", min_length=1)
    rows: tuple[DataRow, ...] = Field(alias="dong", title="Dòng", min_length=1)
    description: Text | None = Field(
        None, alias="mo_ta", title="Mô tả bảng", description="Câu mô tả cho người khiếm thị, không in ra"
    )

    @property
    def leaves(self) -> tuple[DataColumn, ...]:
        """The columns that hold cells, left to right."""
        return tuple(leaf for column in self.columns for leaf in column.leaves)

    @model_validator(mode="after")
    def _rows_fit(self) -> DataTable:
        wanted = len(self.leaves)
        for index, row in enumerate(self.rows, start=1):
            if not row.heading and row.width != {wanted}:
                found = ", ".join(str(width) for width in sorted(row.width))
                fix = Advice.EMPTY_CELL if max(row.width) < wanted else Advice.COMMA_IN_CELL
                raise Fault(Code.UNEVEN_ROW, f"bảng có {wanted} cột nhưng dòng thứ {index} có {found} ô", fix)
        return self
