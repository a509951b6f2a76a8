"""The documents to issue: what each says of itself; everything else comes from the rest of the dossier."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Annotated, Any

from generator.dossier.documents.blocks import Block
from generator.dossier.documents.details import Details, all_details
from generator.dossier.documents.kinds import (
    Authority,
    Circulation,
    FileName,
    FormName,
    FreeFields,
    Secrecy,
    TypeName,
    Urgency,
)
from generator.dossier.documents.review import ReviewInput
from generator.dossier.documents.signing import Signature as Signature
from generator.dossier.quality.results import PeriodField
from generator.faults import Advice, Choice, Code, Described, Fault, words
from generator.faults import Field as FieldRef
from generator.law.types import DOCUMENT_TYPES, OTHER, DocumentType
from generator.patterns import late
from generator.typed.fields import Day, Flag, Lines, Model, Shorthand, Text, Year
from generator.typed.models.declaring import Field, field_validator, model_validator
from generator.wording.characters import fold, normalise
from generator.wording.filing import filed_at

if TYPE_CHECKING:
    from pydantic_core.core_schema import ValidationInfo

    AnyDetails = Details
else:  # the types are found when the program runs
    AnyDetails = functools.reduce(operator.or_, dict.fromkeys(all_details().values()))

NOT_FILED = "không"
"""What a dossier types of a document without the line ``Lưu``."""
_UNIT_THAT_FILES = late(r"VT\s*,\s*([^\s,;.(]+)")


class Basis(Shorthand):
    """One căn cứ line: one legal document or several by id or number, or free text."""

    short_string = "van_ban"
    short_list = "van_ban"

    references: Lines | None = Field(
        None, alias="van_ban", title="Văn bản", description="Mã hoặc số ký hiệu, ví dụ: 61/2018/NĐ-CP"
    )
    text: Text | None = Field(
        None,
        alias="loi_van",
        title="Lời văn",
        description="Dùng khi căn cứ không có trong danh mục; không ghi chữ «Căn cứ» và dấu cuối",
    )

    @model_validator(mode="after")
    def _one_form(self) -> Basis:
        if (self.references is None) == (self.text is None):
            references, text = self.ref("references"), self.ref("text")
            what = words("ghi một trong hai: ", references, " (mã, số ký hiệu) hoặc ", text, " (lời văn tự do)")
            raise Fault(Code.BASIS_TWO_WAYS, what)
        return self


_SEPARATE = "«có»: của văn bản điện tử, thành một tệp riêng có dòng chữ ký số (Mẫu 2.2); số, ngày ở «Kèm theo» để trống"


class Annex(Model):
    """One phụ lục: title, orientation, body."""

    title: Lines = Field(alias="tieu_de", title="Tiêu đề phụ lục")
    landscape: Flag = Field(False, alias="kho_ngang", title="Khổ giấy ngang")
    separate: Flag = Field(False, alias="tep_rieng", title="Tệp riêng", description=_SEPARATE)
    content: tuple[Block, ...] = Field(alias="noi_dung", title="Nội dung", min_length=1)


class AttachedText(Model):
    """A text issued with a decision (Mẫu 1.3): its own type name and subject under the two-column head."""

    type_name: Text = Field(alias="ten_loai", title="Tên loại văn bản kèm theo")
    subject: Text = Field(alias="trich_yeu", title="Trích yếu văn bản kèm theo")
    landscape: Flag = Field(False, alias="kho_ngang", title="Khổ giấy ngang")
    separate: Flag = Field(False, alias="tep_rieng", title="Tệp riêng", description=_SEPARATE)
    content: tuple[Block, ...] = Field(alias="noi_dung", title="Nội dung", min_length=1)


class Document(Model):
    """One document to issue."""

    name: FileName | None = Field(
        None, alias="ten_tep", title="Tên tệp", description="Tên tệp kết quả; để trống thì lấy tên tệp dữ liệu"
    )
    type: TypeName = Field(
        alias="loai",
        title="Tên loại",
        description=f"Ví dụ: quyết định, kế hoạch; loại mà Nghị định 30 không có: {OTHER}",
    )
    own_type: Text | None = Field(
        None,
        alias="ten_loai",
        title="Tên loại riêng",
        description=f"Chỉ của loại {OTHER}, ví dụ: Phiếu giao việc; không có tên loại thì để trống",
        max_length=200,
    )
    form: FormName | None = Field(
        None,
        alias="mau",
        title="Mẫu Word",
        description="Tên tệp mẫu riêng của văn bản này, trong thư mục mau của hồ sơ hoặc thư mục của --templates",
    )
    fields: FreeFields | None = Field(
        None, alias="truong", title="Trường của mẫu", description="Các trường mà mẫu riêng khai thêm"
    )
    number: int | None = Field(None, alias="so", title="Số", ge=1, description="Để trống khi chưa cấp số")
    symbol: Text | None = Field(
        None, alias="ky_hieu", title="Ký hiệu", description="Để trống thì ghép từ tên loại và cơ quan, ví dụ QĐ-UBND"
    )
    date: Day | None = Field(
        None,
        alias="ngay",
        title="Ngày ban hành",
        description="Để trống khi chưa ký; biên bản không in ngày này, văn bản khác dẫn biên bản theo ngày này",
    )
    year: Year | None = Field(
        None,
        alias="nam_ban_hanh",
        title="Năm ban hành",
        description="In trên bản dự thảo; để trống thì lấy năm của hồ sơ",
    )
    subject: Text = Field(alias="trich_yeu", title="Trích yếu", max_length=500)
    period: PeriodField | None = Field(
        None,
        alias="ky_bao_cao",
        title="Kỳ báo cáo",
        description="Kỳ mà báo cáo này tổng hợp: quý I, 6 tháng, 9 tháng, năm, đột xuất từ ngày … đến ngày …",
    )
    results_due: Day | None = Field(
        None,
        alias="han_so_lieu",
        title="Hạn gửi số liệu",
        description="Ngày cuối cùng các đơn vị phải gửi số liệu của kỳ; gửi sau ngày này báo cáo nêu là chậm",
    )
    authority: Authority | None = Field(
        None,
        alias="tham_quyen",
        title="Thẩm quyền ban hành",
        description=Described(
            Choice("tap_the"),
            ": cơ quan quyết định, ký TM.; ",
            Choice("nguoi_dung_dau"),
            ": người đứng đầu quyết định; để trống: ủy ban, hội đồng là ",
            Choice("tap_the"),
            ", cơ quan khác là ",
            Choice("nguoi_dung_dau"),
        ),
    )
    addressees: Lines | None = Field(
        None,
        alias="kinh_gui",
        title="Kính gửi",
        description=Described("Chỉ công văn, tờ trình, và báo cáo gửi cấp trên; ", Advice.SEVERAL_PLACES),
    )
    bases: tuple[Basis, ...] = Field((), alias="can_cu", title="Căn cứ")
    proposal: Text | None = Field(
        None, alias="theo_de_nghi", title="Theo đề nghị của", description="Không ghi chữ «Theo đề nghị của»"
    )
    urgency: Urgency | None = Field(
        None,
        alias="do_khan",
        title="Mức độ khẩn",
        description=Described(
            "Dấu đỏ dưới số, ký hiệu (ND30-I.3.2b): ", Choice("hoa_toc"), ", ", Choice("thuong_khan"), " hoặc ",
            Choice("khan"),
        ),
    )  # fmt: skip
    circulation: Circulation | None = Field(
        None,
        alias="pham_vi_luu_hanh",
        title="Phạm vi lưu hành",
        description=Described(
            "In trong khung ở lề trên (ND30-I.3.2c): ", Choice("xem_xong_tra_lai"), " hoặc ", Choice("luu_hanh_noi_bo")
        ),
    )
    secrecy: Secrecy | None = Field(
        None,
        alias="do_mat",
        title="Độ mật",
        description=Described(
            "Chỉ chừa chỗ để đóng dấu, không in dấu; không soạn nội dung mật bằng chương trình này: ",
            Choice("tuyet_mat"), ", ", Choice("toi_mat"), " hoặc ", Choice("mat"),
        ),
    )  # fmt: skip
    details: AnyDetails | None = Field(
        None,
        alias="chi_tiet",
        title="Chi tiết",
        description=f"Các trường riêng của loại: {', '.join(all_details())}",
    )
    opening: Lines | None = Field(
        None, alias="mo_dau", title="Mở đầu", description="Lời mở đầu sau căn cứ, ví dụ: … xây dựng kế hoạch như sau:"
    )
    content: tuple[Block, ...] = Field(
        (),
        alias="noi_dung",
        title="Nội dung",
        description=Described(
            "Báo cáo có ",
            FieldRef("ky_bao_cao", "Kỳ báo cáo"),
            " mà để trống thì soạn từ kết quả của kỳ; văn bản khác phải có",
        ),
    )
    direction: Lines | None = Field(
        None, alias="phuong_huong", title="Phương hướng", description="Của báo cáo soạn từ kết quả: việc kỳ tới"
    )
    proposals: Lines | None = Field(
        None, alias="de_xuat", title="Đề xuất, kiến nghị", description="Của báo cáo soạn từ kết quả"
    )
    review: tuple[ReviewInput, ...] = Field(
        (),
        alias="xem_xet",
        title="Xem xét của lãnh đạo",
        description="Đầu vào cuộc xem xét của lãnh đạo (TCVN ISO 9001:2015, 9.3.2), của báo cáo in phần ấy",
    )
    recipients: tuple[Text, ...] = Field(
        alias="noi_nhan", title="Nơi nhận", description="Không ghi gạch đầu dòng, dấu chấm phẩy và dòng Lưu"
    )
    implementers: Flag = Field(
        True,
        alias="nhu_dieu",
        title="Như Điều …",
        description="Nghị quyết, quyết định tự ghi «Như Điều» cuối vào đầu nơi nhận",
    )
    filing: Text = Field(
        "VT",
        alias="luu",
        title="Lưu",
        description="Ví dụ: VT, KT (2); «không»: văn bản đã ban hành không có dòng này",
    )
    drafter: Annotated[Text, Field(pattern=r"^[A-ZĐ]{1,10}$")] | None = Field(
        None,
        alias="nguoi_soan",
        title="Ký hiệu người soạn thảo",
        description="Chữ in hoa, in sau dòng Lưu cùng số bản, ví dụ: PL (ND30-I.3.3)",
    )
    copies: int | None = Field(
        None, alias="so_ban", title="Số bản phát hành", ge=1, le=999, description="In sau ký hiệu người soạn: PL.(300)"
    )
    with_contact: Flag = Field(
        False,
        alias="in_lien_he",
        title="In địa chỉ liên hệ",
        description="«có»: in địa chỉ, điện thoại … của cơ quan ở chân trang đầu (ND30-I.3.4)",
    )
    signature: Signature = Field(alias="ky", title="Chữ ký", description="Của biên bản: người ký là chủ tọa")
    attached: tuple[AttachedText, ...] = Field((), alias="van_ban_kem_theo", title="Văn bản kèm theo")
    annexes: tuple[Annex, ...] = Field((), alias="phu_luc", title="Phụ lục")

    @field_validator("details")
    @classmethod
    def _details_of_the_type(cls, value: Any, info: ValidationInfo) -> Any:
        if value is None or "type" not in info.data:
            return None  # an unknown type has been said
        details = all_details().get(info.data["type"])
        if details is None:
            what = f"{info.data['type']} không có trường riêng"
            raise Fault(Code.NO_DETAILS, what, words("bỏ ", cls.ref("details")))
        return details.model_validate(value)

    @model_validator(mode="before")
    @classmethod
    def _of_another_kind(cls, data: Any) -> Any:
        """What the decree does not know need not go to anyone."""
        if isinstance(data, dict) and str(data.get("loai", "")).strip().lower() == OTHER:
            return {"noi_nhan": (), **data}
        return data

    @model_validator(mode="before")
    @classmethod
    def _filed_below_the_recipients(cls, data: Any) -> Any:
        """``Lưu: VT`` typed as the last recipient, as people write it by hand, says where it is filed."""
        given = data.get("noi_nhan") if isinstance(data, dict) else None
        if not isinstance(given, list) or not given or not isinstance(given[-1], str):
            return data
        typed = filed_at(normalise(given[-1]).strip())
        if typed is None:
            return data
        filing = data.get("luu") or typed
        if fold(str(filing)) != fold(typed):
            what = words("dòng cuối của ", cls.ref("recipients"), f" là «{given[-1].strip()}», ", cls.ref("filing"))
            raise Fault(Code.FILED_TWICE, words(what, f" ghi «{filing}»"), "để một chỗ ghi nơi lưu, bỏ chỗ kia")
        return {**data, "noi_nhan": given[:-1], "luu": filing}

    @property
    def kind(self) -> DocumentType:
        """Its type: one of the decree's, or of no name but its own, and without abbreviation."""
        return DOCUMENT_TYPES.get(self.type) or DocumentType(self.own_type or "", "")

    @property
    def called(self) -> str:
        """What its type is called inside a sentence."""
        return self.type if self.type != OTHER else (self.own_type or "văn bản").lower()

    @property
    def drafting_unit(self) -> str:
        """The abbreviation of the unit that drafted the document, as the ``Lưu`` line names it; '' for none."""
        found = _UNIT_THAT_FILES.search(self.filing)
        return found[1] if found else ""

    @property
    def is_filed(self) -> bool:
        """Whether it prints the line ``Lưu``: issued documents of others may lack it."""
        return self.filing.casefold() != NOT_FILED

    @property
    def judges_results(self) -> bool:
        """Whether it judges the results of a period."""
        return self.period is not None

    @property
    def made_of_results(self) -> bool:
        """Whether its body is left to be composed from the results of its period."""
        return self.type == "báo cáo" and self.period is not None and not self.content

    @property
    def is_draft(self) -> bool:
        """Whether number or date is still missing."""
        return self.date is None or (self.number is None and self.type != OTHER)
