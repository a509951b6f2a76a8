"""A legal document as the registry, or an agency, writes it down."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.dossier.fields import Day, Ident, Model, Text
from generator.law.bases import LegalDocument

Verification = Literal["hai nguồn", "một nguồn", "chưa xác minh"]


class LegalEntry(Model):
    """A legal document of which some parts may not have been verified: those are left out, and it cannot be cited."""

    id: Ident = Field(title="Mã văn bản")
    type: Text = Field(alias="loai", title="Tên loại")
    kind: Literal["quy phạm", "cá biệt", "tiêu chuẩn", "hợp nhất"] = Field(
        "quy phạm", alias="nhom", title="Nhóm văn bản"
    )
    number: Text | None = Field(None, alias="so", title="Số, ký hiệu", description="Ví dụ: 19/2014/QĐ-TTg")
    issuer: Text | None = Field(None, alias="co_quan", title="Cơ quan ban hành")
    issuer_variants: tuple[Text, ...] = Field(
        (), alias="co_quan_khac", title="Cách ghi khác của cơ quan ban hành", description="Được coi là đúng"
    )
    issued: Day | None = Field(None, alias="ngay", title="Ngày ban hành")
    title: Text | None = Field(
        None, alias="ten", title="Trích yếu", description="Đúng như văn bản, kể cả chữ «về» nếu có"
    )
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
    last_seen: Day | None = Field(None, alias="con_hieu_luc_den", title="Ngày gần nhất thấy còn hiệu lực")
    note: Text | None = Field(None, alias="ghi_chu", title="Ghi chú")

    def to_document(self, field: str = "") -> LegalDocument:
        """The same, as the law layer knows it; ``field`` is the file of the registry it stands in."""
        return LegalDocument(
            id=self.id, type=self.type, number=self.number or "", issuer=self.issuer or "", issued=self.issued,
            title=self.title or "", effective=self.effective, expired=self.expired, status=self.status,
            replaced_by=self.replaced_by, amended_by=self.amended_by, verification=self.verification,
            status_verification=self.status_verification, last_seen_in_force=self.last_seen,
            issuer_variants=self.issuer_variants, kind=self.kind, field=field, note=self.note or "",
            warn_from=self.warn_from,
        )  # fmt: skip


class LegalDocumentEntry(LegalEntry):
    """A legal document an agency adds: it is there to be cited, so nothing that a citation needs may be missing."""

    number: Text = Field(alias="so", title="Số, ký hiệu", description="Ví dụ: 19/2014/QĐ-TTg")
    issuer: Text = Field(alias="co_quan", title="Cơ quan ban hành")
    issued: Day = Field(alias="ngay", title="Ngày ban hành")
    title: Text = Field(alias="ten", title="Trích yếu", description="Đúng như văn bản, kể cả chữ «về» nếu có")
