from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.content import Rich, Table
from generator.docx.ooxml import R, W, find, parse
from generator.docx.package import DOCUMENT, Package

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates" / "vi"


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
    from generator.docx.ooxml import serialize

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
        "ho_ten": "Nguyễn Thị Ngọc Ánh",
    }
    return context | changes


def annex(**changes: object) -> dict[str, object]:
    """Data for phu-luc.docx."""
    context: dict[str, object] = {
        "nhan": "Phụ lục I",
        "tieu_de": [Rich.plain("MỤC TIÊU CHẤT LƯỢNG")],
        "kem_theo": Rich.plain("(Kèm theo Quyết định số 59/QĐ-UBND ngày 09 tháng 01 năm 2026)"),
        "noi_dung": [],
    }
    return context | changes


def _validator() -> list[str] | None:
    named = os.environ.get("VANTHU_OOXML_VALIDATOR")
    local = ROOT / "node_modules" / ".bin" / "ooxml-validator"
    for command in (named, str(local) if local.exists() else None, shutil.which("ooxml-validator")):
        if command:
            return [command]
    return None


@pytest.fixture
def validate(tmp_path: Path) -> Callable[[bytes], None]:
    """A check by Microsoft's Open XML SDK that the DOCX has no error."""
    command = _validator()
    if command is None:
        reason = "không có ooxml-validator của Microsoft: npm install, hoặc đặt VANTHU_OOXML_VALIDATOR"
        if os.environ.get("VANTHU_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)

    def check(data: bytes) -> None:
        path = tmp_path / "van-ban.docx"
        path.write_bytes(data)
        done = subprocess.run([*command, str(path)], capture_output=True, text=True, timeout=120, check=False)
        assert '"ok": true' in done.stdout, done.stdout + done.stderr

    return check


def simple_table(**changes: Any) -> Table:
    """A table of two columns with a heading and one row."""
    from generator.content import Cell, Column, Row

    row = Row((Cell((Rich.plain("a"),)), Cell((Rich.plain("b"),))))
    values: dict[str, Any] = {"columns": (Column(1), Column(2)), "header": (row,), "body": (row,)}
    return Table(**(values | changes))
