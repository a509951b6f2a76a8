"""Viện dẫn lần đầu ghi đủ thời gian ban hành và tên cơ quan ban hành.

Quy định: khi viện dẫn lần đầu văn bản có liên quan, ghi đầy đủ tên loại, số, ký hiệu của văn bản, thời gian ban hành
văn bản, tên cơ quan, tổ chức ban hành văn bản và trích yếu nội dung văn bản (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần
I, mục II, khoản 6, điểm b). Văn bản đã ghi đủ ở phần căn cứ thì không phải lần đầu.

Vì sao: mỗi năm nhiều cơ quan có văn bản cùng số; không có ngày và cơ quan thì không tìm được.

Sai: «theo Kế hoạch số 15/KH-UBND» khi chưa ghi đủ ở đâu; «Nghị định số 62/2020/NĐ-CP của Chính phủ về …» không ghi
ngày

Đúng: «theo Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về …»; lần sau chỉ ghi số
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level, Unjudged
from generator.law.citations import Citation, find_numbers, title_text
from generator.parts.model import Part
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._many import together
from generator.rules.form._reading import FileReading, Said
from generator.rules.form._text import place_in
from generator.rules.form.bases._cited import cited, has_gap, numbers_of_bases
from generator.wording.characters import fold

RULE = form_rule(__name__, "M")
_DAY = late(r"ngày\s*[\d.…]|\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*\d{4}", 2)
_SUBJECT = late(r"(?:về|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi)\s", 2)
_ISSUES = late(r"(?:ban hành|xây dựng|phê duyệt)\W*$", 2)  # what the subject of the sentence issued itself
_OF = late(r"\bcủa\s+[^\W\d_a-zà-ỹđ]")  # «… về việc … của Sở Nội vụ»: who issued it may stand at the end
_NEAR = 120  # letters


def check(reading: FileReading) -> Said:
    """Each document cited by number alone that was not named in full before."""
    yield from together(_each(reading))


def _each(reading: FileReading) -> Iterator[Finding | Unjudged]:
    heads = [part.text for part in reading.components(Part.NUMBER, Part.SUBJECT, Part.LETTER_SUBJECT, Part.REFERENCE)]
    named = {citation.number for text in heads for citation in find_numbers(text)}
    known = set(map(fold, named | numbers_of_bases(reading)))
    for one in cited(reading, RULE):
        if isinstance(one, Unjudged):
            yield one
            continue
        citation = one.citation
        number = fold(citation.number)  # «11/TT-LDCL» and «11/TT-LĐCL» are one
        if number in known:
            continue
        known.add(number)
        text = one.line.line.text
        follows = text[citation.end :].lstrip()
        dated = _DAY.search(text[max(citation.start - _NEAR, 0) : citation.end + _NEAR])  # «Ngày …, Sở có Công văn …»
        bare = not dated and not citation.day_text and not citation.issuer
        if bare and citation.type and one.leads and not has_gap(follows[:30]) and not follows.startswith("("):
            yield RULE.found(
                f"viện dẫn lần đầu «{one.label}» không ghi thời gian và cơ quan ban hành",
                "ghi đủ: tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu",
                place=place_in(one.line), spot=one.spot,
            )  # fmt: skip
        elif (lacks := _half(citation, text, dated=bool(dated))) and one.leads:
            yield RULE.found(
                f"viện dẫn lần đầu «{one.label}» không ghi {lacks}",
                "ghi đủ: tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu", level=Level.WARNING,
                place=place_in(one.line), spot=one.spot,
            )  # fmt: skip


def _half(citation: Citation, text: str, *, dated: bool) -> str:
    """What a citation begun in full leaves out: the issuer where the trích yếu follows the day, the day before it."""
    if not citation.type or _ISSUES.search(text[: citation.start]):
        return ""
    rest = title_text(text, citation.title_at).strip(" ,")
    if citation.day_text and not citation.issuer and _SUBJECT.match(rest) and not _OF.search(rest):
        return "cơ quan ban hành"
    return "thời gian ban hành" if citation.issuer and not dated and _SUBJECT.match(rest) else ""
