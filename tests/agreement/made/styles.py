"""Styles of random documents: defaults, headings, chains of inheritance, table styles."""

from __future__ import annotations

from tests.agreement.made.draft import Draft

_NAME = "Times New Roman"
_TIMES = f'<w:rFonts w:ascii="{_NAME}" w:hAnsi="{_NAME}" w:eastAsia="{_NAME}" w:cs="{_NAME}"/>'
_THEME = (
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
    'w:cstheme="minorBidi"/>'
)
_GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = (
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
)


def _style(kind: str, name: str, title: str, base: str = "", inside: str = "", more: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}"{more} w:styleId="{name}"><w:name w:val="{title}"/>{based}{inside}</w:style>'


def _conditional(kind: str, inside: str) -> str:
    return f'<w:tblStylePr w:type="{kind}">{inside}</w:tblStylePr>'


def write_styles(draft: Draft) -> None:
    """Adds the styles part: the same names in every document, with figures that differ."""
    size = draft.pick((26, 28, 28, 24))
    spacing = draft.pick(
        ("", "", '<w:spacing w:after="120"/>', '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>',
         '<w:spacing w:before="60" w:after="60" w:line="264" w:lineRule="auto"/>')
    )  # fmt: skip
    if spacing:
        draft.use("spacing in docDefaults")
    fonts = _TIMES
    if "theme fonts in docDefaults" in draft.exotic:
        draft.use("theme fonts in docDefaults")
        fonts = _THEME
    kern = ""
    if "kerning in docDefaults" in draft.exotic:
        draft.use("kerning in docDefaults")
        kern = '<w:kern w:val="2"/>'
    shade = '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{}"/></w:tcPr>'
    bold = "<w:rPr><w:b/></w:rPr>"
    styles = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{kern}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{spacing}</w:pPr></w:pPrDefault>'
        "</w:docDefaults>",
        _style("paragraph", "Normal", "Normal", more=' w:default="1"'),
        _style("character", "DefaultParagraphFont", "Default Paragraph Font", more=' w:default="1"'),
        _style("table", "TableNormal", "Normal Table", more=' w:default="1"',
               inside=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_MARGINS}</w:tblPr>'),
        _style("paragraph", "Heading1", "heading 1", "Normal",
               '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/>'
               '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr>'),
        _style("paragraph", "Heading2", "heading 2", "Heading1",
               '<w:pPr><w:spacing w:before="120" w:after="60"/><w:jc w:val="left"/><w:outlineLvl w:val="1"/></w:pPr>'
               '<w:rPr><w:i/><w:sz w:val="26"/></w:rPr>'),
        _style("paragraph", "Dieu", "Điều", "Normal",
               '<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="120" w:after="120"/>'
               '<w:ind w:firstLine="720"/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/></w:rPr>'),
        _style("paragraph", "Noidung", "Nội dung", "Normal",
               '<w:pPr><w:spacing w:before="60" w:after="60" w:line="288" w:lineRule="auto"/><w:ind w:firstLine="709"/>'
               '<w:jc w:val="both"/></w:pPr>'),
        _style("paragraph", "Noidungnghieng", "Nội dung nghiêng", "Noidung",
               '<w:pPr><w:ind w:left="567" w:firstLine="0"/></w:pPr><w:rPr><w:i/></w:rPr>'),
        _style("paragraph", "Noidungnho", "Nội dung nhỏ", "Noidungnghieng",
               '<w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:i w:val="0"/>'
               '<w:sz w:val="22"/></w:rPr>'),
        _style("paragraph", "Danhsach", "Danh sách", "Normal"),
        _style("paragraph", "Kieudam", "Kiểu đậm", "Normal", bold),
        _style("paragraph", "Theme", "Theo chủ đề", "Normal", f"<w:rPr>{_THEME}</w:rPr>"),
        _style("paragraph", "Header", "header", "Normal",
               '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9071"/></w:tabs>'
               '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'),
        _style("character", "Nhanmanh", "Nhấn mạnh", "DefaultParagraphFont", "<w:rPr><w:b/><w:i/></w:rPr>"),
        _style("character", "Nghiengdam", "Nghiêng", "Nhanmanh", '<w:rPr><w:b w:val="0"/><w:sz w:val="24"/></w:rPr>'),
        _style("character", "Dam", "Đậm", "DefaultParagraphFont", bold),
        _style("table", "TableGrid", "Table Grid", "TableNormal",
               '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
               f"<w:tblPr><w:tblBorders>{_GRID}</w:tblBorders></w:tblPr>"),
        _style("table", "Bangke", "Bảng kẻ", "TableNormal",
               '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
               '<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>'
               '<w:top w:val="single" w:sz="8" w:space="0" w:color="4472C4"/>'
               '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="4472C4"/>'
               '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="4472C4"/></w:tblBorders></w:tblPr>'
               + _conditional("firstRow", f'<w:pPr><w:jc w:val="center"/></w:pPr>{bold}<w:tblPr/>'
                              + shade.format("D9E2F3"))
               + _conditional("lastRow", f"{bold}<w:tblPr/>")
               + _conditional("firstCol", f"{bold}<w:tblPr/>")
               + _conditional("band1Horz", "<w:tblPr/>" + shade.format("F2F2F2"))),
    )  # fmt: skip
    draft.package.add("styles", "".join(styles))
