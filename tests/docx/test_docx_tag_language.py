"""docxtpl's whole tag language, as an office may use it: what is printed, and what would be lost is refused."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from docxtpl import Listing, RichText, RichTextParagraph

from generator.docx import Template
from generator.docx.compatible import DocxTemplate, RenderError
from generator.docx.word.ooxml import find, parse, serialize, w
from generator.docx.word.package import CORE_PROPERTIES, DOCUMENT, Package
from generator.errors import TemplateError
from generator.values import Group
from tests.docx.docx_samples import document, paragraph, template, text_of


def made(body: str, **context: object) -> str:
    return text_of(document(Template.compile(template(body), "mau.docx").render(context)))


# Body, data, and what a reader sees.
PRINTED: dict[str, tuple[str, dict[str, object], str]] = {
    "a choice over paragraphs, taken": (
        paragraph("A{% if x %}") + paragraph("B") + paragraph("{% endif %}C"), {"x": True}, "A\nB\nC"),
    "a choice over paragraphs, not taken": (
        paragraph("A{% if x %}") + paragraph("B") + paragraph("{% endif %}C"), {"x": False}, "AC"),
    "one of two, over paragraphs": (
        paragraph("{% if x %}A") + paragraph("{% else %}B") + paragraph("{% endif %}C"), {"x": False}, "B\nC"),
    "a loop over paragraphs": (
        paragraph("{% for m in x %}- {{ m }}") + paragraph("{% endfor %}."), {"x": ["a", "b"]}, "- a\n- b\n."),
    "joined to the paragraph before and the next": (
        "".join(map(paragraph, ("Ở ", "{%- if x -%}", "xã", "{%- else -%}", "phường", "{%- endif -%}", " này."))),
        {"x": True}, "Ở xã này."),
    "spaces beside a value taken off": (paragraph("A  {{- x -}}  B"), {"x": "-"}, "A-B"),
    "a line begun within quotes of a tag": (
        "<w:p><w:r><w:t>{{ x|join('</w:t><w:br/><w:t>') }}.</w:t></w:r></w:p>", {"x": ["A", "B"]}, "A\nB."),
    "a tab typed within quotes of a tag": (
        "<w:p><w:r><w:t>{{ x|join(“</w:t><w:tab/><w:t>”) }}</w:t></w:r></w:p>", {"x": ["A", "B"]}, "A\tB"),
    "lines begun within a tag and beside it": (
        "<w:p><w:r><w:t>A</w:t><w:br/><w:t>{%</w:t><w:br/><w:t>if</w:t><w:br/><w:t>x %}B{% endif %}</w:t></w:r></w:p>",
        {"x": True}, "A\nB"),
    "a default for what is missing": (paragraph("{{ khong_co|default('…') }}"), {}, "…"),
    "a default for a missing part": (paragraph("{{ x.y|d('…') }}"), {"x": {}}, "…"),
    "a comment in a line": (paragraph("A{# nói riêng #}B"), {}, "AB"),
    "a comment takes its paragraph": (paragraph("A") + paragraph("{#p bỏ #} chữ") + paragraph("B"), {}, "A\nB"),
    "a value of several paragraphs": (paragraph("{{ x }}"), {"x": "một\ahai\nba"}, "một\nhai\nba"),
    "a listing": (paragraph("{{ x }}"), {"x": Listing("a < b\n\tc\ad")}, "a < b\n\tc\nd"),
    "a listing between texts": (paragraph("[{{ x }}]"), {"x": Listing("a\ab")}, "[a\nb]"),
    "targets joined": (
        paragraph("{{ x|join('; ') }}"), {"x": [Group((), {}.__getitem__, shown=one) for one in "ab"]}, "a; b"),
    "rich text": (paragraph("[{{r x }}]"), {"x": RichText("a & b\n") }, "[a & b\n]"),
    "rich paragraphs": (
        paragraph("A") + paragraph("{{p x }}"), {"x": RichTextParagraph("B", parastyle="Khoan")}, "A\nB"),
}  # fmt: skip


@pytest.mark.parametrize("case", PRINTED)
def test_what_a_tag_prints(case: str) -> None:
    body, data, seen = PRINTED[case]
    assert text_of(document(Template.compile(template(body), "mau.docx").render(data))) == seen


def test_all_that_tags_print_is_what_words_schema_allows(validate: Callable[[bytes], None]) -> None:
    printed = [
        document(Template.compile(template(body), "mau.docx").render(data)) for body, data, _ in PRINTED.values()
    ]
    whole = Package.read(template(""))
    root = parse(whole.parts[DOCUMENT])
    (body,) = find(root, "/w:document/w:body")
    body[:-1] = [part for one in printed for part in find(one, "/w:document/w:body/*[not(self::w:sectPr)]")]
    whole.parts[DOCUMENT] = serialize(root)
    validate(whole.to_bytes())


def test_parts_of_a_paragraph_keep_its_look_and_its_run() -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Khoan"/><w:jc w:val="right"/></w:pPr>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>A {{ x }} Z</w:t></w:r></w:p>"
    )
    tree = document(Template.compile(template(body)).render({"x": "một\ahai"}))
    assert text_of(tree) == "A một\nhai Z"
    assert [item.get(w("val")) for item in find(tree, "//w:pPr/w:jc")] == ["right", "right"]
    assert len(find(tree, "//w:r[w:rPr/w:b]")) == 2


def test_a_page_break_in_a_value_stands_in_a_paragraph_of_its_own() -> None:
    tree = document(Template.compile(template(paragraph("A{{ x }}B"))).render({"x": "\f"}))
    assert text_of(tree) == "A\n\n\nB"
    assert len(find(tree, "//w:p[count(w:r)=1]/w:r/w:br[@w:type='page']")) == 1


LOOKS: dict[str, tuple[dict[str, object], str]] = {
    "bold": ({"bold": True}, "w:b"),
    "italic": ({"italic": True}, "w:i"),
    "underline": ({"underline": "double"}, "w:u[@w:val='double']"),
    "strike": ({"strike": True}, "w:strike"),
    "colour": ({"color": "#FF0000"}, "w:color[@w:val='FF0000']"),
    "size": ({"size": 30}, "w:sz[@w:val='30']"),
    "ground": ({"highlight": "#FFFF00"}, "w:shd[@w:fill='FFFF00'][@w:val='clear']"),
    "font": ({"font": "Arial"}, "w:rFonts[@w:ascii='Arial']"),
    "superscript": ({"superscript": True}, "w:vertAlign[@w:val='superscript']"),
    "subscript": ({"subscript": True}, "w:vertAlign[@w:val='subscript']"),
    "style": ({"style": "Strong"}, "w:rStyle[@w:val='Strong']"),
}


@pytest.mark.parametrize("look", LOOKS)
def test_the_looks_of_rich_text(look: str) -> None:
    given, path = LOOKS[look]
    tree = document(Template.compile(template(paragraph("{{r x }}"))).render({"x": RichText("chữ", **given)}))
    assert len(find(tree, f"//w:r[w:t='chữ']/w:rPr/{path}")) == 1


def test_all_looks_at_once_are_what_words_schema_allows(validate: Callable[[bytes], None]) -> None:
    rich = RichText("đầu ")
    for given, _ in LOOKS.values():
        rich.add("chữ ", **(given | {"bold": True, "color": "#00FF00", "size": 20, "underline": "wave"}))
    validate(Template.compile(template(paragraph("{{r x }}"))).render({"x": rich}))


def test_properties_of_the_file_are_filled() -> None:
    package = Package.read(template(paragraph("A")))
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Về {{ x }}</dc:title></cp:coreProperties>'
    )
    package.parts[CORE_PROPERTIES] = core.encode()
    form = Template.compile(package.to_bytes(), "mau.docx")
    made = Package.read(form.render({"x": "A & <B>\nC"})).parts[CORE_PROPERTIES].decode()
    assert "Về A &amp; &lt;B&gt; C" in made
    with pytest.raises(TemplateError, match="thuộc tính tệp, tiêu đề"):
        form.render({})


def test_a_programs_own_filter_is_used() -> None:
    import jinja2

    environment = jinja2.Environment()
    environment.filters["keu"] = lambda value: f"{value}!"
    form = DocxTemplate(BytesIO(template(paragraph("{{ x|keu }}"))))
    form.render({"x": "a"}, environment)
    out = BytesIO()
    form.save(out)
    assert text_of(document(out.getvalue())) == "a!"
    with pytest.raises(RenderError, match="không có bộ lọc"):
        form.render({"x": "a"})


def test_what_loops_repeat_keeps_ids_and_names_apart(validate: Callable[[bytes], None]) -> None:
    marked = '<w:p><w:bookmarkStart w:id="1" w:name="cho"/><w:r><w:t>{{ m }}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    body = paragraph("{%p for m in x %}") + marked + paragraph("{%p endfor %}")
    data = Template.compile(template(body)).render({"x": ["a", "b", "c"]})
    validate(data)
    assert text_of(document(data)) == "a\nb\nc"
    assert len(find(document(data), "//w:bookmarkStart")) == len(find(document(data), "//w:bookmarkEnd")) == 1


# What would be lost or broken is refused, where docxtpl makes a file without it or one that Word calls unreadable.
REFUSED: dict[str, tuple[str, dict[str, object], str]] = {
    "rich text where text belongs": (paragraph("{{ x }}"), {"x": RichText("a")}, r"viết \{\{r"),
    "a section's end inside a choice": (
        paragraph("{% if x %}A") + "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{% endif %}</w:t></w:r></w:p>",
        {"x": 1}, "cùng chỗ"),
    "a link without address": (paragraph("{{r x }}"), {"x": RichText("a", url_id="rId1")}, "không có địa chỉ"),
    "a picture lost by joining": (
        paragraph("A") + "<w:p><w:r><w:drawing/></w:r></w:p>" + paragraph("{%- if x %}B{% endif %}"),
        {"x": 1}, "có hình"),
    "a function in the data": (paragraph("{{ x() }}"), {"x": lambda: "a"}, "không gọi được"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_would_be_lost_is_refused(case: str) -> None:
    body, data, said = REFUSED[case]
    with pytest.raises(TemplateError, match=said):
        Template.compile(template(body), "mau.docx").render(data)


def test_missing_names_are_listed_before_anything_is_rendered() -> None:
    form = DocxTemplate(BytesIO(template(paragraph("{{ a }} {% for b in c %}{{ b.d }}{% endfor %}"))))
    assert form.get_undeclared_template_variables() == {"a", "c"}
    assert form.get_undeclared_template_variables(context={"a": 1}) == {"c"}


def _row(*cells: str) -> str:
    width = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
    return f"<w:tr>{''.join(f'<w:tc>{width}{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"


# Rows, data, and the columns' widths of a table of four columns of 2,000: the table stays as wide as it was.
COLUMNS: dict[str, tuple[str, list[str], list[int]]] = {
    "more columns": (_row("A", "{%tc for m in x %}", "{{ m }}", "{%tc endfor %}"), list("bcde"), [1600] * 5),
    "fewer columns": (_row("A", "{%tc for m in x %}", "{{ m }}", "{%tc endfor %}"), ["b"], [4000] * 2),
    "as many columns": (_row("A", "{%tc for m in x %}", "{{ m }}", "{%tc endfor %}"), list("bcd"), [2000] * 4),
    "a cell over several": (_row("A", "B", "C", "{% colspan x|length %}D"), list("abcdef"), [888] * 9),
    "cells joined by a loop": (
        _row("A", "{%tc for m in x %}", "{% hm %}B", "{%tc endfor %}")
        + _row("A", "{%tc for m in x %}", "{{ m }}", "{%tc endfor %}"), list("bcde"), [1600] * 5),
    "no cells repeated": (_row("A", "B{% if x %}b{% endif %}"), ["x"], [2000] * 4),
}  # fmt: skip


@pytest.mark.parametrize("case", COLUMNS)
@pytest.mark.parametrize("where", ["body", "header"])
def test_a_table_has_the_columns_its_rows_have(case: str, where: str) -> None:
    rows, data, widths = COLUMNS[case]
    grid = '<w:gridCol w:w="2000"/>' * 4
    table = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{paragraph('x')}"
    body, header = (table, None) if where == "body" else (paragraph("x"), table)
    made = Template.compile(template(body, header=header), "mau.docx").render({"x": data})
    root = parse(Package.read(made).parts[DOCUMENT if where == "body" else "word/header1.xml"])
    assert [int(column.get(w("w"), "")) for column in find(root, "//w:gridCol")] == widths
    assert not find(root, "//w:tbl")[0].attrib


def test_what_a_bound_control_prints_stays() -> None:
    other = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    bound = f'<w:dataBinding w:xpath="/a"/><w15:dataBinding {other} w:xpath="/a"/><w:text/>'
    body = f"<w:sdt><w:sdtPr>{bound}</w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>"
    both = body.format(paragraph("{{ x }}")) + body.format(paragraph("gõ sẵn"))
    made = document(Template.compile(template(both), "mau.docx").render({"x": "A"}))
    assert [[len(item) for item in find(made, "//w:sdtPr")], text_of(made)] == [[1, 3], "A\ngõ sẵn"]
