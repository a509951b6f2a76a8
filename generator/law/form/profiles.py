"""As what a document is judged: whose it is, on paper or electronic, a draft or final."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.records import record

Issuer: TypeAlias = Literal["ubnd", "chuyen-mon", "dang", "doan-the"]
"""A people's committee, a department or unit, the Party, an organisation; these two follow NĐ 30 as far as it suits."""
Medium: TypeAlias = Literal["giay", "dien-tu"]
State: TypeAlias = Literal["du-thao", "chinh-thuc"]

ISSUER_NAMES: dict[Issuer, str] = {
    "ubnd": "Ủy ban nhân dân",
    "chuyen-mon": "cơ quan, đơn vị chuyên môn",
    "dang": "cơ quan của Đảng",
    "doan-the": "đoàn thể",
}


@record(frozen=True)
class Profile:
    """As what a document is judged; the draft may have an empty number and date (ND30-A.15.4, ND30-I.2.3c6)."""

    issuer: Issuer = "ubnd"
    medium: Medium = "giay"
    state: State = "chinh-thuc"

    @property
    def by_suitability(self) -> bool:
        """Whether the decree applies only as far as it suits (ND30-A.2.2)."""
        return self.issuer in ("dang", "doan-the")
