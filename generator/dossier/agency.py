"""The agency that issues, and the people who sign for it."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from generator.dossier.quality.target_lines import unit_key
from generator.faults import Advice, Choice, Code, Described, Fault, words
from generator.faults import Field as FieldRef
from generator.records import record
from generator.typed.fields import TEXT_OR_TEXTS, Ident, Lines, Model, Text
from generator.typed.models.declaring import Field, WithJsonSchema, model_validator
from generator.wording.characters import fold, one_line

# Without its own schema the limit would count the characters of a name given as one text.
NameLines = Annotated[Lines, Field(max_length=3), WithJsonSchema(TEXT_OR_TEXTS)]


HOW_UNITS_ARE_LISTED = "mỗi đơn vị một dòng; tên còn gọi là ghi sau dấu =, ví dụ: Sở Nội vụ = SNV; So Noi vu"


class Rank(StrEnum):
    """What someone who signs is in the agency; the values are how it is typed."""

    HEAD = "nguoi_dung_dau"
    DEPUTY = "cap_pho"
    UNIT_HEAD = "don_vi"


class Person(Model):
    """Someone who can sign: name, position, and rank (head, deputy of the head, or head of a unit)."""

    id: Ident = Field(title="Mã người ký", description="Tên ngắn để văn bản gọi tới, ví dụ: chu-tich")
    name: Text = Field(
        alias="ho_ten", title="Họ và tên", description="Không ghi học hàm, học vị (ND30-I.2.7c4)", max_length=50
    )
    position: Text = Field(alias="chuc_vu", title="Chức vụ", description="Ví dụ: Phó Chủ tịch", max_length=100)
    rank: Rank = Field(
        Rank.HEAD,  # or what the position says: see below
        alias="cap",
        title="Cấp",
        description=Described(
            Choice(Rank.HEAD),
            ": người đứng đầu; ",
            Choice(Rank.DEPUTY),
            ": cấp phó của người đứng đầu; ",
            Choice(Rank.UNIT_HEAD),
            ": người đứng đầu, cấp phó của đơn vị thuộc cơ quan (ký TL., TUQ.); để trống: chức vụ «Phó …» là ",
            Choice(Rank.DEPUTY),
        ),
    )

    @model_validator(mode="before")
    @classmethod
    def _rank_of_position(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not str(data.get("chuc_vu", "")).strip().casefold().startswith("phó "):
            return data
        if data.get("cap") == Rank.HEAD:
            what = f"«{data['chuc_vu']}» là cấp phó, không phải người đứng đầu"
            raise Fault(Code.DEPUTY_AS_HEAD, what, words("ghi ", cls.ref("rank"), ": ", Choice(Rank.DEPUTY)))
        return {"cap": Rank.DEPUTY, **data}


@record(frozen=True)
class ListedUnit:
    """A unit that reports to the agency, and what else it is called."""

    name: str
    others: tuple[str, ...]


class Agency(Model):
    """The agency profile: what is the same in every document it issues."""

    name_lines: NameLines = Field(
        alias="ten",
        title="Tên cơ quan",
        description=Described("Tên đầy đủ, viết thường; tên dài viết thành ", Advice.TWO_LINES),
    )
    short_name: Text | None = Field(
        None, alias="ten_goi_tat", title="Tên gọi tắt", description="Dùng trong lời văn, ví dụ: UBND xã Thượng Lộ"
    )
    parent_lines: NameLines | None = Field(
        None,
        alias="chu_quan",
        title="Cơ quan chủ quản",
        description="Cơ quan chủ quản trực tiếp, nếu có; Ủy ban nhân dân các cấp không ghi",
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
    head: Text | None = Field(
        None,
        alias="nguoi_dung_dau",
        title="Chức vụ người đứng đầu",
        description=Described(
            "Ví dụ: Chủ tịch, Giám đốc; để trống thì lấy chức vụ của người ký có ",
            FieldRef("cap", "Cấp"),
            ": ",
            Choice(Rank.HEAD),
        ),
    )
    contact: Annotated[Lines, Field(max_length=3)] | None = Field(
        None,
        alias="lien_he",
        title="Địa chỉ liên hệ",
        description=Described(
            "Địa chỉ, điện thoại, thư điện tử, trang thông tin điện tử, fax; nhiều nhất 3 dòng; in ở chân trang đầu ",
            "khi văn bản ghi ",
            FieldRef("in_lien_he", "In địa chỉ liên hệ"),
        ),
    )
    reporting_units: Lines | None = Field(
        None,
        alias="don_vi_bao_cao",
        title="Đơn vị báo cáo",
        description=f"Các đơn vị gửi số liệu, {HOW_UNITS_ARE_LISTED}",
    )
    people: tuple[Person, ...] = Field(alias="nguoi", title="Người ký", min_length=1)

    @model_validator(mode="after")
    def _head_known(self) -> Agency:
        if self.head is None and not any(person.rank is Rank.HEAD for person in self.people):
            fix = words("thêm ", self.ref("head"), ", ví dụ: Chủ tịch")
            raise Fault(Code.NO_HEAD, "chưa rõ chức vụ người đứng đầu cơ quan", fix)
        return self

    @property
    def listed_units(self) -> tuple[ListedUnit, ...]:
        """The units that report to the agency, as its list names them."""
        return tuple(map(_listed, self.reporting_units or ()))

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {unit_key(other): unit_key(unit.name) for unit in self.listed_units for other in unit.others}

    def unit_key(self, name: str) -> str:
        """The unit's name for comparing: that of the list where the list says the unit is called so, too."""
        key = unit_key(name)
        return self._keys.get(key, key)

    @property
    def head_position(self) -> str:
        """The position of the agency's head, e.g. ``Chủ tịch``."""
        return self.head or next(person.position for person in self.people if person.rank is Rank.HEAD)

    @property
    def is_collective(self) -> bool:
        """Whether the agency decides as a body, not through its head alone, as a ban quản lý does (ND30-A.13.1, 2)."""
        return fold(self.full_name).startswith(("uyban", "hoidong", "banchidao"))

    @property
    def printed_lines(self) -> tuple[str, ...]:
        """The name as the head of a document prints it, a people's committee's on two lines (ND30-I.2.2b5)."""
        return _two_lines(self.name_lines)

    @property
    def printed_parent_lines(self) -> tuple[str, ...]:
        """The parent agency's name in the same way; empty when there is none."""
        return _two_lines(self.parent_lines or ())

    @property
    def full_name(self) -> str:
        """The name on one line, e.g. ``Ủy ban nhân dân xã Thượng Lộ``."""
        return one_line(" ".join(self.name_lines))

    @property
    def collective_name(self) -> str:
        """What follows ``TM.`` when signing for the collective (ND30-I.2.7b1)."""
        return self.collective or self.printed_lines[0]


def _listed(line: str) -> ListedUnit:
    name, _, others = line.partition("=")
    return ListedUnit(name.strip(), tuple(other.strip() for other in others.split(";") if other.strip()))


_BODIES = ("ủy ban nhân dân ", "uỷ ban nhân dân ", "hội đồng nhân dân ")


def _two_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    if len(lines) == 1:
        for body in _BODIES:
            if lines[0].casefold().startswith(body):
                return lines[0][: len(body) - 1], lines[0][len(body) :]
    return lines
