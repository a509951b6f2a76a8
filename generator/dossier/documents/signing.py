"""Who signs a document: the agency's own person, and those of other agencies beside them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from generator.faults import Advice, Code, Described, Fault, File
from generator.typed.fields import Lines, Model, Text
from generator.typed.models.declaring import BeforeValidator, Field
from generator.wording.characters import fold

_POWERS = {"thualenh": "TL", "thuauyquyen": "TUQ", "quyen": "Q", "kythay": "KT", "thaymat": "TM"}
_BY_THEMSELVES = {
    "KT": "để trống ô này: KT. tự in khi người ký có cấp là cấp phó",
    "TM": "để trống ô này: TM. tự in khi thẩm quyền ban hành là tập thể",
}
_OF_PERSON = Described("Mã của một người trong ", File("co-quan", "nguoi"))


def _power(value: Any) -> Any:
    """The power as it is kept: ``TL.`` and «thừa lệnh» are TL; what follows of itself is refused with how it does."""
    if not isinstance(value, str):
        return value
    power = _POWERS.get(said := fold(value), said.upper())
    if power in _BY_THEMSELVES:
        raise Fault(Code.NO_CHOICE, f"không ghi «{value.strip()}»", _BY_THEMSELVES[power])
    return power if power in ("TL", "TUQ", "Q") else value


Power = Annotated[Literal["TL", "TUQ", "Q"], BeforeValidator(_power)]


class CoSigner(Model):
    """Someone of another agency who signs beside ours: a document of several agencies (liên tịch)."""

    agency: Lines | None = Field(
        None,
        alias="co_quan",
        title="Cơ quan cùng ban hành",
        description="In dưới tên cơ quan ở đầu văn bản; viết thường; không cùng đứng tên thì để trống",
    )
    lines: Lines = Field(
        alias="chuc_vu",
        title="Quyền hạn, chức vụ",
        description="Viết thường, mỗi mục một dòng, ví dụ: TM. Ban Thường vụ / Chủ tịch",
    )
    other_titles: Lines | None = Field(
        None, alias="chuc_danh_khac", title="Chức danh khác", description="In ngay trên họ tên"
    )
    name: Text = Field(alias="ho_ten", title="Họ và tên", max_length=50)


class Signature(Model):
    """Who signs; the lines above the name follow from the person's rank and the deciding authority."""

    person: Text = Field(alias="nguoi", title="Người ký", description=_OF_PERSON)
    power: Power | None = Field(
        None,
        alias="quyen_han",
        title="Quyền hạn ký",
        description="Chỉ ghi khi ký thừa lệnh (TL), thừa ủy quyền (TUQ), quyền cấp trưởng (Q); TM. và KT. tự suy ra",
    )
    deputy_for: Text | None = Field(
        None,
        alias="ky_thay",
        title="Ký thay chức vụ",
        description=Described(
            "Chức vụ của người đứng đầu đơn vị được giao ký TL., khi cấp phó của đơn vị ký thay (ND30-A.13.4); ",
            "ví dụ: Chánh Văn phòng; in «KT. CHÁNH VĂN PHÒNG» dưới «TL.»",
        ),
        max_length=100,
    )
    other_titles: Lines | None = Field(
        None,
        alias="chuc_danh_khac",
        title="Chức danh khác",
        description=Described(
            "Chức vụ khác của người ký, in ngay trên họ tên (ND30-I.2.7e3), ví dụ: Phó Chủ tịch Ủy ban nhân dân xã; ",
            Advice.SEVERAL,
        ),
    )
    co_signers: tuple[CoSigner, ...] = Field(
        (),
        alias="cung_ky",
        title="Người cùng ký",
        description="Người của cơ quan khác ký cùng (văn bản liên tịch); các bên của hợp đồng thì ghi ở chi tiết",
    )
