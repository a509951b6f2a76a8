"""Phiếu gửi, phiếu chuyển, phiếu báo: to whom, with which papers (Mẫu 1.4 has only their text)."""

from __future__ import annotations

from typing import ClassVar

from generator.dossier.documents.details import Details
from generator.faults import Advice, Described
from generator.law.types import SLIPS
from generator.typed.fields import Lines
from generator.typed.models.declaring import Field


class Slip(Details):
    """The lines of a phiếu before its text."""

    types: ClassVar[frozenset[str]] = SLIPS

    receivers: Lines = Field(
        alias="gui_den",
        title="Gửi đến",
        description=Described("Cơ quan, người nhận phiếu; ", Advice.SEVERAL_PLACES),
    )
    papers: Lines | None = Field(
        None,
        alias="tai_lieu",
        title="Tài liệu kèm theo",
        description=Described("Tên, số, ngày, số bản của từng tài liệu; ", Advice.SEVERAL),
    )


DETAILS = Slip
