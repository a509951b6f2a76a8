"""Documents on their way from draft to issued (Điều 10 to 19), each step by a person."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from generator.store.models.base import At, Base, Key


class Stage(StrEnum):
    """How far a document has come; the values are what is kept."""

    DRAFT = "du_thao"
    SUBMITTED = "da_trinh"
    CONTENT = "da_duyet_noi_dung"
    FORM = "da_duyet_the_thuc"
    SIGNED = "da_ky"
    ISSUED = "da_ban_hanh"
    RECALLED = "da_thu_hoi"
    REPLACED = "da_thay_the"


STAGE_NAMES = {
    Stage.DRAFT: "Dự thảo",
    Stage.SUBMITTED: "Đã trình, chờ duyệt nội dung",
    Stage.CONTENT: "Đã duyệt nội dung, chờ duyệt thể thức",
    Stage.FORM: "Đã duyệt thể thức, chờ ký",
    Stage.SIGNED: "Đã ký, chờ cấp số",
    Stage.ISSUED: "Đã ban hành",
    Stage.RECALLED: "Đã thu hồi",
    Stage.REPLACED: "Đã được thay thế",
}


OVER = frozenset((Stage.ISSUED, Stage.RECALLED, Stage.REPLACED))
"""What is issued waits for nobody, though it can still be recalled."""


class Paper(Base):
    """One document of a dossier on its way.

    ``version`` and ``draft_sha`` say what was submitted and approved: the dossier's version, and the DOCX without
    number and date (where parts have files of their own, a zip of all).
    ``docx_sha`` and ``pdf_sha`` are what was issued. ``revision`` grows with every step, so that two people who act at
    once do not both succeed.
    """

    __tablename__ = "paper"
    __table_args__ = (UniqueConstraint("dossier_id", "name"),)

    id: Mapped[Key]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"))
    name: Mapped[str] = mapped_column(String(200))
    type_name: Mapped[str] = mapped_column(String(100), default="")
    subject: Mapped[str] = mapped_column(String(500), default="")
    stage: Mapped[str] = mapped_column(String(24), default=Stage.DRAFT.value, index=True)
    revision: Mapped[int] = mapped_column(default=0)
    drafter_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    version: Mapped[int | None]
    draft_sha: Mapped[str | None] = mapped_column(ForeignKey("blob.sha"))
    docx_sha: Mapped[str | None] = mapped_column(ForeignKey("blob.sha"))
    pdf_sha: Mapped[str | None] = mapped_column(ForeignKey("blob.sha"))
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"))
    created: Mapped[At]


class Step(Base):
    """One step of a document: by whom, from which stage to which, of which version and bytes, with what remark."""

    __tablename__ = "step"

    id: Mapped[Key]
    paper_id: Mapped[int] = mapped_column(ForeignKey("paper.id"), index=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[At]
    action: Mapped[str] = mapped_column(String(24))
    before: Mapped[str] = mapped_column(String(24))
    after: Mapped[str] = mapped_column(String(24))
    version: Mapped[int | None]
    sha: Mapped[str | None] = mapped_column(ForeignKey("blob.sha"))
    remark: Mapped[str] = mapped_column(Text, default="")
    related_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"))  # what recalls, replaces or corrects it
