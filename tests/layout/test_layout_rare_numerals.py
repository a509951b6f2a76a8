"""Number formats few documents use: each as Word counts in it, unknown ones refused by name."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from generator.layout import read
from generator.layout.properties.numbering import numeral
from generator.pdf import convert
from tests.layout.word_maker import make, para, run, section

FIRST = {
    "decimalFullWidth": ("１", "１２"),
    "decimalFullWidth2": ("１", "１２"),
    "decimalHalfWidth": ("1", "12"),
    "decimalEnclosedCircle": ("①", "⑫"),
    "decimalEnclosedCircleChinese": ("①", "⑫"),
    "decimalEnclosedFullstop": ("⒈", "⒓"),
    "decimalEnclosedParen": ("⑴", "⑿"),
    "numberInDash": ("- 1 -", "- 12 -"),
    "hex": ("1", "C"),
    "russianLower": ("а", "м"),
    "russianUpper": ("А", "М"),
    "chicago": ("*", "§§§"),
    "vietnameseCounting": ("một", "mười hai"),
    "aiueo": ("ｱ", "ｼ"),
    "aiueoFullWidth": ("ア", "シ"),
    "iroha": ("ｲ", "ｦ"),
    "irohaFullWidth": ("イ", "ヲ"),
    "ganada": ("가", "타"),
    "chosung": ("ㄱ", "ㅌ"),
    "ideographDigital": ("一", "一二"),
    "japaneseDigitalTenThousand": ("一", "一二"),
    "taiwaneseDigital": ("一", "一二"),
    "koreanDigital": ("일", "일이"),
    "koreanDigital2": ("一", "一二"),
    "ideographEnclosedCircle": ("㊀", "12"),
    "ideographTraditional": ("甲", "12"),
    "ideographZodiac": ("子", "亥"),
    "ideographZodiacTraditional": ("甲子", "乙亥"),
    "chineseCounting": ("一", "十二"),
    "chineseCountingThousand": ("一", "十二"),
    "taiwaneseCountingThousand": ("一", "十二"),
    "japaneseCounting": ("一", "十二"),
    "thaiLetters": ("ก", "ฏ"),
    "thaiNumbers": ("๑", "๑๒"),
    "hindiNumbers": ("१", "१२"),
    "custom:001, 002, 003, ...": ("001", "012"),
    "custom:01, 02, 03, ...": ("01", "12"),
}


@pytest.mark.parametrize("form", FIRST)
def test_numbers_in_a_format_are_those_of_word(form: str) -> None:
    assert (numeral(1, form), numeral(12, form)) == FIRST[form]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (21, "decimalEnclosedCircle", "21"),
        (0, "decimalEnclosedCircle", "0"),
        (30, "russianLower", "аа"),
        (20, "chineseCounting", "二十"),
        (105, "chineseCounting", "一百○五"),
        (110, "chineseCountingThousand", "一百一十"),
        (1234, "chineseCountingThousand", "一千二百三十四"),
        (111, "japaneseCounting", "百十一"),
        (2000, "japaneseCounting", "二千"),
        (5, "ordinal", None),
        (5, "cardinalText", None),
        (5, "hebrew1", None),
        (5, "custom:A, B, C, ...", None),
        (10_000, "chineseCounting", None),
    ],
)
def test_numbers_at_the_edges_of_a_format(number: int, form: str, shown: str | None) -> None:
    assert numeral(number, form) == shown


def listed(form: str) -> bytes:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{form}<w:lvlText w:val="%1)"/><w:lvlJc w:val="left"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = para("mục", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    return make(item * 2, numbering=numbering)


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ('<w:numFmt w:val="decimalEnclosedCircle"/>', ["①)", "②)"]),
        (
            '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
            '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>',
            ["001)", "002)"],
        ),
    ],
)
def test_a_list_counts_in_its_format(form: str, labels: list[str]) -> None:
    document = read(listed(form))
    assert document.unsupported == []
    assert [block.label for block in document.sections[0].blocks] == labels  # type: ignore[union-attr]
    text = PdfReader(io.BytesIO(convert(listed(form), bundled_fonts=True).pdf)).pages[0].extract_text()
    assert all(label in text for label in labels)


@pytest.mark.parametrize(
    ("form", "shown"), [("decimalZero", "01"), ("decimalHalfWidth", "1"), ("decimalEnclosedCircle", "①")]
)
def test_pages_are_numbered_in_the_format_of_their_section(form: str, shown: str) -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    shut = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r>'
    shut += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    made = make(para(run("trang ") + field + shut), sect=section(f'<w:pgNumType w:fmt="{form}"/>'))
    text = PdfReader(io.BytesIO(convert(made, bundled_fonts=True).pdf)).pages[0].extract_text()
    assert text.split() == ["trang", shown]
