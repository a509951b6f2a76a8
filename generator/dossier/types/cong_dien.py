"""Công điện: who wires to whom (Mẫu 1.6)."""

from __future__ import annotations

from typing import ClassVar

from generator.dossier.documents.details import Details
from generator.faults import Advice, Described
from generator.typed.fields import Lines, Text
from generator.typed.models.declaring import Field


class Wire(Details):
    """The lines of a công điện between its title and its text."""

    types: ClassVar[frozenset[str]] = frozenset({"công điện"})

    sender: Text | None = Field(
        None,
        alias="ben_dien",
        title="Bên gửi điện",
        description="Cơ quan hoặc chức danh của người đứng đầu; để trống thì theo thẩm quyền ban hành",
    )
    receivers: Lines = Field(
        alias="nhan_dien",
        title="Nơi nhận điện",
        description=Described("Cơ quan, tổ chức nhận điện; ", Advice.SEVERAL_PLACES),
    )


DETAILS = Wire
