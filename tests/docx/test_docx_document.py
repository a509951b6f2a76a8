"""Whole documents: sections, headers, page numbers, styles and the signature block."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.content import Block, BlockKind, Rich
from generator.docx import Part, Properties, render_document
from generator.docx.word.ooxml import R, find, parse, serialize, w
from generator.docx.word.package import CORE_PROPERTIES, DOCUMENT, STYLES, Package
from generator.errors import TemplateError
from tests.docx.docx_samples import TEMPLATES, annex, decision, document, paragraph, simple_table, template, text_of

QD, PL = TEMPLATES / "quyet-dinh.docx", TEMPLATES / "phu-luc.docx"
WORDS = "Các cơ quan chuyên môn, đơn vị thuộc Ủy ban nhân dân xã có trách nhiệm thực hiện./."
KINDS: list[BlockKind] = [
    "phan", "muc_dieu", "dieu", "muc", "khoan_tieu_de", "khoan", "diem", "gach", "cong", "doan", "doan_giua", "bang",
]  # fmt: skip


def every_kind() -> list[Block]:
    headed = {"phan", "muc_dieu", "muc", "khoan_tieu_de"}
    blocks = [
        Block(kind, f"[nhan-{kind}]", Rich.plain(f"[tieu-{kind}]") if kind in headed else Rich(),
              Rich() if kind in headed else Rich.plain(f"[chu-{kind}]"))
        for kind in KINDS if kind != "bang"
    ]  # fmt: skip
    article = Block("dieu", "Điều 2.", Rich.plain("Tiêu đề"), Rich.plain("chữ."))
    heading = Block("dieu", "Điều 3.", Rich.plain("Chỉ tiêu đề"))
    return [*blocks, article, heading, Block("bang", bang=simple_table()), Block("doan", chu=Rich.plain(WORDS))]


def full() -> bytes:
    attachments = [
        Part(PL, annex(noi_dung=every_kind())),
        Part(PL, annex(nhan="Phụ lục II", noi_dung=[Block("bang", bang=simple_table())]), landscape=True),
        Part(TEMPLATES / "van-ban-kem-theo.docx", decision() | annex(noi_dung=every_kind())),
    ]
    main = Part(QD, decision(noi_dung=every_kind()))
    return render_document(main, attachments, Properties(title="QĐ", created=datetime(2026, 1, 9)))


def test_microsofts_validator_finds_nothing(validate: Callable[[bytes], None]) -> None:
    validate(full())


@pytest.mark.parametrize("addressees", [[], ["Sở Nội vụ"], ["Sở Nội vụ", "Sở Khoa học và Công nghệ"]])
def test_a_plan_is_valid_with_any_number_of_addressees(
    validate: Callable[[bytes], None], addressees: list[str]
) -> None:
    context = decision(noi_dung=every_kind(), kinh_gui=addressees, mo_dau=[Rich.plain(WORDS)], can_cu=[])
    data = render_document(Part(TEMPLATES / "ke-hoach.docx", context))
    shown = text_of(document(data))
    assert shown.count("Kính gửi:") == bool(addressees)
    assert all(name in shown for name in addressees)
    assert ("- Sở Nội vụ;\n- Sở Khoa học và Công nghệ." in shown) == (len(addressees) == 2)
    validate(data)


def test_every_kind_of_block_is_printed() -> None:
    shown = text_of(document(full()))
    for kind in KINDS:
        if kind not in ("bang", "gach", "cong", "doan", "doan_giua"):
            assert shown.count(f"[nhan-{kind}]") == 3
        if kind not in ("bang",):
            assert shown.count(f"[tieu-{kind}]") + shown.count(f"[chu-{kind}]") == 3
    assert "\nĐiều 2. Tiêu đề chữ.\nĐiều 3. Chỉ tiêu đề\n" in shown
    assert "\n- [chu-gach]\n+ [chu-cong]\n" in shown


def test_each_attachment_is_a_section_of_its_own() -> None:
    tree = document(full())
    sections = find(tree, "//w:sectPr")
    sizes = [find(item, "./w:pgSz")[0] for item in sections]
    assert [(size.get(w("w")), size.get(w("h")), size.get(w("orient"))) for size in sizes] == [
        ("11906", "16838", None),
        ("11906", "16838", None),
        ("16838", "11906", "landscape"),
        ("11906", "16838", None),
    ]
    margins = [tuple(find(item, "./w:pgMar")[0].get(w(side)) for side in ("top", "right", "bottom", "left"))
               for item in sections]  # fmt: skip
    assert set(margins) == {("1134", "850", "1134", "1701")}
    assert all(find(item, "./w:pgNumType[@w:start='1']") for item in sections)
    assert [bool(find(item, "./w:type[@w:val='nextPage']")) for item in sections] == [False, True, True, True]
    # A table cannot carry the end of a section: a paragraph of one point does.
    carriers = [item.getparent().getparent() for item in sections[:-1]]  # type: ignore[union-attr]
    assert [find(item, "./w:pPr/w:pStyle")[0].get(w("val")) for item in carriers] == ["NgatPhan", "DoanVan", "NgatPhan"]
    tables = find(tree, "//w:tbl[w:tblPr/w:tblStyle/@w:val='BangDuLieu']/w:tblPr/w:tblW")
    assert [table.get(w("w")) for table in tables] == ["9355", "9355", "14287", "9355"]


def test_the_first_page_of_every_section_hides_its_number() -> None:
    data = full()
    package, tree = Package.read(data), document(data)
    known = package.relationships(DOCUMENT)
    for section in find(tree, "//w:sectPr"):
        assert find(section, "./w:titlePg[not(@w:val)]")
        targets = {
            item.get(w("type")): package.parts[known[item.get(f"{{{R}}}id", "")].target].decode()
            for item in find(section, "./w:headerReference")
        }
        assert " PAGE " in targets["default"]
        assert "<w:r>" not in targets["first"]
    assert sorted(name for name in package.parts if "header" in name) == ["word/header1.xml", "word/header2.xml"]


def test_the_signature_never_stands_alone() -> None:
    tree = document(render_document(Part(QD, decision(noi_dung=[Block("doan", chu=Rich.plain(WORDS))]))))
    last = find(tree, "//w:tbl[last()]/preceding-sibling::w:p[1]")[0]
    assert find(last, "./w:pPr/w:keepNext")
    assert find(last, "./w:pPr/w:keepLines")
    blocks = [Block("bang", bang=simple_table())]
    tree = document(render_document(Part(QD, decision(noi_dung=blocks))))
    assert find(tree, "//w:tbl[w:tblPr/w:tblStyle/@w:val='BangDuLieu']/w:tr[last()]//w:keepNext")
    assert find(tree, "//w:body/*")[-3].tag == w("p"), "the data table and the closing one must not touch"


def own_annex(name: str, header: str, style_id: str, style_name: str) -> bytes:
    package = Package.read(template(paragraph("{{ nhan }}", style=style_id), header=paragraph(header)))
    styles = parse(package.parts[STYLES])
    style = parse(
        f'<w:style xmlns:w="{w("")[1:-1]}" w:type="paragraph" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{style_name}"/><w:basedOn w:val="DoanVan"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    for old in find(styles, f"//w:style[@w:styleId='{style_id}']"):
        styles.remove(old)
    styles.append(style)
    package.parts[STYLES] = serialize(styles)
    return package.to_bytes()


def test_styles_and_headers_of_an_annex_come_along(tmp_path: object, validate: Callable[[bytes], None]) -> None:

    folder = tmp_path
    # Word makes ids from names: the id "Khoan" may be another style in an agency's own annex.
    (folder / "a.docx").write_bytes(own_annex("a", "Đầu trang riêng", "Khoan", "Kiểu riêng"))
    # and a style of ours may have another id there, and another look, which the form keeps
    (folder / "b.docx").write_bytes(own_annex("b", "Đầu trang riêng", "imABC", "Điểm"))
    data = render_document(Part(QD, decision()), [Part(folder / "a.docx", annex()), Part(folder / "b.docx", annex())])
    validate(data)
    package, tree = Package.read(data), document(data)
    used = [item.get(w("val")) for item in find(tree, "//w:pStyle")]
    assert used[-2:] == ["KhoanA", "imABC"]
    names = [item.get(w("val")) for item in find(parse(package.parts[STYLES]), "//w:style/w:name")]
    assert names.count("Kiểu riêng") == 1
    assert names.count("Khoản") == 1
    assert "Điểm (b)" in names
    assert len(set(names)) == len(names)
    headers = [name for name in package.parts if name.startswith("word/header")]
    assert len(headers) == 3, "two equal headers are one part"


def test_problems_of_all_parts_come_at_once() -> None:
    wrong = annex()
    del wrong["nhan"]
    with pytest.raises(TemplateError) as caught:
        render_document(Part(QD, decision(ho_ten=None)), [Part(PL, wrong)])
    assert [str(problem).partition(",")[0] for problem in caught.value.problems] == ["quyet-dinh.docx", "phu-luc.docx"]


def test_properties_say_what_the_document_is() -> None:
    made = Properties("Tiêu đề <1>", "UBND xã", "Mục tiêu", ("a", "b"), draft=True, created=datetime(2026, 1, 9, 7))
    core = Package.read(render_document(Part(QD, decision()), (), made)).parts[CORE_PROPERTIES].decode()
    for text in ("Tiêu đề &lt;1&gt;", "UBND xã", "a, b", "Dự thảo", "2026-01-09T07:00:00Z"):
        assert text in core


def test_styles_are_found_by_the_name_a_word_user_sees(tmp_path: Path) -> None:
    # Word makes new ids from the names when it saves.
    package = Package.read(QD.read_bytes())
    for part in (DOCUMENT, STYLES):
        package.parts[part] = package.parts[part].replace(b'"BangTrai"', b'"Bngtri"').replace(b'"KhungChuKy"', b'"a1"')
    (tmp_path / "sua.docx").write_bytes(package.to_bytes())
    blocks = [Block("bang", bang=simple_table())]
    tree = document(render_document(Part(tmp_path / "sua.docx", decision(noi_dung=blocks))))
    assert find(tree, "//w:tc//w:pStyle[@w:val='Bngtri']")
    assert find(tree, "//w:tbl[w:tblPr/w:tblStyle/@w:val='BangDuLieu']/w:tr[last()]//w:keepNext")
