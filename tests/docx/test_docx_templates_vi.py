"""Our own templates: built from the decree's figures, and laid out as it prescribes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.content import Rich
from generator.docx import Part, Template, render_document
from generator.docx.word.ooxml import find, parse, w
from generator.docx.word.package import STYLES, Package
from generator.errors import TemplateError
from generator.fonts import text_width
from generator.law.figures import (
    COMPONENTS,
    HEADER_LEFT_COLUMN,
    NATIONAL_MOTTO,
    NATIONAL_NAME,
    SHORT_RULE,
    mm_to_twips,
)
from tests.docx.docx_samples import ROOT, TEMPLATES, TEXT_WIDTH, annex, decision, document, text_of

NAMES = sorted(path.stem for path in TEMPLATES.glob("*.docx"))


def rules(tree: object) -> list[tuple[int, int]]:
    """Left and right indent of every rule, in twips, in reading order."""
    found = find(tree, "//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'KeNgang')]/w:pPr/w:ind")  # type: ignore[arg-type]
    return [(int(item.get(w("left"), "0")), int(item.get(w("right"), "0"))) for item in found]


def test_building_them_again_gives_the_same_bytes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "tools" / "build_templates.py"), str(tmp_path)], check=True)
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in TEMPLATES.glob("*.docx")}
    assert sorted(built) == sorted(kept), "a template is an entry of DOCUMENTS in tools/build_templates.py"
    assert built == kept, "chạy lại: python tools/build_templates.py"


@pytest.mark.parametrize("name", NAMES)
def test_the_page_on_templates_tells_of_each(name: str) -> None:
    assert f"| `{name}.docx` |" in (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_paragraph_has_a_style_and_no_look_of_its_own(name: str) -> None:
    tree = document((TEMPLATES / f"{name}.docx").read_bytes())
    for properties in find(tree, "//w:pPr"):
        extra = {item.tag for item in properties} - {w("pStyle"), w("ind")}
        assert not extra
        assert not find(properties, "./w:ind") or find(properties, "./w:pStyle[@w:val='KeNgang']")
    assert {item.tag for item in find(tree, "//w:rPr/*")} <= {w("rStyle")}


@pytest.mark.parametrize("name", NAMES)
def test_styles_are_named_in_vietnamese_with_ascii_ids(name: str) -> None:
    styles = parse(Package.read((TEMPLATES / f"{name}.docx").read_bytes()).parts[STYLES])
    for style in find(styles, "//w:style[@w:customStyle]"):
        shown = find(style, "./w:name")[0].get(w("val"), "")
        assert style.get(w("styleId"), "").isascii()
        assert not shown.isascii()
        assert "," not in shown, "Word takes a comma in a style's name for the start of an alias"


def test_the_head_keeps_the_decrees_lines() -> None:
    tree = document(Template.load(TEMPLATES / "quyet-dinh.docx").render(decision()))
    head = find(tree, "//w:tbl")[0]
    cells = [text_of(cell).strip() for cell in find(head, ".//w:tc")]
    assert cells == [
        "UBND TỈNH VĨNH LONG\nỦY BAN NHÂN DÂN\nXÃ LONG HỒ",
        f"{NATIONAL_NAME}\n{NATIONAL_MOTTO}",
        "Số: 59/QĐ-UBND",
        "Long Hồ, ngày 09 tháng 01 năm 2026",
    ]
    name = COMPONENTS["national_name"]
    column = int(find(head, "./w:tblGrid/w:gridCol")[1].get(w("w"), "0")) / 20
    assert text_width(NATIONAL_NAME, name.size, bold=True) < column, "Quốc hiệu must stay on one line"


def test_the_rules_are_as_long_as_the_decree_says() -> None:
    tree = document(Template.load(TEMPLATES / "quyet-dinh.docx").render(decision()))
    (left, right), (motto_left, motto_right), (subject_left, subject_right) = rules(tree)
    head_left = mm_to_twips(HEADER_LEFT_COLUMN)
    issuer = text_width("XÃ LONG HỒ", 13, bold=True) * 20
    assert SHORT_RULE.low <= (head_left - left - right) / issuer <= SHORT_RULE.high
    motto = text_width(NATIONAL_MOTTO, 14, bold=True) * 20
    assert (TEXT_WIDTH - head_left - motto_left - motto_right) == pytest.approx(motto, abs=2)
    subject = text_width("Ban hành Mục tiêu chất lượng năm 2026", 14, bold=True) * 20
    assert SHORT_RULE.low <= (TEXT_WIDTH - subject_left - subject_right) / subject <= SHORT_RULE.high
    for one, other in ((left, right), (motto_left, motto_right), (subject_left, subject_right)):
        assert abs(one - other) <= 1, "centred"


def test_a_long_title_falls_into_even_lines_and_its_rule_follows_the_last() -> None:
    title = "Kế hoạch thực hiện mục tiêu chất lượng năm 2026 theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015 của xã"
    context = annex(kem_theo=Rich.plain(title))
    tree = document(Template.load(TEMPLATES / "phu-luc.docx").render(context))
    indent = find(tree, "//w:p[w:pPr/w:pStyle/@w:val='KemTheo']/w:pPr/w:ind")[0]
    side = int(indent.get(w("left"), "0"))
    assert side == int(indent.get(w("right"), "0")) > 567
    ((left, right),) = rules(tree)
    column = (TEXT_WIDTH - 2 * side) / 20
    words, lines = title.split(), [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, 14, italic=True) > column:
            lines.append(word)
        else:
            lines[-1] = longer
    assert len(lines) == 2
    last = text_width(lines[-1], 14, italic=True) * 20
    assert SHORT_RULE.low <= (TEXT_WIDTH - left - right) / last <= SHORT_RULE.high


def test_a_draft_keeps_the_gap_for_its_number() -> None:
    data = Template.load(TEMPLATES / "quyet-dinh.docx").render(decision(so_ky_hieu="Số:        /QĐ-UBND"))
    assert "Số:        /QĐ-UBND" in text_of(document(data))


def test_the_head_of_a_landscape_text_spans_the_page() -> None:
    path = TEMPLATES / "van-ban-kem-theo.docx"
    tree = document(render_document(Part(path, decision() | annex(), landscape=True)))
    head = find(tree, "//w:tbl")[0]
    columns = [int(item.get(w("w"), "0")) for item in find(head, "./w:tblGrid/w:gridCol")]
    assert sum(columns) == pytest.approx(14287, abs=2)  # each column is rounded
    (issuer, motto, _) = rules(tree)
    assert columns[1] - sum(motto) == pytest.approx(text_width(NATIONAL_MOTTO, 14, bold=True) * 20, abs=2)
    assert SHORT_RULE.low <= (columns[0] - sum(issuer)) / (text_width("XÃ LONG HỒ", 13, bold=True) * 20)


def test_no_rule_is_drawn_under_nothing() -> None:
    tree = document(Template.load(TEMPLATES / "phu-luc.docx").render(annex(kem_theo=Rich())))
    assert rules(tree) == []


def test_a_template_with_damaged_relationships_is_refused_when_it_is_read() -> None:
    package = Package.read((TEMPLATES / "ke-hoach.docx").read_bytes())
    package.parts["word/_rels/document.xml.rels"] = b'<Relationships xmlns="x'
    with pytest.raises(TemplateError, match=r"document\.xml\.rels bị hỏng"):
        Package.read(package.to_bytes(), "ke-hoach.docx")
