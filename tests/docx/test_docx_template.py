"""The template language: what arrives, what is refused, and how well the refusal names its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.content import Block, Rich, Span
from generator.docx import Template
from generator.docx.word.ooxml import find, parse, w
from generator.docx.word.package import DOCUMENT, Package
from generator.docx.word.text import emphasized
from generator.errors import TemplateError
from tests.docx.docx_samples import TEMPLATES, decision, document, paragraph, simple_table, template, text_of

ONE = Template.compile(template(paragraph("A {{ x }} Z")), "mot.docx")
RUNS = Template.compile(template(paragraph("A {{r x }} Z")), "hai.docx")

# All that XML 1.0 can hold; \r is a line end in XML and arrives as one.
TEXTS = st.text(
    st.characters(
        exclude_categories=("Cs",),
        exclude_characters="".join(map(chr, range(32))) + "\ufffe\uffff",
    )
    | st.sampled_from("\n\t<>&\"'{}%#"),
    max_size=80,
)


def rendered(body: str, **context: object) -> str:
    return text_of(document(Template.compile(template(body)).render(context)))


def problems(body: str, **context: object) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        Template.compile(template(body), "mau.docx").render(context)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "value",
    ["<b>đậm</b>", "R&D", "{{ x }}", "{% raw %}", "{# ghi chú #}", "“”‘’\"'", " hai  đầu ", "a\tb\n\nc", "x" * 5000,
     "<chưa có>", "]]>", "{_{", "&amp;", "a\u00a0b", "\uf8f00\uf8f1", "vanthu0tag", "\U0001f600"],
)  # fmt: skip
def test_a_value_arrives_whole(value: str) -> None:
    assert text_of(document(ONE.render({"x": value}))) == f"A {value} Z"
    assert text_of(document(RUNS.render({"x": Rich.plain(value, bold=True)}))) == f"A {value} Z"


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_value_arrives_whole(value: str) -> None:
    assert text_of(document(ONE.render({"x": value}))) == f"A {value} Z"
    assert text_of(document(RUNS.render({"x": Rich.plain(value)}))) == f"A {value} Z"


@pytest.mark.parametrize("value", ["a\x00b", "a\x0bb", "\ud800", "\uffff"])
def test_a_character_xml_cannot_hold_is_an_error(value: str) -> None:
    for one in (ONE, RUNS):
        with pytest.raises(TemplateError, match="ký tự điều khiển"):
            one.render({"x": value})


@pytest.mark.parametrize(
    ("value", "said"), [(None, "trống"), (1.5, "số có phần lẻ"), (["a"], "danh sách"), (True, "đúng/sai")]
)
def test_what_has_no_written_form_is_an_error(value: object, said: str) -> None:
    with pytest.raises(TemplateError, match=said):
        ONE.render({"x": value})


@pytest.mark.parametrize("between", ["<!-- x -->", "<?x y?>", "<![CDATA[]]>"])
def test_what_stands_between_the_letters_of_a_template_hides_none(between: str) -> None:
    package = Package.read(template(paragraph("A {{ GIỮA x }} BGIỮAC")))
    package.parts[DOCUMENT] = package.parts[DOCUMENT].replace("GIỮA".encode(), between.encode())
    made = Template.compile(package.to_bytes(), "mau.docx").render({"x": "hai"})
    assert text_of(document(made)) == "A hai BC"


@pytest.mark.parametrize("part", [DOCUMENT, "word/styles.xml", "word/settings.xml", "[Content_Types].xml"])
def test_a_dtd_is_refused_in_parts_read_and_unread(part: str) -> None:
    package = Package.read(template(paragraph("A")))
    assert part in package.parts
    package.parts[part] = b'<!DOCTYPE a [<!ENTITY b "c">]>' + package.parts[part].partition(b"?>")[2].lstrip()
    with pytest.raises(TemplateError, match="DTD"):
        Template.compile(package.to_bytes(), "mau.docx")


def test_emphasis_needs_the_run_tag() -> None:
    rich = Rich((Span("một "), Span("hai", bold=True), Span(" ba", italic=True)))
    with pytest.raises(TemplateError, match=r"\{\{r"):
        ONE.render({"x": rich})
    tree = document(RUNS.render({"x": rich}))
    assert [text_of_run(run) for run in find(tree, "//w:r[w:rPr/w:b]")] == ["hai"]
    assert [text_of_run(run) for run in find(tree, "//w:r[w:rPr/w:i]")] == [" ba"]


def test_emphasis_keeps_what_newer_word_says_of_letters() -> None:
    look = '<w:rPr><w:sz w:val="28"/><w14:ligatures w14:val="standardContextual"/></w:rPr>'
    made = emphasized(look, bold=True, italic=False)
    assert made == look.replace("<w:sz", "<w:b/><w:bCs/><w:sz")


def text_of_run(run: object) -> str:
    return "".join(item.text or "" for item in find(run, "./w:t"))  # type: ignore[arg-type]


def test_a_run_tag_keeps_its_runs_look_and_its_neighbours() -> None:
    look = '<w:rPr><w:rFonts w:ascii="Arial"/><w:b/><w:color w:val="000000"/></w:rPr>'
    body = f"<w:p><w:r>{look}<w:t>trước {{{{r x }}}} sau</w:t></w:r></w:p>"
    tree = document(Template.compile(template(body)).render({"x": Rich.plain("giữa", italic=True)}))
    assert text_of(tree) == "trước giữa sau"
    runs = find(tree, "//w:r")
    assert [[item.tag for item in run[0]][:2] for run in runs] == [[w("rFonts"), w("b")]] * 3
    assert [len(find(run, "./w:rPr/w:i")) for run in runs] == [0, 1, 0]


def test_tags_split_over_runs_and_smart_quotes_are_read() -> None:
    assert rendered(paragraph("Số {", "{ so", "_hieu }", "} nhé"), so_hieu="05") == "Số 05 nhé"
    assert rendered(paragraph("{% if x == “có” %}A{% endif %}"), x="có") == "A"
    assert rendered(paragraph("{% if x &lt; 3 and y %}A &amp; B{% endif %}"), x=2, y=1) == "A & B"
    assert rendered(paragraph('{{ "A &amp; B %} }" }}')) == "A & B %} }"


def test_braces_that_are_no_tags_stay() -> None:
    assert rendered(paragraph("{a} {_{ b }_} {", "c} 100 %") + paragraph("}")) == "{a} {{ b }} {c} 100 %\n}"


def test_a_block_over_several_runs_keeps_each_runs_look() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    body = f"<w:p><w:r>{bold}<w:t>A{{% if x %}}B</w:t></w:r><w:r><w:t>C{{% endif %}}D</w:t></w:r></w:p>"
    tree = document(Template.compile(template(body)).render({"x": False}))
    assert [(text_of_run(run), bool(find(run, "./w:rPr/w:b"))) for run in find(tree, "//w:r")] == [
        ("A", True),
        ("D", False),
    ]


def test_loops_over_rows_and_paragraphs_leave_nothing_behind() -> None:
    cell = "<w:tc><w:tcPr><w:tcW w:w='900' w:type='dxa'/></w:tcPr>{}</w:tc>"
    row = "<w:tr>{}</w:tr>"
    table = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid>"
        + row.format(cell.format(paragraph("{%tr for d in ds %}")))
        + row.format(cell.format(paragraph("{%p for c in d %}") + paragraph("{{ c }}") + paragraph("{%p endfor %}")))
        + row.format(cell.format(paragraph("{%tr endfor %}")))
        + "</w:tbl>"
    )
    tree = document(Template.compile(template(table)).render({"ds": [["a", "b"], [], ["c"]]}))
    rows = find(tree, "//w:tr")
    # A cell whose loop was empty keeps one empty paragraph: Word calls a cell without one unreadable.
    assert [[text_of(cell) for cell in find(line, "./w:tc")] for line in rows] == [["a\nb"], [""], ["c"]]
    assert [len(find(line, ".//w:p")) for line in rows] == [2, 1, 1]
    assert find(document(Template.compile(template(table)).render({"ds": []})), "//w:tbl") == []


def test_tags_in_the_header_are_filled_and_named() -> None:
    data = template(paragraph("A"), header=paragraph("{{ ten }}"))
    package = Package.read(Template.compile(data).render({"ten": "B & C"}))
    assert b"B &amp; C" in package.parts["word/header1.xml"]
    with pytest.raises(TemplateError, match="đầu trang, đoạn 1"):
        Template.compile(data).render({})


def test_the_same_bytes_come_of_the_same_data() -> None:
    one = Template.load(TEMPLATES / "quyet-dinh.docx")
    assert one.render(decision()) == one.render(decision())
    assert Template.load(TEMPLATES / "quyet-dinh.docx") is one


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (paragraph("{%p if x %} mất") + paragraph("{%p endif %}"), "còn nội dung khác trong cùng đoạn"),
        (paragraph("{%p if x %}{%p endif %}"), "còn nội dung khác"),
        (paragraph("{{ x }"), "đóng dở"),
        (paragraph("{{ x") + paragraph("}}"), "đóng dở"),
        (paragraph("x }} y"), "đóng dở"),
        (paragraph("{% if x %}") + f"<w:tbl><w:tr><w:tc>{paragraph('{% endif %}')}</w:tc></w:tr></w:tbl>", "cùng chỗ"),
        (paragraph("{%p if x %}"), "thiếu thẻ đóng"),
        (paragraph("{%p endif %}"), "không có thẻ if"),
        (paragraph("{%p for d in x %}") + paragraph("{%p endif %}"), "không có thẻ if"),
        (paragraph("{% if x %}a{%r endif %}"), "không cùng loại"),
        (paragraph("{{ x + }}"), "sai cú pháp"),
        (paragraph("{{ x|safe }}"), "bộ lọc “safe”"),
        (paragraph("A") + paragraph("mất {%- if x -%}") + paragraph("B{% endif %}"), "làm mất chữ «mất» đứng trước"),
        (paragraph("{%- if x %}A{% endif %}"), "không có đoạn trước"),
        (paragraph("{% include 'x' %}"), "lệnh “include”"),
        (paragraph("{% macro a() %}{% endmacro %}"), "lệnh “macro”"),
        (paragraph("{% autoescape false %}{{ x }}{% endautoescape %}"), "lệnh “autoescape”"),
        (paragraph("{{tr x }}"), "không nằm trong hàng"),
        (paragraph("{%tr for a in x %}"), "không nằm trong hàng nào"),
        ('<w:p><w:r><w:instrText>{{ x }}</w:instrText></w:r></w:p>', "ngoài phần chữ"),
    ],
)  # fmt: skip
def test_a_broken_template_is_refused(body: str, said: str) -> None:
    assert said in " ".join(problems(body, x=1))


# What the libraries below say: Jinja, Python, lxml and libxml2.
ENGLISH = re.compile(r"\b(?:unexpected|expected|got|token|char|operand|object|argument|line|column|tag|mismatch|must|"
                     r"invalid|not|by|zero|is|value|end|of|str|int|float|list|w:\w+)\b")  # fmt: skip
WRONG = {
    "an operator without its second value": ("{{ x + }}", "biểu thức dừng dở hoặc thừa chữ"),
    "two values": ("{{ x y }}", "biểu thức dừng dở hoặc thừa chữ"),
    "a quote that stays open": ("{{ 'abc }}", "dấu nháy mở mà không đóng"),
    "a bracket that stays open": ("{{ (x }}", "dấu ngoặc không đủ đôi"),
    "a bracket nobody opened": ("{{ x) }}", "dấu ngoặc không đủ đôi"),
    "items without a comma": ("{{ [1 2] }}", "dấu phẩy"),
    "a sign Jinja has not": ("{{ x ? 1 }}", "có ký tự “?” không dùng được"),
    "a loop without in": ("{% for a x %}{% endfor %}", "thiếu chữ in"),
    "a filter without a name": ("{{ x| }}", "thiếu tên"),
    "a field without a name": ("{{ x. }}", "thừa dấu chấm sau tên → bỏ dấu chấm"),
    "a division by nothing": ("{{ 1/0 }}", "chia cho 0"),
    "kinds that do not add": ("{{ 'a' + 1 }}", "không cộng chữ với số được; ghép chữ bằng dấu ~"),
    "an argument of a filter": ("{{ x|round(2, 'z') }}", "giá trị ghi trong ngoặc của bộ lọc"),
    "a filter of another kind": ("{{ 5|sum }}", "không dùng được với kiểu giá trị này"),
    "a format that does not fit": ("{{ '%d'|format('a') }}", "không dùng được với kiểu giá trị này"),
    "a loop over pairs that are none": ("{% for a, b in [1] %}{% endfor %}", "không dùng được với kiểu giá trị này"),
    "a number too large": ("{{ 2 ** 99999 }}", "số mũ quá lớn"),
    "a value that is no function": ("{{ x() }}", "không gọi được giá trị này như một hàm"),
    "a field of a number": ("{{ (x / 2).y.z }}", "không có “y” trong số có phần lẻ"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_tag_is_told_in_vietnamese_alone(name: str) -> None:
    body, said = WRONG[name]
    (told,) = problems(paragraph(body), x=1)
    assert said in told
    assert told.startswith("mau.docx, thân văn bản, đoạn 1: thẻ {")
    assert " → " in told
    own = re.sub(r"\{[{%].*?[%}]\}", "", told)  # the tag as its author wrote it
    own = own.replace("thiếu chữ in", "").replace("mau.docx", "")
    assert not ENGLISH.search(own), told


def test_all_problems_come_at_once_each_with_its_place() -> None:
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    table = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>"
        + cell.format(paragraph("a"))
        + cell.format(paragraph("{{ sai + }}"))
        + "</w:tr></w:tbl>"
    )
    found = problems(paragraph("{{ x|safe }}") + table + paragraph("{% if x %}"))
    assert len(found) == 3
    assert found[0].startswith("mau.docx, thân văn bản, đoạn 1: thẻ {{ x|safe }}")
    assert found[1].startswith("mau.docx, thân văn bản, bảng 1, hàng 1, cột 2: thẻ {{ sai + }}")
    assert found[2].startswith("mau.docx, thân văn bản, đoạn 2: thẻ {% if x %}")


def test_every_missing_field_is_named_with_its_place_and_a_near_name() -> None:
    body = (
        paragraph("{{ co_qan }}")
        + paragraph("{%p for b in ds %}")
        + paragraph("{{ b.nhann }} {{ b.chu }}")
        + paragraph("{%p endfor %}")
        + paragraph("{%p if co_quan == 'không' %}")
        + paragraph("{{ trong_nhanh_khong_chay }}")
        + paragraph("{%p endif %}")
    )
    blocks = [Block("doan", "1.", chu=Rich.plain("a")), Block("doan", "2.", chu=Rich.plain("b"))]
    found = problems(body, co_quan="X", ds=blocks)
    assert len(found) == 3
    assert "đoạn 1: thẻ {{ co_qan }}: không có trường “co_qan” → có phải là “co_quan”?" in found[0]
    assert "đoạn 6" in found[1]
    assert "trong_nhanh_khong_chay" in found[1]
    assert "đoạn 3: thẻ {{ b.nhann }}: không có “nhann” trong mục nội dung → có phải là “nhan”?" in found[2]


def test_a_field_only_asked_for_may_be_missing() -> None:
    assert rendered(paragraph("{% if x is defined %}{{ x }}{% endif %}A")) == "A"


@pytest.mark.parametrize(
    "expression",
    ["''.__class__", "x.__class__.__mro__", "x.append(1)", "cycler", "lipsum()", "x|attr('__class__')", "self"],
)
def test_the_sandbox_holds(expression: str) -> None:
    with pytest.raises(TemplateError):
        Template.compile(template(paragraph(f"{{{{ {expression} }}}}"))).render({"x": []})


def test_an_expression_that_fails_is_named() -> None:
    (found,) = problems(paragraph("A") + paragraph("{{ x + 1 }}"), x="a")
    assert "đoạn 2: thẻ {{ x + 1 }}: không tính được" in found


def test_fields_lists_what_is_read() -> None:
    body = paragraph("{%p for d in ds if d.dung %}") + paragraph("{{ d.ten.strip() }} {{ loop.index }} {{ a.b['c'] }}")
    body += paragraph("{% set t = d.e %}{{ t.f }}{{ range(3)|length }}") + paragraph("{%p endfor %}")
    assert Template.compile(template(body)).fields() == ["a.b.c", "ds[].dung", "ds[].e.f", "ds[].ten"]


@pytest.mark.parametrize("kind", ["bang", "doan", "dieu"])
def test_a_block_the_template_does_not_print_is_an_error(kind: str) -> None:
    block = Block("bang", bang=simple_table()) if kind == "bang" else Block(kind, chu=Rich.plain("a"))  # type: ignore[arg-type]
    with pytest.raises(TemplateError, match=f"kieu: {kind}"):
        Template.compile(template(paragraph("{% for b in noi_dung %}{{ b.nhan }}{% endfor %}"))).render(
            {"noi_dung": [block]}
        )


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"khong phai zip"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(TemplateError, match="Word"):
        Template.compile(data, "x.docx")


def test_a_damaged_part_is_refused_not_mended() -> None:
    package = Package.read(template(paragraph("A")))
    package.parts["word/document.xml"] = package.parts["word/document.xml"].replace(b"</w:p>", b"<chua co></w:p>", 1)
    with pytest.raises(TemplateError, match="tệp Word hỏng") as caught:
        Template.compile(package.to_bytes())
    assert not ENGLISH.search(str(caught.value)), caught.value


def test_a_style_the_template_lacks_is_brought_where_it_is_used(
    tmp_path: Path, validate: Callable[[bytes], None]
) -> None:
    own = docx.Document()
    own.add_paragraph("Trước {{ a }}")
    own.add_paragraph("{%p if x %}")
    own.add_paragraph("{{p x }}")
    own.add_paragraph("{%p endif %}")
    own.add_paragraph("Sau")
    own.save(str(tmp_path / "mau.docx"))
    form = Template.load(tmp_path / "mau.docx")
    with_table = form.render({"a": "A", "x": simple_table()})
    validate(with_table)
    names = [
        item.get(w("val"))
        for item in find(parse(Package.read(with_table).parts["word/styles.xml"]), "//w:style/w:name")
    ]
    assert {"Bảng dữ liệu", "Bảng - trái"} < set(names)
    assert len(names) == len(set(names))
    without = Package.read(form.render({"a": "A", "x": None})).parts
    before = Package.read((tmp_path / "mau.docx").read_bytes()).parts
    assert {name for name in before if without[name] != before[name]} == {DOCUMENT}


def rows_template(*, last: str = "{{ d.b }}") -> bytes:
    cell = "<w:tc><w:tcPr><w:tcW w:w='900' w:type='dxa'/></w:tcPr>{}</w:tc>"
    rows = [("{%tr for d in ds %}", ""), ("{{ d.a }}", last), ("{%tr endfor %}", "")]
    table = "".join(f"<w:tr>{''.join(cell.format(paragraph(text)) for text in row)}</w:tr>" for row in rows)
    return template(
        paragraph("trước")
        + f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/><w:gridCol w:w='900'/></w:tblGrid>{table}</w:tbl>"
        + paragraph("sau")
    )


@pytest.mark.parametrize("count", [0, 1, 2, 40, 41, 42, 43, 200])
@pytest.mark.parametrize("last", ["{{ d.b }}", "{{ d.b }}{% if loop.first %}!{% endif %}"])
def test_rows_set_aside_come_back_in_their_place(count: int, last: str) -> None:
    compiled = Template.compile(rows_template(last=last))
    context = {"ds": [{"a": f"<{number}>", "b": f"</w:tr>{number}"} for number in range(count)]}
    whole = compiled.render_tree(context).document
    data = compiled.render(context)
    assert etree.tostring(document(data), method="c14n") == etree.tostring(whole, method="c14n")
    assert len(find(whole, "//w:tr")) == count


def test_docxtpls_cell_tags_work_and_cannot_break_the_file() -> None:
    cell = "<w:tc><w:tcPr><w:tcW w:w='900' w:type='dxa'/></w:tcPr>{}</w:tc>"
    rows = [("{%tr for d in ds %}", ""), ("{% vm %}{{ d }}", "{% cellbg c %}{{ d }}"), ("{%tr endfor %}", "")]
    table = "".join(f"<w:tr>{''.join(cell.format(paragraph(text)) for text in row)}</w:tr>" for row in rows)
    compiled = Template.compile(template(f"<w:tbl><w:tblPr/><w:tblGrid/>{table}</w:tbl>"), "o.docx")
    tree = document(compiled.render({"ds": ["a", "b", "c"], "c": "FF0000"}))
    assert [item.get(w("val")) for item in find(tree, "//w:vMerge")] == ["restart", "continue", "continue"]
    assert [item.get(w("fill")) for item in find(tree, "//w:shd")] == ["FF0000"] * 3
    assert [text_of(item) for item in find(tree, "//w:tc")] == ["a", "a", "", "b", "", "c"]
    with pytest.raises(TemplateError, match=r"o.docx: giá trị làm hỏng tệp Word") as caught:
        compiled.render({"ds": ["a"] * 100, "c": "FF\n00"})
    assert not ENGLISH.search(str(caught.value).removeprefix("o.docx")), caught.value


@pytest.mark.parametrize(("old", "new"), [(b"w:sectPr", b"w:khac"), (b"w:body", b"w:than")])
def test_a_document_without_body_or_page_is_refused(old: bytes, new: bytes) -> None:
    package = Package.read(template(paragraph("A")))
    package.parts["word/document.xml"] = package.parts["word/document.xml"].replace(old, new)
    with pytest.raises(TemplateError, match="tệp Word hỏng") as caught:
        Template.compile(package.to_bytes())
    assert not ENGLISH.search(str(caught.value)), caught.value
