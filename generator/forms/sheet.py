"""What a form declares of itself: the YAML file of its name beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic_core import ValidationError

from generator.compose.reach.kinds import Kind, Shape
from generator.errors import Problem
from generator.faults import Choice, Code, Described, Fault, words
from generator.typed.fields import Flag, Ident, Lines, Model, Text
from generator.typed.messages import problems_of
from generator.typed.models.declaring import Field, model_validator
from generator.typed.source import Source
from generator.wording.characters import fold

_KINDS = {
    "chu": Kind.RICH,
    "nhieu_dong": Kind.LINES,
    "so": Kind.NUMBER,
    "tien": Kind.NUMBER,
    "ngay": Kind.DAY,
    "gio_ngay": Kind.MOMENT,
    "co_khong": Kind.FLAG,
    "danh_sach": Kind.LIST,
}
"""The kinds of field a form may declare, as they are typed."""

LEFT_OUT = (
    "co_quan", "so_ky_hieu", "dia_danh_ngay", "ten_loai", "trich_yeu", "tham_quyen", "can_cu", "kinh_gui", "mo_dau",
    "noi_dung", "noi_nhan", "chu_ky", "cung_ky", "dau", "chi_tiet", "tieu_de", "kem_theo",
)  # fmt: skip
"""What a form may say it does not print, though documents have it."""


class FreeField(Model):
    """One field of a form's own: by what name its tags read it, what it is called, what is typed there."""

    name: Ident = Field(alias="ten", title="Tên trường", description="Chữ không dấu, ví dụ: nguoi_lap")
    caption: Text | None = Field(None, alias="nhan", title="Nhãn", description="Ví dụ: Người lập")
    kind: FieldKind = Field(
        "chu",
        alias="kieu",
        title="Kiểu",
        description=Described(
            Choice("chu"), ", ", Choice("nhieu_dong"), ", ", Choice("so"), ", ", Choice("tien"), ", ", Choice("ngay"),
            ", ", Choice("gio_ngay"), ", ", Choice("co_khong"), " hoặc ", Choice("danh_sach"), "; để trống là chữ",
        ),
    )  # fmt: skip
    required: Flag = Field(False, alias="bat_buoc", title="Bắt buộc")
    description: Text | None = Field(None, alias="mo_ta", title="Mô tả")
    choices: Lines | None = Field(None, alias="chon", title="Chỉ nhận", description="Các giá trị được ghi, nếu có hạn")
    columns: tuple[FreeField, ...] = Field(
        (), alias="truong", title="Các trường trong danh sách", description="Của kiểu danh_sach"
    )

    @model_validator(mode="after")
    def _columns_of_a_list(self) -> FreeField:
        if (self.kind == "danh_sach") != bool(self.columns):
            fix = words("ghi ", self.ref("columns"), " cho kiểu ", Choice("danh_sach"), ", chỉ cho kiểu ấy")
            raise Fault(Code.INVALID, f"danh sách «{self.name}» phải có các trường của nó, kiểu khác thì không", fix)
        return self

    @property
    def called(self) -> str:
        """What messages and lists of fields call it."""
        return self.caption or self.name

    def shape(self) -> Shape:
        """The field as templates read it."""
        inside = tuple(column.shape() for column in self.columns)
        return Shape(self.name, _KINDS[self.kind], self.called, self.description or "", inside=inside)


FieldKind = Literal["chu", "nhieu_dong", "so", "tien", "ngay", "gio_ngay", "co_khong", "danh_sach"]


class FormSheet(Model):
    """What a form says of itself: its version, the fields of its own, what it leaves out on purpose."""

    name: Text | None = Field(None, alias="ten", title="Tên mẫu")
    version: Text | None = Field(None, alias="phien_ban", title="Phiên bản", max_length=60)
    left_out: tuple[LeftOut, ...] = Field(
        (), alias="bo", title="Phần không in", description=f"Trong số: {', '.join(LEFT_OUT)}"
    )
    fields: tuple[FreeField, ...] = Field((), alias="truong", title="Trường của mẫu")

    def shapes(self) -> tuple[Shape, ...]:
        """The fields of its own as templates read them, and as lists of fields show them."""
        return tuple(field.shape() for field in self.fields)

    @model_validator(mode="after")
    def _names_differ(self) -> FormSheet:
        keys = [field.name for field in self.fields]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice:
            raise Fault(Code.DUPLICATE, f"trường «{twice}» khai hai lần", "giữ một")
        return self


LeftOut = Literal[
    "co_quan", "so_ky_hieu", "dia_danh_ngay", "ten_loai", "trich_yeu", "tham_quyen", "can_cu", "kinh_gui", "mo_dau",
    "noi_dung", "noi_nhan", "chu_ky", "cung_ky", "dau", "chi_tiet", "tieu_de", "kem_theo",
]  # fmt: skip


def read_sheet(file: Path) -> tuple[FormSheet, list[Problem]]:
    """What the YAML file says of its form, and everything that is wrong with it."""
    source = Source()
    label = f"{file.parent.name}/{file.name}"
    data = source.read(file, label, ())
    if data is None:
        return FormSheet.model_construct(), source.problems
    try:
        return FormSheet.model_validate(_codes(data)), source.problems
    except ValidationError as error:
        return FormSheet.model_construct(), [
            *source.problems,
            *map(source.problem, problems_of(error, FormSheet, source, data)),
        ]


def _codes(data: Any) -> Any:
    """The values with kinds and parts as they are coded, however they were typed: «Danh sách» is ``danh_sach``."""
    if not isinstance(data, dict):
        return data
    found = dict(data)
    if isinstance(found.get("bo"), list):
        found["bo"] = [_code(one, LEFT_OUT) for one in found["bo"]]
    if "kieu" in found:
        found["kieu"] = _code(found["kieu"], tuple(_KINDS))
    if isinstance(found.get("truong"), list):
        found["truong"] = [_codes(one) for one in found["truong"]]
    return found


def _code(value: Any, known: tuple[str, ...]) -> Any:
    return next((one for one in known if isinstance(value, str) and fold(one) == fold(value)), value)
