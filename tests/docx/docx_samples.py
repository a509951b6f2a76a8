"""Small templates and data for the tests of this folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.content import Cell, Column, Rich, Row, Table
from generator.docx.word.ooxml import R, W, find, parse, serialize
from generator.docx.word.package import DOCUMENT, Package
from tests import pictures

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates" / "vi"
TEXT_WIDTH = 11906 - 1701 - 850  # twips between the side margins, upright


def paragraph(*texts: str, style: str = "DoanVan") -> str:
    """A paragraph whose every text is a run of its own."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def template(body: str, *, header: str | None = None) -> bytes:
    """A template with the styles and page of ours and the given body."""
    package = Package.read((TEMPLATES / "phu-luc.docx").read_bytes())
    root = parse(package.parts[DOCUMENT])
    section = find(root, "//w:body/w:sectPr")[0]
    text = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
    made = parse(text)
    made[0].append(section)
    package.parts[DOCUMENT] = serialize(made)
    if header is not None:
        package.parts["word/header1.xml"] = f'<w:hdr xmlns:w="{W}">{header}</w:hdr>'.encode()
    return package.to_bytes()


def document(data: bytes) -> Any:
    """The tree of a DOCX's main part."""
    return parse(Package.read(data).parts[DOCUMENT])


def text_of(element: Any) -> str:
    """The text of an element as a reader sees it: breaks and tabs as characters, paragraphs on lines."""
    marks = {f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}
    lines = [
        "".join(marks.get(item.tag, item.text or "") for item in find(paragraph, "./w:r/*[not(self::w:rPr)]"))
        for paragraph in find(element, ".//w:p")
    ]
    return "\n".join(lines)


def decision(**changes: object) -> dict[str, object]:
    """Data for quyet-dinh.docx."""
    context: dict[str, object] = {
        "co_quan_chu_quan": ["UBND TỈNH VĨNH LONG"],
        "co_quan": ["ỦY BAN NHÂN DÂN", "XÃ LONG HỒ"],
        "so_ky_hieu": "Số: 59/QĐ-UBND",
        "dia_danh_ngay": "Long Hồ, ngày 09 tháng 01 năm 2026",
        "ten_loai": "QUYẾT ĐỊNH",
        "trich_yeu": Rich.plain("Ban hành Mục tiêu chất lượng năm 2026"),
        "tham_quyen": "ỦY BAN NHÂN DÂN XÃ LONG HỒ",
        "can_cu": [Rich.plain("Theo đề nghị của Chánh Văn phòng.")],
        "lenh": "QUYẾT ĐỊNH:",
        "noi_dung": [],
        "noi_nhan": ["- Như Điều 3;", "- Lưu: VT."],
        "ky": ["CHỦ TỊCH"],
        "chuc_danh_khac": [],
        "hang_ky": [],
        "cho_dau_mat": False,
        "do_khan": "",
        "luu_hanh": "",
        "lien_he": "",
        "ho_ten": "Nguyễn Thị Ngọc Ánh",
    }
    return context | changes


def annex(**changes: object) -> dict[str, object]:
    """Data for phu-luc.docx."""
    context: dict[str, object] = {
        "chu_ky_so": "",
        "nhan": "Phụ lục I",
        "tieu_de": [Rich.plain("MỤC TIÊU CHẤT LƯỢNG")],
        "kem_theo": Rich.plain("(Kèm theo Quyết định số 59/QĐ-UBND ngày 09 tháng 01 năm 2026)"),
        "noi_dung": [],
    }
    return context | changes


def simple_table(**changes: Any) -> Table:
    """A table of two columns with a heading and one row."""
    row = Row((Cell((Rich.plain("a"),)), Cell((Rich.plain("b"),))))
    values: dict[str, Any] = {"columns": (Column(1), Column(2)), "header": (row,), "body": (row,)}
    return Table(**(values | changes))


def png(width: int = 4, height: int = 2) -> bytes:
    """A grey picture of so many pixels."""
    return pictures.png(width, height, [b"\x80\x80\x80" * width] * height)
