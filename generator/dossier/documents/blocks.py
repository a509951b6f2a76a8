"""The body of a document as a clerk writes it: a list of units, each named by what it is."""

from __future__ import annotations

from typing import Any, Literal

from generator.dossier.documents.tables import ColumnChoice, DataTable
from generator.faults import Choice, Code, Described, Fault, listed, words
from generator.patterns import late
from generator.typed.fields import Flag, Lines, Shorthand, Text
from generator.typed.models.declaring import Field, model_validator

UNITS = {
    "part": "phan",
    "chapter": "chuong",
    "section": "muc",
    "article": "dieu",
    "article_heading": "dieu_tieu_de",
    "clause": "khoan",
    "clause_heading": "khoan_tieu_de",
    "point": "diem",
    "dash": "gach",
    "plus": "cong",
    "paragraph": "doan",
    "centred": "doan_giua",
    "table": "bang",
    "objectives": "muc_tieu",
    "plan": "ke_hoach",
    "results": "ket_qua",
}
"""The units a block can be: field name → key in the dossier."""

ResultsPart = Literal[
    "tong_hop",
    "bang",
    "khong_dat",
    "tien_do",
    "so_lieu",
    "bieu_do",
    "xu_huong",
    "luy_ke",
    "xep_hang",
    "don_vi_thieu",
    "hanh_dong",
    "dinh_chinh",
    "xem_xet",
]
"""The parts of a report that are made of the results of its period."""

_OWN_NUMBERS = {
    "article": late(r"Điều \d+[.:]"),
    "article_heading": late(r"Điều \d+[.:]"),
    "clause": late(r"\d+[.)] "),
    "clause_heading": late(r"\d+[.)] "),
    "point": late(r"[a-zđ]\) "),
    "section": late(r"[IVX]+\. "),
}


_USUAL_COLUMNS = "Để trống thì in các cột thường dùng mà hồ sơ có điền"


class ObjectivesView(Shorthand):
    """How the dossier's objectives are printed: as khoản, headings or not, as điểm, as dashes, or as a table."""

    short_string = "dang"

    form: Literal["khoan", "khoan_tieu_de", "diem", "gach", "bang"] = Field(alias="dang", title="Dạng")
    points: Literal["diem", "gach", "cong", "doan"] | None = Field(
        None, alias="diem", title="Các điểm", description="Các điểm của mục tiêu in thành gì, khi không theo dạng"
    )
    columns: tuple[ColumnChoice, ...] | None = Field(None, alias="cot", title="Cột", description=_USUAL_COLUMNS)
    numbers: Literal["lien_tuc", "theo_nhom"] = Field(
        "lien_tuc",
        alias="danh_so",
        title="Đánh số",
        description="Chỉ của bảng: số thứ tự liên tục, hoặc từ 1 ở mỗi nhóm",
    )


class PlanView(Shorthand):
    """How the dossier's plan is printed: one table grouped by objective, or a heading and a table for each."""

    short_string = "dang"

    form: Literal["bang", "theo_muc_tieu"] = Field(alias="dang", title="Dạng")
    columns: tuple[ColumnChoice, ...] | None = Field(None, alias="cot", title="Cột", description=_USUAL_COLUMNS)
    heading: Text = Field(
        "Mục tiêu chất lượng số {so}: {noi_dung}",
        alias="tieu_de",
        title="Tiêu đề từng mục tiêu",
        description=Described("Chỉ dùng với dạng ", Choice("theo_muc_tieu"), "; {so} và {noi_dung} lấy từ mục tiêu"),
    )
    groups: tuple[int, ...] | None = Field(
        None,
        alias="nhom",
        title="Các nhóm",
        description="Số thứ tự của các nhóm được in, như ghi trong kế hoạch; để trống là tất cả",
    )
    numbers: Literal["theo_nhom", "lien_tuc", "nhieu_cap"] = Field(
        "theo_nhom",
        alias="danh_so",
        title="Đánh số",
        description="Số thứ tự công việc: từ 1 ở mỗi nhóm; liên tục; hoặc 1.1, 1.2 dưới mục tiêu số 1",
    )


