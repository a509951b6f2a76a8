"""Write the Word forms of data/_mau-rieng as two offices would have typed them: tabs and spaces, a logo, drawn lines.

python-docx writes them, as any other program would: nothing in them is ours, no style, no numbering of parts.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

ROOT = Path(__file__).parent.parent / "data" / "_mau-rieng"
_DAY = datetime(2026, 1, 5, tzinfo=UTC)
_CENTER, _BOTH, _RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.RIGHT
_BODY = ("{%p for b in noi_dung %}", "{{ b.nhan }} {{r b.tieu_de }}{{r b.chu }}", "{%p endfor %}")
_SCHOOL = ("{{ co_quan_chu_quan|join(' ') }}", "{{ co_quan|join(' ') }}")
_LINE = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:line style="position:absolute;z-index:1" '
    'from="{0}pt,3pt" to="{1}pt,3pt" strokeweight=".75pt"/></w:pict></w:r>'
)


def _new() -> Any:
    form = Document()
    section = form.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(3), Cm(1.5), Cm(2), Cm(2)
    normal = form.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    form.core_properties.author = "Văn thư"
    form.core_properties.language = "vi-VN"
    form.core_properties.created = form.core_properties.modified = _DAY
    return form


def _typed(form: Any, text: str, align: Any = None, *, size: float = 14, bold: bool = False, italic: bool = False,
           tabs: Sequence[float] = (), indent: float = 0, after: float = 0) -> Any:  # fmt: skip
    """A paragraph as it is typed: direct formatting, tab stops in centimetres (centred)."""
    paragraph = form.add_paragraph()
    paragraph.alignment = align
    look = paragraph.paragraph_format
    look.space_after, look.space_before, look.line_spacing = Pt(after), Pt(0), 1.0
    if indent:
        look.first_line_indent = Cm(indent)
    for stop in tabs:
        look.tab_stops.add_tab_stop(Cm(stop), WD_TAB_ALIGNMENT.CENTER)
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return paragraph


def _drawn_line(form: Any, *spans: tuple[float, float]) -> None:
    """Lines drawn from one place to another, in points from the left margin, anchored to a paragraph of their own."""
    paragraph = _typed(form, "", size=8)
    for begin, end in spans:
        paragraph._p.append(parse_xml(_LINE.format(begin, end)))


def _head(form: Any, left: Sequence[str] = ("{{ co_quan[0] }}", "{{ co_quan[1] }}")) -> None:
    """The head as it is typed without a table: two columns by tabs, lines drawn below."""
    two = (4.0, 12.2)
    _typed(form, f"\t{left[0]}\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True, tabs=two)
    _typed(form, f"\t{left[1]}\tĐộc lập - Tự do - Hạnh phúc", size=12, bold=True, tabs=two)
    _drawn_line(form, (80, 148), (262, 430))
    _typed(form, "\t{{ so_ky_hieu }}\t{{ dia_danh_ngay }}", size=13, tabs=two, after=12)


def _foot(form: Any) -> None:
    """Recipients, then the signature pushed to the right by a tab."""
    two = (12.2,)
    _typed(form, "{%p for dong in ky %}")
    _typed(form, "\t{{ dong }}", size=14, bold=True, tabs=two)
    _typed(form, "{%p endfor %}")
    for _ in range(3):
        _typed(form, "")
    _typed(form, "\t{{ ho_ten }}", size=14, bold=True, tabs=two, after=6)
    _typed(form, "Nơi nhận:", size=12, bold=True, italic=True)
    _typed(form, "{%p for dong in noi_nhan %}")
    _typed(form, "{{ dong }}", size=11)
    _typed(form, "{%p endfor %}")


def _body(form: Any) -> None:
    for line in _BODY:
        _typed(form, line, _BOTH, indent=1, after=6)


def _decision(form: Any) -> None:
    _head(form)
    _typed(form, "QUYẾT ĐỊNH", _CENTER, bold=True)
    _typed(form, "{{r trich_yeu }}", _CENTER, bold=True, after=6)
    _drawn_line(form, (187, 277))
    _typed(form, "{{ tham_quyen }}", _CENTER, bold=True, after=6)
    _typed(form, "{%p for dong in can_cu %}")
    _typed(form, "{{r dong }}", _BOTH, italic=True, indent=1, after=6)
    _typed(form, "{%p endfor %}")
    _typed(form, "{{ lenh }}", _CENTER, bold=True, after=6)
    _body(form)
    _foot(form)


def _plan(form: Any) -> None:
    _head(form)
    _typed(form, "KẾ HOẠCH", _CENTER, bold=True)
    _typed(form, "{{r trich_yeu }}", _CENTER, bold=True, after=12)
    for line in ("{%p for dong in can_cu %}", "{{r dong }}", "{%p endfor %}"):
        _typed(form, line, _BOTH, indent=1, after=6)
    for line in ("{%p for dong in mo_dau %}", "{{r dong }}", "{%p endfor %}"):
        _typed(form, line, _BOTH, indent=1, after=6)
    _table(
        form,
        (("TT", 1.2), ("Mục tiêu", 6.0), ("Chỉ tiêu", 4.0), ("Biện pháp", 5.3)),
        "muc_tieu",
        ("{{ m.so }}", "{{r m.noi_dung }}", "{{ m.chi_tieu }}", "{{r m.bien_phap or '–' }}"),
    )
    _typed(form, "", after=6)
    _body(form)
    _foot(form)


def _table(form: Any, columns: Sequence[tuple[str, float]], over: str, cells: Sequence[str]) -> None:
    table = form.add_table(rows=4, cols=len(columns))
    table.style = "Table Grid"
    table.autofit = False
    texts = ([name for name, _ in columns], [f"{{%tr for m in {over} %}}", *[""] * (len(columns) - 1)], cells,
             ["{%tr endfor %}", *[""] * (len(columns) - 1)])  # fmt: skip
    for number, (row, line) in enumerate(zip(table.rows, texts, strict=True)):
        for cell, text, (_, width) in zip(row.cells, line, columns, strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            run = paragraph.add_run(text)
            run.font.size, run.bold = Pt(12), number == 0
            paragraph.alignment = _CENTER if number == 0 else None
    mark = parse_xml('<w:tblHeader xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>')
    table.rows[0]._tr.get_or_add_trPr().append(mark)


def _slip(form: Any) -> None:
    _typed(form, "{{ co_quan.ten_goi_tat|in_hoa }}", size=12, bold=True)
    _typed(form, "{{ ten_loai }}", _CENTER, size=16, bold=True)
    _typed(form, "Ngày {{ ngay }}", _CENTER, italic=True, after=12)
    _typed(form, "Người giao: {{ nguoi_ky.ho_ten }}, {{ nguoi_ky.chuc_vu }}", indent=1, after=6)
    _typed(form, "Người nhận: {{ truong.nguoi_nhan }}", indent=1, after=6)
    _typed(form, "Việc chung: {{r trich_yeu }}", _BOTH, indent=1, after=6)
    _table(
        form,
        (("TT", 1.2), ("Việc cụ thể", 10.0), ("Hạn", 5.3)),
        "truong.viec",
        ("{{ loop.index|hai_chu_so }}", "{{r m.ten }}", "{{ m.han or 'thường xuyên' }}"),
    )
    _typed(form, "", after=6)
    _typed(
        form, "Kinh phí: {{ truong.kinh_phi|tien }} ({{ truong.kinh_phi|tien_bang_chu }}).", _BOTH, indent=1, after=6
    )
    _typed(form, "{% if truong.gap %}Việc gấp, báo cáo hằng ngày.{% endif %}", indent=1, italic=True, after=24)
    _typed(form, "\tNgười nhận\tNgười giao", bold=True, tabs=(4.0, 12.2), after=48)
    _typed(form, "\t{{ truong.nguoi_nhan }}\t{{ ho_ten }}", bold=True, tabs=(4.0, 12.2))


def _letter(form: Any) -> None:
    head = form.sections[0].header.paragraphs[0]
    head.add_run().add_picture(io.BytesIO(_logo()), width=Cm(1.2))
    for properties in head._p.iter(qn("wp:docPr")):
        properties.set("descr", "Biểu trưng của trường")
    run = head.add_run("   {{ co_quan.ten|join(' ') }} – {{ co_quan.lien_he|join('; ') }}")
    run.font.size, run.italic = Pt(10), True
    _head(form, _SCHOOL)
    _typed(form, "\t{{r trich_yeu }}", size=12, tabs=(4.0,), after=12)
    _typed(form, "Kính gửi:", _CENTER)
    for line in ("{%p for dong in kinh_gui %}", "- {{ dong }}{{ '.' if loop.last else ';' }}", "{%p endfor %}"):
        _typed(form, line, indent=5, after=3)
    _body(form)
    _foot(form)


def _notice(form: Any) -> None:
    _head(form, _SCHOOL)
    _typed(form, "THÔNG BÁO", _CENTER, bold=True)
    _typed(form, "{{r trich_yeu }}", _CENTER, bold=True, after=12)
    for line in ("{%p for dong in can_cu %}", "{{r dong }}", "{%p endfor %}"):
        _typed(form, line, _BOTH, italic=True, indent=1, after=6)
    for line in ("{%p for dong in mo_dau %}", "{{r dong }}", "{%p endfor %}"):
        _typed(form, line, _BOTH, indent=1, after=6)
    _body(form)
    _typed(form, "Năm học do {{ co_quan.ten_goi_tat }} thông báo: {{ nam }}.", _BOTH, indent=1, after=6)
    _foot(form)


def _logo() -> bytes:
    """A small PNG: a ring."""
    size = 48
    rows = []
    for y in range(size):
        row = bytearray([0])
        for x in range(size):
            ring = 16 <= ((x - 23.5) ** 2 + (y - 23.5) ** 2) ** 0.5 <= 23
            row += bytes((30, 60, 120) if ring else (255, 255, 255))
        rows.append(bytes(row))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"".join(rows), 9))
        + chunk(b"IEND", b"")
    )


FORMS: dict[str, Callable[[Any], None]] = {
    "khe-tre-2026/mau/quyet-dinh-ubnd.docx": _decision,
    "khe-tre-2026/mau/ke-hoach-mtcl.docx": _plan,
    "khe-tre-2026/mau/phieu-giao-viec.docx": _slip,
    "truong-suoi-trong-2026/mau/cong-van.docx": _letter,
    "truong-suoi-trong-2026/mau/thong-bao.docx": _notice,
}


def main() -> None:
    """Write every form."""
    for name, write in FORMS.items():
        form = _new()
        write(form)
        file = ROOT / name
        file.parent.mkdir(parents=True, exist_ok=True)
        form.save(str(file))


if __name__ == "__main__":
    main()
