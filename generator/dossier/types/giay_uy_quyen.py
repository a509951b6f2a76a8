"""Giấy ủy quyền: who entrusts whom, until when (Mẫu 1.4 has only its text)."""

from __future__ import annotations

from typing import ClassVar

from generator.dossier.documents.details import Details
from generator.faults import Code, Fault, words
from generator.typed.fields import Day, Text
from generator.typed.models.declaring import Field, model_validator


class Mandate(Details):
    """What a delegation must be limited by (ND30-A.13.3); what is entrusted is the document's text."""

    types: ClassVar[frozenset[str]] = frozenset({"giấy ủy quyền"})

    giver: Text | None = Field(
        None,
        alias="nguoi_uy_quyen",
        title="Người ủy quyền",
        description="Họ tên, chức vụ; để trống thì là người ký",
    )
    receiver: Text = Field(
        alias="nguoi_duoc_uy_quyen", title="Người được ủy quyền", description="Họ tên, chức vụ, đơn vị công tác"
    )
    start: Day = Field(alias="tu_ngay", title="Ủy quyền từ ngày")
    end: Day = Field(alias="den_ngay", title="Ủy quyền đến hết ngày")

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Mandate:
        if self.end < self.start:
            fix = words("xem lại ", self.ref("start"), " và ", self.ref("end"))
            raise Fault(Code.ENDS_BEFORE_START, "ủy quyền hết hạn trước ngày bắt đầu", fix)
        return self


DETAILS = Mandate
