"""Results (kết quả): what was reached on one target by one unit in one period, as the unit reported it."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from generator.dossier.quality.objectives import OF_OBJECTIVE
from generator.faults import Code, Fault
from generator.patterns import late
from generator.targets.fractions import rate_of_fraction
from generator.typed.fields import Day, Flag, Lines, Model, Text, Year
from generator.typed.models.declaring import (
    BeforeValidator,
    Field,
    PlainSerializer,
    WithJsonSchema,
    WrapValidator,
    model_validator,
)
from generator.wording.numerals.figures import parse_figures, parse_percent
from generator.wording.times.periods import Period, parse_period

_POINT = late(r"[-−–]?\d+\.(?:\d{1,2}|\d{4,})")  # three digits after a point are thousands
_UNCLEAR_RATE = late(r"([-−–]?\d{1,3})\.(\d{3})\s*%")

_HINTS = (
    (late(r"\d[\d.]*\s*/\s*\d[\d.]*(?:\s\D*)?"), "ghi riêng tử số, mẫu số"),
    (late(r"[-–—…x.\s]+|(?:không|chưa) (?:có|phát sinh|đánh giá|báo cáo).*|không", re.I),
     "chưa có số liệu thì để trống; không phát sinh thì ghi 0"),
    (late(r"\d[\d.,]*\s+[^\W\d].*"), "chỉ ghi số, theo đơn vị tính của chỉ tiêu"),
)  # fmt: skip
"""What a clerk may have meant by a cell that holds no number."""


def _period(value: Any) -> Any:
    return parse_period(value) if isinstance(value, str) else value


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        value = parse_figures(value)
    if isinstance(value, float | Decimal) and value != int(value):
        raise Fault(Code.NOT_WHOLE, f"«{typed_figure(Decimal(str(value)))}» có phần lẻ", "ghi số nguyên")
    return int(value) if isinstance(value, float | Decimal) else value


def _figure(value: Any) -> Any:
    if isinstance(value, float):
        return Decimal(format(value, ".15g"))  # as a spreadsheet shows it
    if not isinstance(value, str):
        return value
    typed = value.strip()
    unclear = _UNCLEAR_RATE.fullmatch(typed)
    if unclear:  # three digits after a point are thousands, and no rate is thousands of percent
        what = f"«{typed}» không rõ là bao nhiêu phần trăm"
        raise Fault(Code.BAD_PERCENT, what, f"phần lẻ viết sau dấu phẩy: {unclear[1]},{unclear[2]}%")
    if typed.endswith("%"):
        return parse_percent(typed)
    if _POINT.fullmatch(typed):
        return Decimal(typed.replace("−", "-").replace("–", "-"))
    try:
        return parse_figures(typed)
    except Fault as fault:
        hint = next((hint for pattern, hint in _HINTS if pattern.fullmatch(typed)), None)
        if hint is None or fault.code is not Code.BAD_FIGURE:
            raise
        raise Fault(fault.code, fault.what, hint) from None


class Percent(Decimal):
    """A figure typed with its sign of percent: what counts things does not take it."""


def _kept_sign(value: Any, handler: Callable[[Any], Any]) -> Decimal:
    found: Decimal = handler(_figure(value))
    return Percent(found) if isinstance(value, str) and value.rstrip().endswith("%") else found


def typed_figure(value: Decimal) -> str:
    """The number as a clerk types it and as it is read back: a decimal comma, no separators of thousands."""
    return f"{value:f}".replace(".", ",")


UNLIKELY_RATE = 1000
"""Percent: from here on a comma was probably lost, or was it a cell that shows percent."""


def meant_rate(value: Decimal) -> str:
    """The rate an unlikely one was probably meant to be, as typed without its sign: ``12,34`` for 1234; or empty."""
    if value < UNLIKELY_RATE:
        return ""
    near = next((value / part for part in (Decimal(100), Decimal(1000)) if value / part <= 100), None)
    return typed_figure(near.normalize() + 0) if near is not None else ""


PeriodField = Annotated[
    Period,
    BeforeValidator(_period),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "examples": ["quý I", "6 tháng", "năm", "tháng 3"]}),
]
"""A period of a year, typed as text."""

_NUMBER_OR_TEXT = {"type": ["number", "string"]}
WholeField = Annotated[int, BeforeValidator(_whole), Field(ge=0), WithJsonSchema({"type": ["integer", "string"]})]
"""A whole number not below zero, dots between thousands allowed."""

DecimalField = Annotated[
    Decimal,
    WrapValidator(_kept_sign),
    PlainSerializer(typed_figure, only_json=True),
    WithJsonSchema(_NUMBER_OR_TEXT),
]
"""A decimal number; of a percentage its hundredths: 95,5 for 95,5%."""


TargetName = Annotated[
    Text,
    BeforeValidator(lambda value: str(value) if type(value) is int else value),
    WithJsonSchema({"type": ["string", "integer"]}),
]
"""One of an objective's targets, by its place among them or by its words."""


