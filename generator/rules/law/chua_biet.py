"""Văn bản danh mục chưa có thì chương trình không đối chiếu được, người soạn phải tự đối chiếu.

Quy định: không có; đây là giới hạn của danh mục, nói ra để người soạn biết chỗ chưa được kiểm tra.

Vì sao: im lặng sẽ bị hiểu là đã kiểm tra và đúng. Tờ trình, báo cáo, công văn, thông báo, văn bản của
Đảng nhắc trong nội dung không bị nêu, vì không danh mục nào có.

Sai: Căn cứ Nghị định số 999/2023/NĐ-CP … khi danh mục không có nghị định này

Đúng: Căn cứ một văn bản có trong danh mục, hoặc đã khai trong can-cu.yaml
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.faults import Described, File
from generator.findings import Finding, Level
from generator.law.citations import Citation
from generator.law.written.numbers import symbol_of
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading
from generator.wording.characters import fold

RULE = Rule(__name__, Level.NOTE, "citation")
_LETTERS = frozenset({"Tờ trình", "Báo cáo", "Thông báo", "Công văn"})
_SIGNS_OF_LETTERS = frozenset({"ttr", "bc", "tb", "bb", "gm", "sy", "cv", "kl"})


def check(reading: CitationReading) -> Iterator[Finding]:
    """A citation the registry does not hold; of papers between offices only where they are a basis."""
    if reading.document is None and (reading.one.is_basis or not _is_letter(reading.citation)):
        what = f"{reading.label}: danh mục chưa có, không kiểm tra được"
        fix = Described("đối chiếu với bản gốc; khai vào ", File("can-cu"), " nếu dùng thường xuyên")
        yield RULE.found(what, fix, subject=reading.label)


def _is_letter(citation: Citation) -> bool:
    """Whether it is a paper between offices, which no list of legal documents holds."""
    if citation.name:
        return False
    symbol = symbol_of(citation.number)
    return (
        citation.type in _LETTERS or symbol.form in ("letter", "party", "old") or fold(symbol.kind) in _SIGNS_OF_LETTERS
    )
