"""Legal documents by identity, and how one is cited as a căn cứ or in running text."""

from __future__ import annotations

from dataclasses import field
from typing import Any, ClassVar, Literal, Self

from generator.records import record
from generator.typed.fields import Day, Ident, Record, Text
from generator.typed.models.declaring import Field
from generator.wording.times.dates import long_date

Verification = Literal["hai nguồn", "một nguồn", "chưa xác minh"]

_CITED_BY_NAME_AND_DATE = ("luật", "bộ luật", "pháp lệnh")


class NotCitableError(ValueError):
    """The document cannot be cited: a part of its identity was never verified. The message is Vietnamese."""


def number_key(number: str) -> str:
    """The number as it is compared: no spaces, no case (``19/2014/qđ-ttg``)."""
    return "".join(number.split()).casefold()


class LegalDocument(Record):
    """One legal document, as written down: what identifies it, when it is in force, how well that was verified.

    What was not verified is left out: None, or empty for a text; such a document may not be citable.
    ``warn_from`` is the day from which its end must be feared when ``expired`` is not known.
    """

    id: Ident = Field(title="Mã văn bản")
    type: Text = Field(alias="loai", title="Tên loại")
    kind: Literal["quy phạm", "cá biệt", "tiêu chuẩn", "hợp nhất"] = Field(
        "quy phạm", alias="nhom", title="Nhóm văn bản"
    )
    number: Text = Field("", alias="so", title="Số, ký hiệu", description="Ví dụ: 19/2014/QĐ-TTg")
    issuer: Text = Field("", alias="co_quan", title="Cơ quan ban hành")
    issuer_variants: tuple[Text, ...] = Field(
        (), alias="co_quan_khac", title="Cách ghi khác của cơ quan ban hành", description="Được coi là đúng"
    )
    issued: Day | None = Field(None, alias="ngay", title="Ngày ban hành")
    title: Text = Field("", alias="ten", title="Trích yếu", description="Đúng như văn bản, kể cả chữ «về» nếu có")
    effective: Day | None = Field(None, alias="hieu_luc", title="Ngày có hiệu lực")
    expired: Day | None = Field(
        None, alias="het_hieu_luc", title="Ngày hết hiệu lực", description="Ngày đầu tiên không còn hiệu lực"
    )
    warn_from: Day | None = Field(
        None,
        alias="canh_bao_tu",
        title="Cảnh báo từ ngày",
        description="Dùng khi biết văn bản đã hết hiệu lực mà chưa xác minh được ngày",
    )
    status: Literal["còn hiệu lực", "hết hiệu lực", "hết hiệu lực một phần", "chưa xác định"] = Field(
        "chưa xác định", alias="tinh_trang", title="Tình trạng"
    )
    replaced_by: tuple[Text, ...] = Field((), alias="thay_the_boi", title="Thay thế bởi")
    amended_by: tuple[Text, ...] = Field((), alias="sua_doi_boi", title="Sửa đổi bởi")
    verification: Verification = Field("chưa xác minh", alias="xac_minh", title="Mức xác minh")
    status_verification: Verification = Field("chưa xác minh", alias="xac_minh_hieu_luc", title="Mức xác minh hiệu lực")
    last_seen_in_force: Day | None = Field(None, alias="con_hieu_luc_den", title="Ngày gần nhất thấy còn hiệu lực")
    note: Text | None = Field(None, alias="ghi_chu", title="Ghi chú")
    _field: ClassVar[str] = ""  # what an instance notes of itself beside its fields

    @property
    def field(self) -> str:
        """The field of law it is filed under: the name of the registry's file, without suffix."""
        return self._field

    @classmethod
    def known(cls, field: str = "", **values: Any) -> LegalDocument:
        """A document of values that need no check, named as the attributes are: of those checked before."""
        made = cls.model_construct(**values)
        vars(made)["_field"] = field
        return made

    def filed_under(self, field: str) -> Self:
        """The same document, filed under the field."""
        filed = self.model_copy(update={})
        vars(filed)["_field"] = field
        return filed

    @property
    def named_by_title(self) -> bool:
        """Whether it is luật, bộ luật or pháp lệnh, which go by name and date (ND30-I.2.6a3)."""
        return self.type.lower() in _CITED_BY_NAME_AND_DATE

    @property
    def short(self) -> str:
        """Type and number, or the name of a law, as later mentions have it (ND30-I.2.6b2, ND30-I.2.6b3)."""
        if self.named_by_title or not self.number:
            return self.title or f"{self.type} {self.number}".strip()
        return self.number if self.kind == "tiêu chuẩn" else f"{self.type} số {self.number}"

    @property
    def label(self) -> str:
        """What messages call it: ``short``, and for a law its number too, since several share a name."""
        return f"{self.short} (số {self.number})" if self.named_by_title and self.number else self.short

    @property
    def why_not_citable(self) -> str:
        """Why it must not be cited, in Vietnamese; empty when it may be."""
        if self.kind == "tiêu chuẩn":
            return f"{self.number} là tiêu chuẩn, không dẫn như một văn bản"
        parts = {"số": self.number, "cơ quan ban hành": self.issuer, "ngày ban hành": self.issued, "tên": self.title}
        if self.named_by_title:
            del parts["số"], parts["cơ quan ban hành"]
        missing = [name for name, value in parts.items() if not value]
        return f"{self.label} chưa xác minh được {', '.join(missing)}" if missing else ""

    @property
    def cite(self) -> str:
        """The document as a legal basis names it, without «Căn cứ» and without closing sign.

        Luật and pháp lệnh go by name and date (ND30-I.2.6a3), all others in full (ND30-I.2.6a2).
        Raises NotCitableError when a part was never verified.
        """
        return self.cited()

    def cited(self, *, law_numbers: bool = False) -> str:
        """``cite``, with the number of a law printed too when ``law_numbers`` asks for it."""
        if self.issued is None or self.why_not_citable:
            raise NotCitableError(self.why_not_citable)
        if self.named_by_title:
            number = f" số {self.number}" if law_numbers and self.number else ""
            return f"{self.title}{number} {long_date(self.issued)}"
        return f"{self.type} số {self.number} {long_date(self.issued)} của {self.issuer} {self.title}"

    def mentioned(self, *, first: bool) -> str:
        """The document in running text: in full the first time, then by type and number (ND30-I.2.6b).

        Raises NotCitableError when a full mention lacks a verified part.
        """
        return self.short if self.named_by_title or not first else self.cite

    @property
    def issuers(self) -> tuple[str, ...]:
        """The forms of the issuer's name that are accepted, the proper one first."""
        body = self.issuer.removeprefix("Bộ trưởng, Chủ nhiệm ").removeprefix("Bộ trưởng ")
        return tuple(dict.fromkeys(name for name in (self.issuer, *self.issuer_variants, body) if name))


