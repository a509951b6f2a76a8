"""Hợp đồng, bản ghi nhớ, bản thỏa thuận: the parties and who signs for them (Phụ lục III has no Mẫu)."""

from __future__ import annotations

from typing import ClassVar

from generator.dossier.documents.details import Details
from generator.faults import Advice, Described
from generator.law.types import TYPES_BETWEEN_PARTIES
from generator.typed.fields import Lines, Model, Text
from generator.typed.models.declaring import Field

_FACTS = Described("Địa chỉ, điện thoại, mã số thuế, tài khoản …; ", Advice.SEVERAL)


class Party(Model):
    """Another party: who it is and who signs for it."""

    party_name: Text = Field(alias="ten", title="Tên bên", description="Tên đầy đủ, viết thường")
    facts: Lines | None = Field(None, alias="thong_tin", title="Thông tin", description=_FACTS)
    name: Text = Field(alias="ho_ten", title="Người đại diện", description="Họ và tên người ký", max_length=50)
    position: Text = Field(alias="chuc_vu", title="Chức vụ", max_length=100)
    by: Text | None = Field(
        None, alias="theo", title="Đại diện theo", description="Ví dụ: Giấy ủy quyền số 05/GUQ-CT ngày 05/01/2026"
    )


class Agreement(Details):
    """The parties; the agency of the dossier, for whom ``ky`` signs, is the first (Bên A)."""

    types: ClassVar[frozenset[str]] = TYPES_BETWEEN_PARTIES

    place: Text | None = Field(
        None,
        alias="dia_diem",
        title="Nơi ký",
        description="Ví dụ: trụ sở UBND xã; để trống thì lấy địa danh",
    )
    own_facts: Lines | None = Field(
        None, alias="thong_tin", title="Thông tin của cơ quan mình (Bên A)", description=_FACTS
    )
    parties: tuple[Party, ...] = Field(
        alias="cac_ben",
        title="Các bên còn lại",
        min_length=1,
        max_length=5,
        description="Bên B, Bên C … theo thứ tự",
    )


DETAILS = Agreement
