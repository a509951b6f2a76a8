"""Giấy giới thiệu: who is sent where, until when (Mẫu 1.8)."""

from __future__ import annotations

from typing import ClassVar

from generator.dossier.documents.details import Details
from generator.typed.fields import Day, Text
from generator.typed.models.declaring import Field


class Introduction(Details):
    """The lines of a giấy giới thiệu; what it is about is its trích yếu."""

    types: ClassVar[frozenset[str]] = frozenset({"giấy giới thiệu"})

    person: Text = Field(
        alias="nguoi_duoc_gioi_thieu",
        title="Người được giới thiệu",
        description="Họ và tên; không ghi chữ «Ông (bà)»",
        max_length=50,
    )
    position: Text = Field(
        alias="chuc_vu", title="Chức vụ", description="Chức vụ và đơn vị công tác của người được giới thiệu"
    )
    sent_to: Text = Field(alias="duoc_cu_den", title="Được cử đến", description="Cơ quan, tổ chức tới làm việc")
    until: Day = Field(alias="gia_tri_den", title="Giá trị đến hết ngày", description="Ngày cuối còn giá trị")


DETAILS = Introduction
