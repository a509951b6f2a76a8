"""How the agency likes its Vietnamese written: the part of the settings about words."""

from __future__ import annotations

from typing import Literal

from generator.typed.fields import Model
from generator.typed.models.declaring import Field
from generator.wording.settings import Fraction, TonePlacement, Wording


class WordingChoices(Model):
    """The choices of one agency among the ways that are right; what is left out is as most agencies write."""

    four: Literal["bốn", "tư"] = Field("bốn", alias="bon", title="Số 24", description="hai mươi «bốn» hay «tư»")
    zero_tens: Literal["linh", "lẻ"] = Field(
        "linh", alias="linh", title="Số 105", description="trăm «linh» hay «lẻ» năm"
    )
    thousand: Literal["nghìn", "ngàn"] = Field("nghìn", alias="nghin", title="Hàng nghìn", description="nghìn hay ngàn")
    fraction: Fraction = Field(
        "số",
        alias="thap_phan",
        title="Phần thập phân",
        description="12,75: «số» đọc phẩy bảy mươi lăm; «chữ số» đọc phẩy bảy năm",
    )
    tones: TonePlacement = Field(
        "hòa", alias="dau_thanh", title="Đặt dấu thanh", description="hòa, thủy hay hoà, thuỷ; tên riêng giữ như đã gõ"
    )

    def to_wording(self) -> Wording:
        """The same, as the wording layer knows it."""
        return Wording(self.four, self.zero_tens, self.thousand, self.fraction, self.tones)
