"""What comes into a form or stands behind it: links, pictures, sub-documents, annexes, replaced parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Mm
from docxtpl import InlineImage, RichText

from generator.docx import Part, Template, render_document
from generator.docx.compatible import DocxTemplate
from generator.docx.word.ooxml import R, W, find, parse, serialize, w
from generator.docx.word.package import DOCUMENT, WML_TYPE, Package, Relationship
from generator.errors import TemplateError
from generator.layout import read
from generator.layout.tree.content import Paragraph, Run
from tests.docx.docx_samples import TEMPLATES, decision, document, paragraph, png, template, text_of

QD = TEMPLATES / "quyet-dinh.docx"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_links_go_where_they_say_from_body_and_header(tmp_path: Path) -> None:
    file = tmp_path / "mau.docx"
    file.write_bytes(with_header(paragraph("{{r x }}"), paragraph("{{r x }}")))
    form = DocxTemplate(file)
    form.render({"x": RichText("nguồn", url_id=form.build_url_id("https://vanban.chinhphu.vn/?a=1&b=2"))})
    out = BytesIO()
    form.save(out)
    package = Package.read(out.getvalue())
    for part in (DOCUMENT, "word/header1.xml"):
        link = find(parse(package.parts[part]), "//w:hyperlink[w:r/w:t='nguồn']")[0]
        to = package.relationships(part)[link.get(f"{{{R}}}id", "")]
        assert (to.target, to.external) == ("https://vanban.chinhphu.vn/?a=1&b=2", True)


def with_header(body: str, header: str) -> bytes:
    package = Package.read(template(body))
    text = f'<w:hdr xmlns:w="{W}" xmlns:r="{R}">{header}</w:hdr>'
    package.add("word/header1.xml", text.encode(), f"{WML_TYPE}.header+xml")
    key = package.relate(DOCUMENT, Relationship(f"{KINDS}/header", "word/header1.xml"))
    root = parse(package.parts[DOCUMENT])
    section = find(root, "//w:sectPr")[0]
    for old in find(section, "./w:headerReference[@w:type='default']"):
        section.remove(old)
    reference = section.makeelement(w("headerReference"))
    reference.set(w("type"), "default")
    reference.set(f"{{{R}}}id", key)
    section.insert(0, reference)
    package.parts[DOCUMENT] = serialize(root)
    return package.to_bytes()


def test_pictures_in_body_table_and_header(tmp_path: Path, validate: Callable[[bytes], None]) -> None:
    (tmp_path / "dau.png").write_bytes(png())
    cell = f"<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/></w:tcPr>{paragraph('{{ hinh }}')}</w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
    form = DocxTemplate(
        BytesIO(with_header(paragraph("A {{ hinh }} B") + table + paragraph("Z"), paragraph("{{ hinh }}")))
    )
    form.render({"hinh": InlineImage(form, str(tmp_path / "dau.png"), width=Mm(20))})
    out = BytesIO()
    form.save(out)
    validate(out.getvalue())
    package = Package.read(out.getvalue())
    assert len([name for name in package.parts if name.startswith("word/media/hinh")]) == 1, "one file for equal ones"
    for part, number in ((DOCUMENT, 2), ("word/header1.xml", 1)):
        tree = parse(package.parts[part])
        blips = [item for item in tree.iter() if str(item.tag).endswith("}blip")]
        assert len(blips) == number
        for blip in blips:
            assert package.parts[package.relationships(part)[blip.get(f"{{{R}}}embed", "")].target] == png()
        sizes = {(item.get("cx"), item.get("cy")) for item in tree.iter() if str(item.tag).endswith("}extent")}
        assert sizes == {(str(20 * 36000), str(10 * 36000))}
    assert text_of(document(out.getvalue())).startswith("A  B")


def test_a_file_that_is_no_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "dau.png").write_bytes(b"khong phai hinh")
    form = Template.compile(template(paragraph("{{ hinh }}")), "mau.docx")
    for name, said in (("dau.png", "không phải tệp hình"), ("thieu.png", "không mở được tệp hình")):
        with pytest.raises(TemplateError, match=said) as caught:
            form.render({"hinh": InlineImage(form, str(tmp_path / name))})
        assert "đoạn 1" in str(caught.value.problems[0])


def test_a_sub_document_brings_its_list_table_note_and_style(tmp_path: Path, validate: Callable[[bytes], None]) -> None:
    (tmp_path / "con.docx").write_bytes(listed("Kiểu của con", "mục con"))
    form = DocxTemplate(BytesIO(template(paragraph("A") + paragraph("{{p con }}") + paragraph("B"))))
    form.render({"con": form.new_subdoc(tmp_path / "con.docx")})
    out = BytesIO()
    form.save(out)
    validate(out.getvalue())
    tree, package = document(out.getvalue()), Package.read(out.getvalue())
    assert text_of(tree) == "A\nmục con\nB"
    number = find(tree, "//w:numPr/w:numId")[0].get(w("val"))
    numbering = parse(package.parts["word/numbering.xml"])
    assert find(numbering, f"//w:num[@w:numId='{number}']")
    assert "Kiểu của con" in package.parts["word/styles.xml"].decode()
    assert "lời chú" in package.parts["word/footnotes.xml"].decode()


def listed(style: str, text: str) -> bytes:
    """A document of one automatic list item in a style of its own, with a footnote."""
    package = Package.read(template(""))
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        "<w:footnote w:id='1'><w:p><w:r><w:t>lời chú</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    for kind, data in (("numbering", numbering), ("footnotes", notes)):
        package.add(f"word/{kind}.xml", data.encode(), f"{WML_TYPE}.{kind}+xml")
        package.relate(DOCUMENT, Relationship(f"{KINDS}/{kind}", f"word/{kind}.xml"))
    styles = parse(package.parts["word/styles.xml"])
    named = f'<w:style xmlns:w="{W}" w:type="paragraph" w:styleId="Con"><w:name w:val="{style}"/></w:style>'
    styles.append(parse(named))
    package.parts["word/styles.xml"] = serialize(styles)
    root = parse(package.parts[DOCUMENT])
    item = parse(
        f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="Con"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
        f'</w:pPr><w:r><w:t>{text}</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    )
    find(root, "//w:body")[0].insert(0, item)
    package.parts[DOCUMENT] = serialize(root)
    return package.to_bytes()


def test_an_annex_keeps_its_lists_and_notes_and_two_of_it_count_apart(
    tmp_path: Path, validate: Callable[[bytes], None]
) -> None:
    (tmp_path / "pl.docx").write_bytes(listed("Kiểu phụ lục", "mục"))
    annexes = [Part(tmp_path / "pl.docx", {}), Part(tmp_path / "pl.docx", {})]
    data = render_document(Part(QD, decision()), annexes)
    validate(data)
    numbers = [item.get(w("val")) for item in find(document(data), "//w:p[w:r/w:t='mục']//w:numId")]
    assert len(set(numbers)) == 2, "the second annex begins at 1 again"
    notes = [item.get(w("id")) for item in find(document(data), "//w:footnoteReference")]
    assert len(set(notes)) == 2
    assert Package.read(data).parts["word/footnotes.xml"].decode().count("lời chú") == 2


def test_a_list_that_is_not_there_does_not_go_on_with_anothers(tmp_path: Path) -> None:
    (tmp_path / "pl.docx").write_bytes(template('<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'))
    data = render_document(Part(QD, decision()), [Part(tmp_path / "pl.docx", {})])
    assert [item.get(w("val")) for item in find(document(data), "//w:numId")] == ["0"]


def test_an_own_annex_looks_as_it_does_alone(tmp_path: Path, validate: Callable[[bytes], None]) -> None:
    own = docx.Document()  # Word's own defaults: Calibri by theme, gaps by the document's defaults
    own.styles["Normal"].font.size = 139700  # 11 pt
    words = "Chữ của mẫu riêng"
    own.add_paragraph(words)
    own.save(str(tmp_path / "pl.docx"))
    data = render_document(Part(QD, decision()), [Part(tmp_path / "pl.docx", {})])
    validate(data)
    alone, joined = (
        next(item for section in read(file).sections for item in section.blocks if words in getattr(item, "text", ""))
        for file in ((tmp_path / "pl.docx").read_bytes(), data)
    )
    assert isinstance(alone, Paragraph)
    assert isinstance(joined, Paragraph)
    assert replace(joined.format, style_id="", style_name="") == replace(alone.format, style_id="", style_name="")
    assert [item.format for item in joined.items if isinstance(item, Run)] == [
        item.format for item in alone.items if isinstance(item, Run)
    ]


def test_pictures_and_files_of_a_template_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "cu.png").write_bytes(png())
    (tmp_path / "moi.png").write_bytes(png(8, 8))
    first = DocxTemplate(BytesIO(template(paragraph("{{ hinh }}"))))
    first.render({"hinh": InlineImage(first, str(tmp_path / "cu.png"))})
    first.save(tmp_path / "mau.docx")
    ways: dict[str, Callable[[DocxTemplate], None]] = {
        "by description": lambda form: form.replace_pic("cu.png", tmp_path / "moi.png"),
        "by content": lambda form: form.replace_media(tmp_path / "cu.png", tmp_path / "moi.png"),
        "by part": lambda form: form.replace_zipname("word/media/hinh1.png", tmp_path / "moi.png"),
    }
    for way in ways.values():
        form = DocxTemplate(tmp_path / "mau.docx")
        way(form)
        form.render({})
        out = BytesIO()
        form.save(out)
        assert Package.read(out.getvalue()).parts["word/media/hinh1.png"] == png(8, 8)
    form = DocxTemplate(tmp_path / "mau.docx")
    form.replace_pic("khong-co.png", tmp_path / "moi.png")
    form.render({})
    with pytest.raises(TemplateError, match=r"không có «khong-co\.png»"):
        form.save(tmp_path / "ra.docx")


def test_annexes_of_one_form_refer_each_to_its_own_place(tmp_path: Path) -> None:
    body = (
        '<w:p><w:bookmarkStart w:id="1" w:name="bang"/><w:r><w:t>A</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF bang \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>A</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    (tmp_path / "pl.docx").write_bytes(template(body))
    data = render_document(Part(QD, decision()), [Part(tmp_path / "pl.docx", {}), Part(tmp_path / "pl.docx", {})])
    names = [item.get(w("name")) for item in find(document(data), "//w:bookmarkStart")]
    codes = [item.text for item in find(document(data), "//w:instrText") if "REF" in (item.text or "")]
    assert names == ["bang", "bang_2"]
    assert codes == [" REF bang \\h ", " REF bang_2 \\h "]
