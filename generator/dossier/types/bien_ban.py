"""Biên bản: when, where, who, and who wrote it down (Mẫu 1.9)."""

from __future__ import annotations

from typing import ClassVar, Literal

from generator.dossier.documents.details import Details
from generator.faults import Advice, Choice, Code, Described, Fault, words
from generator.typed.fields import Lines, Model, Moment, Text
from generator.typed.models.declaring import Field, model_validator


class Secretary(Model):
    """Who wrote the minutes and signs them beside the chair."""

    name: Text = Field(alias="ho_ten", title="Họ và tên thư ký", max_length=50)
    position: Text = Field(alias="chuc_vu", title="Chức vụ thư ký", max_length=100)


class Minutes(Details):
    """What a biên bản says around the course of the meeting; who signs it (``ky``) is the chair."""

    types: ClassVar[frozenset[str]] = frozenset({"biên bản"})

    meeting: Literal["cuoc_hop", "hoi_nghi", "hoi_thao"] = Field(
        "cuoc_hop",
        alias="hinh_thuc",
        title="Hình thức",
        description=Described(Choice("cuoc_hop"), ", ", Choice("hoi_nghi"), " hoặc ", Choice("hoi_thao")),
    )
    start: Moment | None = Field(
        None,
        alias="bat_dau",
        title="Thời gian bắt đầu",
        description="Ví dụ: 14:00 20/11/2026; bản soạn trước cuộc họp để trống",
    )
    end: Moment | None = Field(
        None,
        alias="ket_thuc",
        title="Thời gian kết thúc",
        description="Ví dụ: 16:30 20/11/2026; bản soạn trước cuộc họp để trống",
    )
    place: Text = Field(alias="dia_diem", title="Địa điểm")
    present: Lines = Field(
        alias="thanh_phan",
        title="Thành phần tham dự",
        description=Described("Họ tên, chức vụ, nơi công tác; ", Advice.SEVERAL),
    )
    absent: Lines | None = Field(
        None, alias="vang_mat", title="Vắng mặt", description="Họ tên, chức vụ, lý do; không có ai thì để trống"
    )
    secretary: Secretary = Field(alias="thu_ky", title="Thư ký", description="Người ghi biên bản; chủ tọa là người ký")

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Minutes:
        if self.start and self.end and self.end <= self.start:
            fix = words("xem lại ", self.ref("start"), " và ", self.ref("end"))
            raise Fault(Code.ENDS_BEFORE_START, "thời gian kết thúc không sau thời gian bắt đầu", fix)
        return self


DETAILS = Minutes
