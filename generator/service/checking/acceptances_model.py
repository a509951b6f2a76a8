"""The keys of the file that keeps what was accepted of a Word file."""

from __future__ import annotations

from generator.typed.fields import Day, Model, Text
from generator.typed.models.declaring import Field


class Acceptance(Model):
    """One finding let stand, or all of a rule: who did so, when and why."""

    rule: Text = Field(alias="ma", title="Mã quy tắc")
    place: str | None = Field(None, alias="noi", title="Nơi")  # as it was said: what it quotes may be mistyped
    what: str | None = Field(None, alias="noi_dung", title="Nội dung")
    reason: Text = Field(alias="ly_do", title="Lý do")
    by: Text = Field(alias="nguoi", title="Người chấp nhận")
    day: Day = Field(alias="ngay", title="Ngày chấp nhận")


class AcceptancesModel(Model):
    """What was accepted of one Word file."""

    entries: tuple[Acceptance, ...] = Field((), alias="chap_nhan", title="Chấp nhận")
