"""As what a document is judged: whose it is, on paper or electronic, a draft or final."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.records import record

Issuer: TypeAlias = Literal["ubnd", "chuyen-mon", "dang", "doan-the", "khac"]
"""A people's committee, a department or unit, the Party, an organisation; these two follow NĐ 30 as far as it suits."""
Medium: TypeAlias = Literal["giay", "dien-tu"]
State: TypeAlias = Literal["du-thao", "chinh-thuc"]

ISSUER_NAMES: dict[Issuer, str] = {
    "ubnd": "Ủy ban nhân dân",
    "chuyen-mon": "cơ quan, đơn vị chuyên môn",
    "dang": "cơ quan của Đảng",
    "doan-the": "đoàn thể",
    "khac": "cơ quan, tổ chức khác",
}
MEDIUM_NAMES: dict[Medium, str] = {"giay": "bản giấy", "dien-tu": "bản điện tử"}
STATE_NAMES: dict[State, str] = {"du-thao": "bản dự thảo", "chinh-thuc": "bản chính thức"}


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


@record(frozen=True)
class Asked:
    """As what somebody wants a document judged; what is ``None`` is told from the document itself."""

    issuer: Issuer | None = None
    medium: Medium | None = None
    state: State | None = None

    def over(self, other: Asked) -> Asked:
        """What is asked here, and what the other asks besides."""
        return Asked(self.issuer or other.issuer, self.medium or other.medium, self.state or other.state)
