"""The dossier: all data of one agency for one year, and the documents to issue from it."""

from __future__ import annotations

import functools

from generator.dossier.agency import Agency, Person
from generator.dossier.documents.document import Document
from generator.dossier.quality.objectives import Objective, PlanGroup
from generator.dossier.quality.results import Result
from generator.dossier.rule_choices import RuleChoice
from generator.dossier.texts import Located, typed_texts
from generator.dossier.wording import WordingChoices
from generator.law.bases import LegalDocumentEntry, Registry
from generator.law.loading.shared import shared_registry
from generator.typed.fields import Flag, Model, Text, Year
from generator.typed.models.declaring import Field
from generator.typed.source import Path_

__all__ = ["Dossier", "LegalDocumentEntry", "Settings"]


class Settings(Model):
    """How the agency wants things done where NĐ 30 leaves a choice, or practice goes another way."""

    law_numbers: Flag = Field(
        False,
        alias="so_luat",
        title="In số của luật",
        description="Nghị định 30 chỉ ghi tên và ngày của luật, pháp lệnh; «có» thì ghi cả số",
    )
    sort_bases: Flag = Field(
        False,
        alias="xep_can_cu",
        title="Tự xếp căn cứ",
        description="«có»: xếp theo thẩm quyền, thứ bậc, ngày ban hành; «không»: giữ thứ tự đã ghi",
    )
    keep_order: Flag = Field(
        False,
        alias="giu_thu_tu_can_cu",
        title="Không cảnh báo thứ tự căn cứ",
        description="«có»: giữ thứ tự đã ghi và không nhắc",
    )
    # Made without a validator, as here and below: building one of its own takes longer than the whole dossier's check.
    wording: WordingChoices = Field(
        WordingChoices.model_construct(), alias="loi_van", title="Lời văn", description="Cách viết số, dấu"
    )


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
    settings: Settings = Field(
        Settings.model_construct(), alias="cai_dat", title="Cài đặt", description="Xem mục Cài đặt"
    )
    objectives: tuple[Objective, ...] = Field((), alias="muc_tieu", title="Mục tiêu chất lượng")
    plan: tuple[PlanGroup, ...] = Field((), alias="ke_hoach", title="Kế hoạch thực hiện")
    results: tuple[Result, ...] = Field((), alias="ket_qua", title="Kết quả thực hiện")
    rule_choices: tuple[RuleChoice, ...] = Field(
        (),
        alias="quy_tac",
        title="Quy tắc",
        description="Đổi mức hoặc bỏ qua một quy tắc, kèm lý do; ví dụ: docs/quy-tac",
    )
    documents: tuple[Document, ...] = Field(alias="van_ban", title="Văn bản", min_length=1)

    @functools.cached_property
    def people(self) -> dict[str, Person]:
        """Those who can sign, by id."""
        return {person.id: person for person in self.agency.people}

    @functools.cached_property
    def registry(self) -> Registry:
        """The legal documents this dossier may cite: its own first, then the shared ones."""
        if not self.own_bases:
            return shared_registry()
        own = Registry()
        for entry in self.own_bases:
            own.add(entry.filed_under("ho-so"))
        return own.over(shared_registry())

    def decides_collectively(self, document: Document) -> bool:
        """Whether the agency as a body decides the document, as it says or as its kind does."""
        if document.authority is None:
            return self.agency.is_collective
        return document.authority == "tap_the"

    @functools.cached_property
    def texts(self) -> tuple[Located, ...]:
        """Every text of the dossier with the path of keys it was typed at."""
        return tuple(typed_texts(self))

    @functools.cached_property
    def _origins(self) -> tuple[dict[int, Path_ | None], dict[str, Path_ | None]]:
        by_identity: dict[int, Path_ | None] = {}
        by_words: dict[str, Path_ | None] = {}
        for path, text in self.texts:  # the dossier keeps its texts alive, so no id becomes another's
            by_identity[id(text)] = None if id(text) in by_identity else path
            by_words[text] = None if text in by_words else path
        return by_identity, by_words

    def origin_of(self, text: str) -> Path_ | None:
        """The path of keys the text was typed at; None for other words, and for those typed in several places.

        A text of the dossier itself is known by being it, one made anew by its words.
        """
        by_identity, by_words = self._origins
        return by_identity.get(id(text)) or by_words.get(text)

    @functools.cached_property
    def objective_numbers(self) -> dict[str, int]:
        """The number each objective is printed with, by id."""
        return {objective.id: number for number, objective in enumerate(self.objectives, start=1)}
