"""Thư công: to whom, and what kind of letter (Phụ lục III has no Mẫu)."""

from __future__ import annotations

from typing import ClassVar

from generator.dossier.documents.details import Details
from generator.typed.fields import Lines, Text
from generator.typed.models.declaring import Field


class PublicLetter(Details):
    """The lines of a thư công around its subject."""

    types: ClassVar[frozenset[str]] = frozenset({"thư công"})

    heading: Text = Field(
        "Thư công",
        alias="ten_thu",
        title="Tên thư",
        description="Ví dụ: Thư khen; để trống thì Thư công",
    )
    greeting: Lines = Field(
        alias="loi_xung", title="Lời xưng gọi", description="Cả câu, ví dụ: Kính gửi các thầy giáo, cô giáo"
    )


DETAILS = PublicLetter
