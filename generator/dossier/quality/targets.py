"""A target (chỉ tiêu): typed, so that results can be judged, and printed as the agency wrote it."""

from __future__ import annotations

from dataclasses import replace

from generator.faults import Code, Fault, words
from generator.targets.measure import Adding, Measure
from generator.typed.fields import Day, Shorthand, Text
from generator.typed.models.declaring import Field, model_validator


class Target(Shorthand):
    """One target, with the unit it binds when units differ; a bare string is the printed form."""

    short_string = "in_ra"

    printed: Text | None = Field(
        None,
        alias="in_ra",
        title="Mục tiêu đề ra",
        description="In đúng như viết: ≥ 95%, 100%, 1–2 lần/năm, loại tốt",
    )
    unit: Text | None = Field(
        None, alias="don_vi", title="CQCM, đơn vị theo dõi và báo cáo", description="Đơn vị chịu chỉ tiêu này"
    )
    typed: Text | None = Field(
        None,
        alias="gia_tri",
        title="Giá trị so sánh",
        description="Ghi khi câu in ra không so sánh được, hoặc khi lời của mục tiêu đã nói, ví dụ: ≥ 95%",
    )
    adding: Adding | None = Field(
        None,
        alias="cach_cong",
        title="Cách cộng",
        description="Để trống thì suy từ đơn vị tính; ghi khi chương trình hiểu khác: cộng, cuối kỳ, tỷ lệ, không cộng",
    )

    since: Day | None = Field(
        None,
        alias="tu",
        title="Áp dụng từ ngày",
        description="Chỉ ghi khi chỉ tiêu đổi giữa năm: đặt ngay sau chỉ tiêu mà nó thay",
    )

    @model_validator(mode="after")
    def _says_something(self) -> Target:
        if self.printed is None and self.typed is None:
            fix = words("ghi ", self.ref("printed"), ", ví dụ: ≥ 95%")
            raise Fault(Code.EMPTY_TARGET, "chỉ tiêu chưa có nội dung", fix)
        return self

    @property
    def text(self) -> str:
        """The target as a table prints it."""
        return self.printed or self.typed or ""

    @property
    def measure(self) -> Measure:
        """The typed form results are judged by, its way of adding as the agency has it."""
        from generator.targets.reading import parse_measure  # here: the grammar is for who has targets

        read = parse_measure(self.typed or self.text)
        return read if self.adding is None else replace(read, adding=self.adding, unsure=False)
