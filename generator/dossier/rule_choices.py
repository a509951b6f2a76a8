"""What the agency decides about a rule: another level, or silence, with the reason."""

from __future__ import annotations

from typing import Literal

from generator.faults import Code, Fault, words
from generator.typed.fields import Model, Text
from generator.typed.models.declaring import Field, model_validator


class RuleChoice(Model):
    """One rule set to another level or silenced, in the whole dossier or in one document."""

    rule: Text = Field(alias="ma", title="Mã quy tắc", description="Xem lệnh vanthu rules, ví dụ: LV19, thu-tu")
    level: Literal["lỗi", "cảnh báo", "thông tin", "bỏ qua"] = Field(
        alias="muc",
        title="Mức",
        description="bỏ qua: không tính là lỗi, vẫn liệt kê kèm lý do; lỗi: giữ lại văn bản đã có số, ngày",
    )
    reason: Text | None = Field(None, alias="ly_do", title="Lý do", description="Bắt buộc khi bỏ qua hoặc hạ mức")
    document: Text | None = Field(
        None,
        alias="van_ban",
        title="Chỉ văn bản",
        description="Tên tệp của một văn bản, thắng dòng của cả hồ sơ; để trống là cả hồ sơ",
    )

    @model_validator(mode="after")
    def _with_reason(self) -> RuleChoice:
        if self.reason is None and self.level != "lỗi":
            fix = words("ghi ", RuleChoice.ref("reason"))
            raise Fault(Code.NO_REASON, "bỏ qua hoặc hạ mức một quy tắc phải có lý do", fix)
        return self
