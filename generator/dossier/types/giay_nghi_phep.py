"""Giấy nghỉ phép: who may be away, for how long, where (Mẫu 1.10)."""

from __future__ import annotations

from typing import ClassVar

from generator.dossier.documents.details import Details
from generator.faults import Code, Fault, words
from generator.typed.fields import Day, Flag, Text
from generator.typed.models.declaring import Field, model_validator


class Leave(Details):
    """The lines of a giấy nghỉ phép; the kind of leave (nghỉ hằng năm …) is its trích yếu."""

    types: ClassVar[frozenset[str]] = frozenset({"giấy nghỉ phép"})

    asked: Day = Field(alias="ngay_don", title="Ngày của Đơn đề nghị")
    person: Text = Field(
        alias="nguoi_nghi",
        title="Người được nghỉ",
        description="Họ và tên; không ghi chữ «Ông (bà)»",
        max_length=50,
    )
    position: Text = Field(alias="chuc_vu", title="Chức vụ", description="Chức vụ và đơn vị công tác")
    length: Text = Field(alias="thoi_gian", title="Thời gian nghỉ", description="Ví dụ: 05 ngày làm việc")
    start: Day = Field(alias="tu_ngay", title="Từ ngày")
    end: Day = Field(alias="den_ngay", title="Đến hết ngày")
    place: Text = Field(alias="noi_nghi", title="Nơi nghỉ phép")
    confirmed: Flag = Field(
        False,
        alias="xac_nhan",
        title="Phần xác nhận",
        description="«có»: chừa chỗ cho cơ quan hoặc chính quyền nơi nghỉ phép xác nhận",
    )

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Leave:
        if self.end < self.start:
            fix = words("xem lại ", self.ref("start"), " và ", self.ref("end"))
            raise Fault(Code.ENDS_BEFORE_START, "ngày nghỉ cuối ở trước ngày nghỉ đầu", fix)
        return self


DETAILS = Leave
