"""Footnotes of Word in an issued document: the words they hang on stay whole, theirs stand below."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from tests.recovering.test_typed_freely import LAST, LEAD, decision

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NOTES = ("Theo Báo cáo số 12/BC-SNV.", "Tính đến ngày 31/12/2025.")


def with_notes(word: Document, paragraphs: Sequence[Paragraph], notes: Sequence[str]) -> None:
    """Give the paragraphs a note each."""
    own = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
        for n, text in enumerate(notes, start=2)
    )
    part = Part(
        PackURI("/word/footnotes.xml"), _TYPE, f"<w:footnotes {nsdecls('w')}>{own}</w:footnotes>".encode(), None
    )
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    for n, paragraph in enumerate(paragraphs, start=2):
        paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{n}"/></w:r>'))


def _notes(word: Document) -> None:
    with_notes(word, word.paragraphs[-len(NOTES) :], NOTES)


def test_a_note_leaves_the_words_it_hangs_on_whole() -> None:
    found, _ = decision("Điều 1. Giao việc cho các phòng như sau:", "1. Rà soát quy trình", "2. Tập huấn", _notes, LAST)
    (article, _) = found.data["van_ban"][0]["noi_dung"]
    assert article["noi_dung"] == [
        {"khoan": "Rà soát quy trình[1]", "noi_dung": [{"doan": f"[1] {NOTES[0]}"}]},
        {"khoan": "Tập huấn[2]", "noi_dung": [{"doan": f"[2] {NOTES[1]}"}]},
    ]
    assert "chú thích cuối trang" in str([one["vi_sao"] for one in found.as_data()["doc_lai"] if one.get("vi_sao")])


def test_the_number_of_a_note_is_no_target() -> None:
    found, _ = decision(LEAD, "1. Hồ sơ đúng hạn đạt ≥ 95 %", "2. Họp ít nhất 04 cuộc", _notes, LAST)
    assert [one["chi_tieu"][0]["in_ra"] for one in found.data["muc_tieu"]] == ["≥ 95 %", "ít nhất 04 cuộc"]


def test_a_note_of_a_basis_is_told() -> None:
    opening = ["GIÁM ĐỐC SỞ NỘI VỤ", "Căn cứ Quy chế làm việc của Sở;", "Căn cứ Sổ tay chất lượng;"]
    found, _ = decision(_notes, "QUYẾT ĐỊNH:", "Điều 1. Giao việc.", LAST, opening=opening)
    assert [one for one in found.unheld if NOTES[0] in one]
