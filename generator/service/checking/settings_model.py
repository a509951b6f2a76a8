"""The keys of ``.vanthu.toml``."""

from __future__ import annotations

from typing import Literal

from generator.dossier.rule_choices import RuleChoice
from generator.typed.fields import Model, Text
from generator.typed.models.declaring import Field


class SettingsModel(Model):
    """What ``.vanthu.toml`` may say, every key of it optional."""

    issuer: Literal["ubnd", "chuyen-mon", "dang", "doan-the", "khac"] | None = Field(
        None, alias="co_quan", title="Cơ quan ban hành"
    )
    medium: Literal["giay", "dien-tu"] | None = Field(None, alias="hinh_thuc", title="Hình thức")
    state: Literal["du-thao", "chinh-thuc"] | None = Field(None, alias="trang_thai", title="Trạng thái")
    registry: Text | None = Field(None, alias="can_cu", title="Danh mục căn cứ")
    choices: tuple[RuleChoice, ...] = Field((), alias="quy_tac", title="Quy tắc")
