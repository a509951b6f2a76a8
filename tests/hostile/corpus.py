"""What the fuzzer starts from: sound DOCX files of several makers, the templates, and the example dossiers."""

from __future__ import annotations

import io
from functools import cache

from generator.dossier import load_dossier
from generator.resources import DATA, TEMPLATES, example_folders
from tests.agreement.made.grammar import make as random_document
from tests.layout.word_maker import PAGE_FIELD, cell, make, para, row, run, table
from tests.rendering import render_dossier

_RANDOM = 30  # documents of tests/agreement's grammar, which holds every construct
_RED_DOT = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde\x00\x00\x00"
    b"\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82"
)


def python_docx_file() -> bytes:
    """A file of python-docx's own default template: headings, lists, a table, a picture, a header."""
    import docx

    document = docx.Document()
    document.add_heading("Báo cáo kết quả", 0)
    document.add_paragraph("Mục thứ nhất", style="List Bullet")
    document.add_paragraph("Mục thứ hai", style="List Number")
    made = document.add_table(rows=3, cols=3, style="Light Grid Accent 1")
    made.cell(0, 0).merge(made.cell(1, 1)).text = "Ô gộp"
    document.add_picture(io.BytesIO(_RED_DOT))
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    document.add_page_break()
    document.add_paragraph("Trang hai").add_run(" đậm").bold = True
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def hand_made_file() -> bytes:
    """A small file with a bit of everything: fields, tabs, lists, styles, spans, nesting, frames, tracked changes."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for level, (form, text) in enumerate((("decimal", "%1."), ("lowerLetter", "%2)"), ("upperRoman", "%1.%3")))
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>'
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:jc w:val="both"/><w:spacing w:before="60" w:line="360" w:lineRule="auto"/></w:pPr></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:name w:val="C"/><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:tblPr><w:tblCellMar>'
        '<w:left w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/>'
        "</w:rPr></w:tblStylePr></w:style>"
    )
    listed = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8000"/></w:tabs>'
    border = '<w:pBdr><w:top w:val="single" w:sz="8" w:space="1" w:color="FF0000"/></w:pBdr>'
    inner = table([1000, 1000], row("a", "b"))
    body = "".join(
        (
            para(run("Điều 1. ", "<w:b/>") + run("Nội dung 520/QĐ-UBND"), '<w:pStyle w:val="A"/>'),
            para("khoản", listed.format(0)),
            para("điểm", listed.format(1)),
            para(run("Ngày") + "<w:r><w:tab/></w:r>" + run("tháng", '<w:u w:val="single"/><w:caps/>'), tabs),
            para(run("khung", '<w:highlight w:val="yellow"/><w:vertAlign w:val="superscript"/>'), border),
            para(f"<w:r><w:br/></w:r>{PAGE_FIELD}"),
            para('<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>2</w:t></w:r></w:fldSimple>'),
            table(
                [2000, 3000, 1500],
                row("Tên", "Số", "Ghi chú", props="<w:tblHeader/><w:cantSplit/>"),
                row(cell("gộp ngang", '<w:gridSpan w:val="2"/><w:shd w:fill="DDDDDD"/>'), "c"),
                row(cell("gộp dọc", '<w:vMerge w:val="restart"/>'), cell(inner + para()), "c"),
                row(cell("", "<w:vMerge/>"), "b", "c", props='<w:trHeight w:val="600" w:hRule="exact"/>'),
                props='<w:tblStyle w:val="T"/><w:tblLook w:val="04A0"/>',
            ),
            '<w:p><w:hyperlink r:id="x"><w:r><w:t>liên kết</w:t></w:r></w:hyperlink></w:p>',
            "<w:sdt><w:sdtContent>" + para("điều khiển") + "</w:sdtContent></w:sdt>",
            para("<w:r><w:br w:type=\"page\"/></w:r>"),
            para("cuối", "<w:keepNext/><w:keepLines/><w:pageBreakBefore/>"),
        )
    )  # fmt: skip
    return make(body, styles=styles, numbering=numbering)


@cache
def documents() -> tuple[tuple[str, bytes], ...]:
    """Sound DOCX files by name, the small ones first."""
    made = [("hand-made", hand_made_file()), ("python-docx", python_docx_file())]
    made += [(f"random {seed}", random_document(seed, blocks=6).docx) for seed in range(_RANDOM)]
    made += [(f"template {file.stem}", file.read_bytes()) for file in sorted(TEMPLATES.glob("*.docx"))]
    for folder in example_folders():
        for document in render_dossier(load_dossier(folder), formats=("docx",)):
            made.append((f"{folder.name}/{document.name}", document.docx))
    return tuple(sorted(made, key=lambda item: len(item[1])))


@cache
def dossiers() -> tuple[tuple[str, dict[str, str]], ...]:
    """The example dossiers as their files' texts."""
    folders = [*example_folders(), DATA / "_ho-so-moi"]
    return tuple(
        (
            folder.name,
            {str(f.relative_to(folder)): f.read_text(encoding="utf-8") for f in sorted(folder.rglob("*.yaml"))},
        )
        for folder in folders
    )