class Block(Shorthand):
    """One unit of a body, with the units inside it; a bare string is a paragraph (``- …`` a dash, ``+ …`` a plus)."""

    short_string = "doan"

    part: Text | None = Field(None, alias="phan", title="Phần", description="Tiêu đề phần; số La Mã tự đánh")
    chapter: Text | None = Field(None, alias="chuong", title="Chương", description="Tiêu đề chương")
    section: Text | None = Field(
        None, alias="muc", title="Mục", description="Tiêu đề mục; I, II, III tự đánh (trong chương: Mục 1, Mục 2)"
    )
    article: Text | None = Field(None, alias="dieu", title="Điều", description="Lời của Điều không có tiêu đề")
    article_heading: Text | None = Field(None, alias="dieu_tieu_de", title="Điều có tiêu đề")
    clause: Text | None = Field(None, alias="khoan", title="Khoản", description="Lời của khoản; 1, 2, 3 tự đánh")
    clause_heading: Text | None = Field(None, alias="khoan_tieu_de", title="Khoản có tiêu đề")
    point: Text | None = Field(None, alias="diem", title="Điểm", description="a, b, c, d, đ, e tự đánh")
    dash: Text | None = Field(None, alias="gach", title="Gạch đầu dòng")
    plus: Text | None = Field(None, alias="cong", title="Dấu cộng đầu dòng")
    paragraph: Text | None = Field(None, alias="doan", title="Đoạn văn")
    centred: Lines | None = Field(None, alias="doan_giua", title="Đoạn văn căn giữa")
    table: DataTable | None = Field(None, alias="bang", title="Bảng")
    objectives: ObjectivesView | None = Field(None, alias="muc_tieu", title="In mục tiêu của hồ sơ")
    plan: PlanView | None = Field(None, alias="ke_hoach", title="In kế hoạch của hồ sơ")
    results: ResultsPart | None = Field(
        None,
        alias="ket_qua",
        title="In kết quả của kỳ báo cáo",
        description=Described(
            Choice("tong_hop"),
            ": kết quả chung; ",
            Choice("bang"),
            ": bảng từng chỉ tiêu; ",
            Choice("khong_dat"),
            ": chỉ tiêu không đạt, nguyên nhân, khắc phục; ",
            Choice("tien_do"),
            ": tiến độ kế hoạch; ",
            Choice("so_lieu"),
            ": bảng số liệu chi tiết, nên đặt khổ ngang; ",
            Choice("bieu_do"),
            ": biểu đồ kết quả so với chỉ tiêu; ",
            Choice("xu_huong"),
            ": biểu đồ qua các quý; ",
            Choice("luy_ke"),
            ": lũy kế so với kế hoạch năm; ",
            Choice("xep_hang"),
            ": xếp hạng các đơn vị; ",
            Choice("don_vi_thieu"),
            ": đơn vị thiếu số liệu, báo cáo chậm; ",
            Choice("hanh_dong"),
            ": hành động khắc phục kỳ trước; ",
            Choice("dinh_chinh"),
            ": số liệu được đính chính; ",
            Choice("xem_xet"),
            ": đầu vào xem xét của lãnh đạo",
        ),
    )
    content: tuple[Block, ...] = Field((), alias="noi_dung", title="Nội dung bên trong")
    bold: Flag = Field(False, alias="dam", title="In đậm", description="Chỉ dùng với đoạn văn")
    italic: Flag = Field(False, alias="nghieng", title="In nghiêng", description="Chỉ dùng với đoạn văn")

    @classmethod
    def from_string(cls, text: str) -> dict[str, Any]:
        """A paragraph, or the dash or plus its first characters ask for."""
        for prefix, key in (("- ", "gach"), ("+ ", "cong")):
            if text.startswith(prefix):
                return {key: text[len(prefix) :]}
        return {cls.short_string: text}

    @model_validator(mode="after")
    def _one_unit(self) -> Block:
        units = [self.ref(name) for name in UNITS if getattr(self, name) is not None]
        if len(units) == 1:
            return self
        if units:
            what = words(f"một ô nội dung chỉ là một loại, ở đây có {len(units)}: ", listed(units))
            raise Fault(Code.TWO_UNITS, what, "tách ra từng ô")
        known = listed(self.ref(name) for name in UNITS)
        raise Fault(Code.NO_UNIT, "không rõ ô này là gì", words("ghi một trong: ", known))

    @model_validator(mode="after")
    def _numbers_left_to_us(self) -> Block:
        for name, pattern in _OWN_NUMBERS.items():
            text = getattr(self, name)
            typed = pattern.match(text) if text else None
            if typed:
                fix = "chương trình tự đánh số, xóa phần đó"
                raise Fault(Code.OWN_NUMBER, f"không ghi số «{typed[0].strip()}»", fix)
        return self

    @property
    def unit(self) -> str:
        """The field name of the unit this block is, e.g. ``article``."""
        return next(name for name in UNITS if getattr(self, name) is not None)
