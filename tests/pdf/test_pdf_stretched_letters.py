"""Letters drawn wider, narrower or with a shadow."""

from __future__ import annotations

import pypdfium2
import pytest

from generator.layout.tree import TextFormat
from generator.pdf import convert
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import text_width
from tests.agreement.reading.extraction import pages_of
from tests.layout.word_maker import make, para, run
from tests.pdf.pdf_lines import lines
from tests.pdf.test_pdf_drawings import pdf_of


def test_spaces_drawn_wider_move_the_word_behind_them() -> None:
    wide = "<w:r><w:rPr><w:w w:val='200'/></w:rPr><w:t xml:space='preserve'> </w:t></w:r>"
    page = pypdfium2.PdfDocument(pdf_of(para(run("một") + wide + run("hai"))))[0].get_textpage()
    narrow = pypdfium2.PdfDocument(pdf_of(para(run("một hai"))))[0].get_textpage()
    moved = [text.get_charbox(text.get_text_range().index("h"))[0] for text in (page, narrow)]
    assert moved[0] - moved[1] == pytest.approx(14 / 4, abs=0.2)


@pytest.mark.parametrize("share", [80, 90, 150])
@pytest.mark.parametrize("spacing", [0, -10, 20])
def test_letters_drawn_wider_or_narrower_take_that_room(share: int, spacing: int) -> None:
    look = f'<w:spacing w:val="{spacing}"/>'
    plain, drawn = (
        pages_of(pdf_of(para(run("Cộng hòa xã hội", look + more) + run(" chủ nghĩa"))))[0]
        for more in ("", f'<w:w w:val="{share}"/>')
    )
    assert drawn[0].text == plain[0].text
    assert drawn[0].y == plain[0].y
    letters = text_width(Faces(bundled_only=True), "Cộng hòa xã hội", TextFormat(size=14.0))
    # The room between letters stays as it is, also behind the last one.
    assert drawn[0].end - plain[0].end == pytest.approx(letters * (share / 100 - 1), abs=0.2)


def test_a_paragraph_of_narrow_letters_breaks_where_they_have_no_room() -> None:
    text = "Ủy ban nhân dân xã báo cáo kết quả thực hiện mục tiêu chất lượng năm 2026 như sau của các đơn vị "
    (narrow,) = pages_of(pdf_of(para(run(text * 4, '<w:w w:val="70"/>'), '<w:jc w:val="both"/>')))
    (plain,) = pages_of(pdf_of(para(run(text * 4), '<w:jc w:val="both"/>')))
    assert len(narrow) < len(plain)
    assert all(line.end == pytest.approx(595.3 - 56.7, abs=1.0) for line in narrow[:-1])
    assert "".join(line.text for line in narrow) == "".join(line.text for line in plain)


_RED = '<w:color w:val="FF0000"/>'


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        (("số công cộng EFY-CA, với các",), ("sốcôngcộngEFY-", "CA,vớicác")),
        (("số công cộng EFY", "-CA, với các"), ("sốcôngcộngEFY-", "CA,vớicác")),
        (("số công cộng EFY-", "CA, với các"), ("sốcôngcộngEFY-", "CA,vớicác")),
        (("số công cộng-E", "FYCA, với các"), ("sốcôngcộng-", "EFYCA,vớicác")),
        (("số công cộng hai E", "FYCA, với"), ("sốcôngcộnghai", "EFYCA,với")),
        (("số công cộng Nam/", "Nữ, với các"), ("sốcôngcộng", "Nam/Nữ,vớicác")),
    ],
)
def test_lines_of_wide_letters_end_behind_hyphens_and_nowhere_else_in_a_word(
    runs: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    wide = '<w:w w:val="105"/><w:sz w:val="24"/>'
    content = "".join(run(text, wide + _RED * (number % 2)) for number, text in enumerate(runs))
    (page,) = pages_of(pdf_of(para(content, f'<w:ind w:right="{9071 - 2300}"/>')))
    assert tuple(line.text for line in page) == shown


@pytest.mark.parametrize("first", ["", '<w:w w:val="93"/>'])
def test_a_word_of_several_widths_is_not_parted(first: str) -> None:
    word = run("T", first) + run("RƯ", '<w:w w:val="93"/>') + run("ỜNG", '<w:w w:val="90"/>')
    for count in range(20, 40):
        found = pages_of(pdf_of(para(run("n" * count + " ") + word)))[0]
        assert [line.text for line in found] in (["n" * count + "TRƯỜNG"], ["n" * count, "TRƯỜNG"])


def test_letters_with_a_shadow_are_printed_and_the_shadow_is_told() -> None:
    made = convert(make(para("<w:r><w:rPr><w:shadow/></w:rPr><w:t>Quốc hiệu</w:t></w:r>")), bundled_fonts=True)
    assert [line.text for line in lines(made.pdf)] == ["Quốchiệu"]
    assert "không có bóng" in " ".join(made.notes)
