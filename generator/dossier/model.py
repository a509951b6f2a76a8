"""The dossier: all data of one agency for one year, and the documents to issue from it."""

from __future__ import annotations

import functools
from typing import Literal

from pydantic import Field

from generator.dossier.agency import Agency, Person
from generator.dossier.documents import Document
from generator.dossier.fields import Day, Ident, Model, Text, Year
from generator.dossier.objectives import Objective, PlanGroup
from generator.law.bases import LegalDocument

Verification = Literal["hai nguồn", "một nguồn", "chưa xác minh"]


class LegalDocumentEntry(Model):
    """A legal document as the registry or an agency writes it down."""

    id: Ident = Field(title="Mã văn bản")
    type: Text = Field(alias="loai", title="Tên loại")
    number: Text = Field(alias="so", title="Số, ký hiệu", description="Ví dụ: 19/2014/QĐ-TTg")
    issuer: Text = Field(alias="co_quan", title="Cơ quan ban hành")
    issued: Day = Field(alias="ngay", title="Ngày ban hành")
    title: Text = Field(alias="ten", title="Trích yếu", description="Đúng như văn bản, kể cả chữ «về» nếu có")
    effective: Day | None = Field(None, alias="hieu_luc", title="Ngày có hiệu lực")
    expired: Day | None = Field(None, alias="het_hieu_luc", title="Ngày hết hiệu lực")
    status: Literal["còn hiệu lực", "hết hiệu lực", "hết hiệu lực một phần", "chưa xác định"] = Field(
        "chưa xác định", alias="tinh_trang", title="Tình trạng"
    )
    replaced_by: tuple[Text, ...] = Field((), alias="thay_the_boi", title="Thay thế bởi")
    amended_by: tuple[Text, ...] = Field((), alias="sua_doi_boi", title="Sửa đổi bởi")
    verification: Verification = Field("chưa xác minh", alias="xac_minh", title="Mức xác minh")
    status_verification: Verification = Field("chưa xác minh", alias="xac_minh_hieu_luc", title="Mức xác minh hiệu lực")
    last_seen: Day | None = Field(None, alias="con_hieu_luc_den", title="Ngày gần nhất thấy còn hiệu lực")

    def to_document(self) -> LegalDocument:
        """The same, as the law layer knows it."""
        return LegalDocument(
            id=self.id, type=self.type, number=self.number, issuer=self.issuer, issued=self.issued,
            title=self.title, effective=self.effective, expired=self.expired, status=self.status,
            replaced_by=self.replaced_by, amended_by=self.amended_by, verification=self.verification,
            status_verification=self.status_verification, last_seen_in_force=self.last_seen,
        )  # fmt: skip


class Dossier(Model):
    """All data of one agency for one year, and the documents to issue."""

    year: Year = Field(alias="nam", title="Năm", description="Năm của mục tiêu, kế hoạch")
    note: Text | None = Field(None, alias="ghi_chu", title="Ghi chú", description="Không in ra")
    agency: Agency = Field(alias="co_quan", title="Cơ quan")
    own_bases: tuple[LegalDocumentEntry, ...] = Field(
        (),
        alias="can_cu",
        title="Căn cứ riêng",
        description="Văn bản của cơ quan, của tỉnh chưa có trong danh mục chung",
    )
    objectives: tuple[Objective, ...] = Field((), alias="muc_tieu", title="Mục tiêu chất lượng")
    plan: tuple[PlanGroup, ...] = Field((), alias="ke_hoach", title="Kế hoạch thực hiện")
    documents: tuple[Document, ...] = Field(alias="van_ban", title="Văn bản", min_length=1)

    @functools.cached_property
    def people(self) -> dict[str, Person]:
        """Those who can sign, by id."""
        return {person.id: person for person in self.agency.people}

    def decides_collectively(self, document: Document) -> bool:
        """Whether the agency as a body decides the document, as it says or as its kind does."""
        if document.authority is None:
            return self.agency.is_collective
        return document.authority == "tap_the"

    @functools.cached_property
    def objective_numbers(self) -> dict[str, int]:
        """The number each objective is printed with, by id."""
        return {objective.id: number for number, objective in enumerate(self.objectives, start=1)}
