"""The agency that issues, and the people who sign for it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.dossier.fields import Ident, Lines, Model, Text

Rank = Literal["nguoi_dung_dau", "cap_pho", "don_vi"]


class Person(Model):
    """Someone who can sign: name, position, and rank (head, deputy of the head, or head of a unit)."""

    id: Ident = Field(title="Mã người ký", description="Tên ngắn để văn bản gọi tới, ví dụ: chu-tich")
    name: Text = Field(
        alias="ho_ten", title="Họ và tên", description="Không ghi học hàm, học vị (ND30-I.2.7c4)", max_length=50
    )
    position: Text = Field(alias="chuc_vu", title="Chức vụ", description="Ví dụ: Phó Chủ tịch", max_length=100)
    rank: Rank = Field(
        "nguoi_dung_dau",
        alias="cap",
        title="Cấp",
        description="nguoi_dung_dau: người đứng đầu; cap_pho: cấp phó của người đứng đầu; "
        "don_vi: người đứng đầu đơn vị thuộc cơ quan (ký TL., TUQ.)",
    )


class Agency(Model):
    """The agency profile: what is the same in every document it issues."""

    name_lines: Lines = Field(
        alias="ten",
        title="Tên cơ quan",
        description="Tên đầy đủ, viết thường; tên dài viết thành danh sách hai dòng, "
        "ví dụ: [Ủy ban nhân dân, xã Thượng Lộ]",
        max_length=3,
    )
    short_name: Text | None = Field(
        None, alias="ten_goi_tat", title="Tên gọi tắt", description="Dùng trong lời văn, ví dụ: UBND xã Thượng Lộ"
    )
    parent_lines: Lines | None = Field(
        None,
        alias="chu_quan",
        title="Cơ quan chủ quản",
        description="Cơ quan chủ quản trực tiếp, nếu có; Ủy ban nhân dân các cấp không ghi",
        max_length=3,
    )
    abbreviation: Text = Field(
        alias="viet_tat", title="Chữ viết tắt tên cơ quan", description="Dùng trong ký hiệu, ví dụ: UBND"
    )
    place: Text = Field(
        alias="dia_danh", title="Địa danh", description="Ví dụ: Thượng Lộ (trước dấu phẩy ở dòng ngày tháng)"
    )
    collective: Text | None = Field(
        None,
        alias="tap_the",
        title="Tên tập thể ký thay mặt",
        description="Tên sau chữ TM., ví dụ: Ủy ban nhân dân; để trống thì lấy dòng đầu của tên cơ quan",
    )
    head: Text = Field(
        "Chủ tịch", alias="nguoi_dung_dau", title="Chức vụ người đứng đầu", description="Ví dụ: Chủ tịch, Giám đốc"
    )
    people: tuple[Person, ...] = Field(alias="nguoi", title="Người ký", min_length=1)

    @property
    def full_name(self) -> str:
        """The name on one line, e.g. ``Ủy ban nhân dân xã Thượng Lộ``."""
        return " ".join(self.name_lines)

    @property
    def collective_name(self) -> str:
        """What follows ``TM.`` when signing for the collective (ND30-I.2.7b1)."""
        return self.collective or self.name_lines[0]