class LegalDocumentEntry(LegalDocument):
    """A legal document an agency adds: it is there to be cited, so nothing that a citation needs may be missing."""

    number: Text = Field(alias="so", title="Số, ký hiệu", description="Ví dụ: 19/2014/QĐ-TTg")
    issuer: Text = Field(alias="co_quan", title="Cơ quan ban hành")
    issued: Day = Field(alias="ngay", title="Ngày ban hành")
    title: Text = Field(alias="ten", title="Trích yếu", description="Đúng như văn bản, kể cả chữ «về» nếu có")


@record()
class Registry:
    """Legal documents found by id or by number; the first source given wins over later ones."""

    by_id: dict[str, LegalDocument] = field(default_factory=dict)
    by_number: dict[str, list[LegalDocument]] = field(default_factory=dict)

    def add(self, document: LegalDocument) -> None:
        """Take the document in; a document of the same id already there is kept."""
        if document.id in self.by_id:
            return
        self.by_id[document.id] = document
        if document.number:
            self.by_number.setdefault(number_key(document.number), []).append(document)

    def find(self, reference: str) -> list[LegalDocument]:
        """The documents the id or number names: none, one, or several that share the number."""
        if reference in self.by_id:
            return [self.by_id[reference]]
        return self.by_number.get(number_key(reference), [])

    def all_of(self, references: tuple[str, ...]) -> list[LegalDocument]:
        """Every document the ids or numbers name; those not here are left out."""
        return [found for reference in references for found in self.find(reference)]

    def over(self, base: Registry) -> Registry:
        """A registry of these documents first, then those of ``base`` whose id and number are not here."""
        merged = Registry(dict(self.by_id), {key: list(value) for key, value in self.by_number.items()})
        for document in base.by_id.values():
            if number_key(document.number) not in self.by_number:
                merged.add(document)
        return merged
