"""Where lines may end inside words and beside marks, and where not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.pdf import convert
from tests.layout.word_maker import PAGE_FIELD, make, para, run
from tests.pdf.pdf_lines import lines, page_count
from tests.pdf.test_pdf_text import text_of


@pytest.mark.parametrize(
    "text",
    ["520/QĐ-UBND", "30/2020/NĐ-CP", "2021-2025", "và/hoặc", "a/b/c/d", "01/01/2026", "(1-2)", "a}b", "C:\\a\\b"],
)
def test_tokens_that_hold_together_bring_no_extra_characters(text: str) -> None:
    pdf = convert(make(para(f"trước {text} sau")), bundled_fonts=True).pdf
    (line,) = lines(pdf)
    assert line.text == f"trước{text}sau"
    assert f"trước {text} sau" in text_of(make(para(f"trước {text} sau")))


@pytest.mark.parametrize(
    "words", ["tại ....................", "nam / nữ", "là ( theo", "gì ? thì", "nhau [ xem", "đây ; kia"]
)
def test_a_line_may_end_at_every_space(words: str) -> None:
    """Also where Unicode holds a mark together with the word beyond the space."""
    before, after = words.split(" ")[:2]
    body = "".join(
        para(f"Kính mong quý cơ quan {words} dân xem xét", f'<w:ind w:right="{indent}"/>')
        for indent in range(3800, 7000, 60)
    )
    firsts = [line.text for line in lines(convert(make(body), bundled_fonts=True).pdf) if line.text.startswith("Kính")]
    ends = {word for word in (before, after) for first in firsts if first.endswith(word)}
    assert {before, after} <= ends


def test_a_mark_stays_with_the_page_number_before_it() -> None:
    body = "".join(
        para(run("theo mẫu ở trang ") + PAGE_FIELD + run(".; xem ( a )"), f'<w:ind w:right="{indent}"/>')
        for indent in range(6900, 7600, 20)
    )
    assert not any(line.text.startswith(".") for line in lines(convert(make(body), bundled_fonts=True).pdf))


def test_a_number_never_breaks_after_its_slash() -> None:
    for indent in range(4000, 6400, 100):
        pdf = convert(
            make(para("theo Quyết định số 520/QĐ-UBND ngày", f'<w:ind w:right="{indent}"/>')), bundled_fonts=True
        )
        assert any("520/QĐ-" in line.text for line in lines(pdf.pdf))


@pytest.mark.parametrize(
    "place",
    [
        *("${TenDonVi}", "{{ten_don_vi}}", "{#ds}{ten}{/ds}", "a,${Ten}${Noi}(${Ma})", "${A}của", "D:\\OPM\\Mau"),
        *("___/___/_____", "<<ngay>>/<<thang>>", "{{ngay}}/{{thang}}", "ông/[tên]"),
    ],
)
def test_a_line_never_ends_inside_a_place_to_fill_in_or_a_path(place: str) -> None:
    for indent in range(4000, 6200, 100):
        made = make(para(f"theo đề nghị của {place} về việc", f'<w:ind w:right="{indent}"/>'))
        assert any(place in line.text for line in lines(convert(made, bundled_fonts=True).pdf))


def test_a_line_ends_after_a_hyphen_whatever_stands_before_it() -> None:
    """As in Word, which holds a minus to its figure no more than a hyphen."""
    words = ["-1234567", "-NNNNNNN", "--1234567", "(-1234567", "1-1234567", ",-1234567", "-${Tennn}", "-(1234567"]
    body = "".join(para(f"MMMMM {word}", '<w:ind w:right="7440"/>') for word in words)
    made = [line.text for line in lines(convert(make(body), bundled_fonts=True).pdf)]
    ends = [word.rindex("-") + 1 for word in words]
    assert made == [part for word, end in zip(words, ends, strict=True) for part in (f"MMMMM{word[:end]}", word[end:])]


def test_a_line_ends_after_the_hyphen_before_a_place_to_fill_in() -> None:
    made = make(para("Số hiệu của văn bản: QĐ-${MaDoi}", '<w:ind w:right="5900"/>'))
    first, second = lines(convert(made, bundled_fonts=True).pdf)
    assert first.text.endswith("QĐ-")
    assert second.text == "${MaDoi}"


def test_a_place_to_fill_in_too_long_for_its_line_leaves_a_hyphen_before_it() -> None:
    made = make(para("-{nguoiDuocGiaoNhiemVuGiangDay}", '<w:ind w:right="7000"/>'))
    first, second, *_ = lines(convert(made, bundled_fonts=True).pdf)
    assert first.text == "-"
    assert second.text.startswith("{nguoi")


def test_a_place_to_fill_in_that_no_line_holds_ends_no_line_after_the_slash_it_begins_with() -> None:
    made = make(para("{/nguoiDuocGiaoNhiemVuGiangDay}", '<w:ind w:right="7000"/>'))
    assert lines(convert(made, bundled_fonts=True).pdf)[0].text.startswith("{/nguoi")


def test_a_word_too_long_for_its_line_is_cut_where_its_kerned_letters_end() -> None:
    """AV stand closer than their widths say: a line holds more of them than of as wide letters by themselves."""
    plain, kerned = (
        [line.text for line in lines(convert(make(para(run("AV" * 20, look), place)), bundled_fonts=True).pdf)]
        for look, place in (("", '<w:ind w:right="6000"/>'), ('<w:kern w:val="2"/>', '<w:ind w:right="6000"/>'))
    )
    assert "".join(plain) == "".join(kerned) == "AV" * 20
    assert len(kerned[0]) > len(plain[0])


@pytest.mark.parametrize("sign", ["☎", "☹", "☞", "✂", "✓"])
def test_a_sign_holds_to_the_word_it_touches(sign: str) -> None:
    made = make(para(run("Liên hệ đường dây ") + run(f"nóng{sign}", "<w:b/>") + run("."), '<w:ind w:right="6080"/>'))
    found = [line.text for line in lines(convert(made, bundled_fonts=True).pdf)]
    assert found == ["Liênhệđườngdây", f"nóng{sign}."]


@pytest.mark.parametrize("count", [500, 5000])
def test_a_token_longer_than_the_line_breaks_inside(count: int) -> None:
    pdf = convert(make(para("đầu " + "x" * count + " cuối")), bundled_fonts=True).pdf
    found = lines(pdf)
    assert "".join(line.text for line in found) == "đầu" + "x" * count + "cuối"
    assert max(len(line.text) for line in found) < 80
    assert page_count(pdf) == 1 + (count > 4000)


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Số/ký hiệu", ["Số/", "ký", "hiệu"]),  # no space before: not a path
        ("kê Số/ký hiệu", ["kê", "Số/k", "ý", "hiệu"]),
        ("…đồng/tháng", ["…", "đồng", "/", "thán", "g"]),
        ("Hoànthành/chưa", ["Hoà", "nthà", "nh/", "chưa"]),
        ("http://ub", ["http:", "//ub"]),
        ("kê " + "." * 64 + "ab/cd", ["kê", *["." * 8] * 8, "ab/", "cd"]),
        ("kê " + "." * 56 + "ab/cd", ["kê", *["." * 8] * 7, "ab/c", "d"]),
        ("1/2/3/4/5/6", ["1/2/", "3/4/", "5/6"]),
        ("số/2024/1", ["số/", "2024", "/1"]),  # behind letters, not between figures
        ("kê số/2024", ["kê", "số/2", "024"]),
    ],
)
@pytest.mark.parametrize("cut", [False, True])
def test_a_word_that_no_line_holds_ends_lines_after_its_slashes(text: str, broken: list[str], cut: bool) -> None:
    content = run(text[:2]) + run(text[2:], "<w:noProof/>") if cut else run(text)
    pdf = convert(make(para(content, '<w:ind w:right="8500"/>')), bundled_fonts=True).pdf
    assert [line.text for line in lines(pdf)] == broken


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Sinh ngày:" + "…" * 25, "Sinhngày:", "…" * 25),
        ("Sinh ngày?" + "…" * 25, "Sinhngày?", "…" * 25),
        ("Sinh ngày–" + "…" * 25, "Sinhngày–", "…" * 25),
        ("Sinh ngày:" + "…" * 22 + "đồng/tháng", "Sinhngày:" + "…" * 22, "đồng/tháng"),
        ("Số CCCD: " + "." * 80 + "đồng/tháng", "SốCCCD:" + "." * 80 + "đồng/", "tháng"),
        ("Sinh ngày" + "…" * 25, "Sinh", "ngày" + "…" * 25),
        ("Số CCCD:" + "." * 90 + "đồng", "Số", "CCCD:" + "." * 90 + "đồng"),
    ],
)
@pytest.mark.parametrize("align", ["left", "both"])
def test_lines_to_write_on_are_parted_from_the_marks_before_them(
    text: str, first: str, second: str, align: str
) -> None:
    made = make(para(text, f'<w:ind w:right="1200"/><w:jc w:val="{align}"/>'))
    assert [line.text for line in lines(convert(made, bundled_fonts=True).pdf)] == [first, second]


@pytest.mark.parametrize("before", ["Lý do xin nghỉ việc:", ""], ids=["text", "nothing"])
def test_dots_longer_than_a_line_behind_a_line_break_leave_no_empty_line(before: str) -> None:
    """As forms have them: a label, a break, and more dots to write on than a line holds, twice."""
    broken, dots = "<w:r><w:br/></w:r>", run("." * 200)
    body = para((run(before) if before else "") + broken + dots + broken + dots) + para("Kính mong")
    ys = [line.y for line in lines(convert(make(body), bundled_fonts=True).pdf)]
    assert len(ys) == (6 if before else 5)  # two lines of dots each
    steps = [after - earlier for earlier, after in pairwise(ys)]
    assert max(steps) - min(steps) < 0.1
