"""Giấy mời: who is invited to what, when and where (Mẫu 1.7)."""

from __future__ import annotations

from typing import ClassVar

from generator.dossier.documents.details import Details
from generator.faults import Advice, Described
from generator.typed.fields import Lines, Moment, Text
from generator.typed.models.declaring import Field


class Invitation(Details):
    """The lines of a giấy mời between its title and its notes, in the order of Mẫu 1.7."""

    types: ClassVar[frozenset[str]] = frozenset({"giấy mời"})

    invited: Lines = Field(
        alias="kinh_moi",
        title="Kính mời",
        description=Described("Tên cơ quan, hoặc họ tên, chức vụ, nơi công tác của người được mời; ", Advice.SEVERAL),
    )
    event: Text = Field(
        alias="toi_du", title="Tới dự", description="Tên (nội dung) cuộc họp, hội nghị; không ghi chữ «Tới dự»"
    )
    chair: Text = Field(alias="chu_tri", title="Chủ trì")
    time: Moment = Field(
        alias="thoi_gian", title="Thời gian", description="Ví dụ: 08:00 20/11/2026; thứ trong tuần tự ghi"
    )
    place: Text = Field(alias="dia_diem", title="Địa điểm")


DETAILS = Invitation