class Result(Model):
    """One reported result: a fraction, a value or a level, with what explains and proves it."""

    objective: Text = Field(alias="muc_tieu", title="Mục tiêu", description=OF_OBJECTIVE)
    target: TargetName | None = Field(
        None,
        alias="chi_tieu",
        title="Chỉ tiêu",
        description="Chỉ ghi khi mục tiêu có nhiều chỉ tiêu cho một đơn vị: số thứ tự của chỉ tiêu trong mục tiêu "
        "(1, 2, 3 …), hoặc lời của chỉ tiêu",
    )
    unit: Text | None = Field(
        None, alias="don_vi", title="Đơn vị", description="Để trống khi là kết quả chung của cả cơ quan"
    )
    period: PeriodField = Field(
        alias="ky",
        title="Kỳ báo cáo",
        description="tháng 3, quý I, 6 tháng, 9 tháng, năm, đột xuất từ ngày … đến ngày …",
    )
    year: Year | None = Field(
        None, alias="nam", title="Năm", description="Để trống là năm của hồ sơ; số liệu năm trước ghi để so sánh"
    )
    numerator: WholeField | None = Field(
        None, alias="tu_so", title="Tử số", description="Số đạt yêu cầu, ví dụ số hồ sơ đúng hạn"
    )
    denominator: WholeField | None = Field(
        None, alias="mau_so", title="Mẫu số", description="Tổng số, ví dụ số hồ sơ đã giải quyết"
    )
    value: DecimalField | None = Field(
        None, alias="gia_tri", title="Giá trị", description="Khi không có tử số, mẫu số; tỷ lệ ghi kèm dấu %"
    )
    level: Text | None = Field(
        None, alias="muc", title="Mức xếp loại", description="Ví dụ: xuất sắc, tốt, đạt, không đạt"
    )
    cause: Lines | None = Field(
        None, alias="nguyen_nhan", title="Nguyên nhân", description="Bắt buộc khi không đạt chỉ tiêu"
    )
    action: Lines | None = Field(
        None, alias="khac_phuc", title="Hành động khắc phục", description="Bắt buộc khi không đạt chỉ tiêu"
    )
    evidence: Lines | None = Field(None, alias="minh_chung", title="Minh chứng", description="Hồ sơ, sổ theo dõi …")
    reporter: Text | None = Field(None, alias="nguoi_bao_cao", title="Người báo cáo")
    reported: Day | None = Field(None, alias="ngay_bao_cao", title="Ngày báo cáo")
    note: Text | None = Field(None, alias="ghi_chu", title="Ghi chú", description="Không in ra")
    action_by: Text | None = Field(
        None,
        alias="nguoi_khac_phuc",
        title="Người khắc phục",
        description="Người, đơn vị chịu trách nhiệm; các báo cáo sau theo dõi hành động này",
    )
    action_due: Day | None = Field(
        None, alias="han_khac_phuc", title="Hạn khắc phục", description="Ngày cuối cùng phải xong"
    )
    action_done: Day | None = Field(
        None, alias="xong_khac_phuc", title="Ngày khắc phục xong", description="Để trống khi chưa xong"
    )
    estimated: Flag = Field(
        False,
        alias="uoc",
        title="Ước thực hiện",
        description="«có» khi kỳ chưa kết thúc, số liệu là ước; báo cáo in «ước đạt …». Có số chính thức thì bỏ",
    )
    published: Text | None = Field(
        None,
        alias="so_da_cong_bo",
        title="Số đã công bố",
        description="Khi số liệu này thay số đã đưa vào báo cáo trước: ghi số cũ, ví dụ: 95,50% hoặc 191/200",
    )
    corrected: Text | None = Field(
        None,
        alias="dinh_chinh",
        title="Lý do đính chính",
        description="Vì sao số đã công bố thay đổi; báo cáo in thành đoạn đính chính số liệu",
    )

    @model_validator(mode="before")
    @classmethod
    def _rate_of_fraction(cls, data: Any) -> Any:
        """A value that says its fraction too is the fraction."""
        typed = data.get("gia_tri") if isinstance(data, dict) else None
        found = rate_of_fraction(typed) if isinstance(typed, str) else None
        if found is None or data.get("tu_so") is not None or data.get("mau_so") is not None:
            return data
        if not found.agrees:
            what = f"«{typed}»: {found.part}/{found.whole} không phải {typed_figure(found.rate)}%"
            raise Fault(Code.BAD_PERCENT, what, "sửa tỷ lệ, hoặc tử số, mẫu số")
        rest = {key: value for key, value in data.items() if key != "gia_tri"}
        return {**rest, "tu_so": found.part, "mau_so": found.whole}

    def period_in(self, year: int) -> Period:
        """The period with its year: the entry's own, or the dossier's, which is given."""
        return self.period.within(self.year or year)

    @property
    def says_figure(self) -> bool:
        """Whether any figure or level is given; without one the entry only explains."""
        return any(part is not None for part in (self.numerator, self.denominator, self.value, self.level))
