"""What is measured: one table of a plan, as data and as a template in each program's tag language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import cycle, islice

from generator.docx.word.ooxml import R, W, find, parse, serialize
from generator.docx.word.package import DOCUMENT, Package
from generator.resources import TEMPLATES

SIZES = (30, 300, 3_000, 10_000)
FIELDS = ("stt", "noi_dung", "chu_tri", "thoi_gian", "ket_qua")
HEADINGS = ("STT", "Nội dung công việc", "Chủ trì", "Thời gian", "Kết quả")
WIDTHS = (700, 4355, 1800, 1300, 1200)  # twips, as wide together as the text of our templates
_ALIGN = ("BangGiua", "BangTrai", "BangTrai", "BangGiua", "BangTrai")
_TITLE = "KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG NĂM 2026"
_TASKS = (
    "Liên tục rà soát, kịp thời bố trí nhân sự, sắp xếp công việc hợp lý.",
    "Tuân thủ và rà soát kịp thời quy trình nội bộ giải quyết thủ tục hành chính đã được phê duyệt.",
    "Khi phát hiện sai sót, thực hiện kịp thời quy trình kiểm soát đầu ra không phù hợp đồng bộ với quy trình nội bộ.",
    "Công khai đầy đủ, chính xác các quy trình nội bộ.",
    "Thu thập, phản hồi thông tin đánh giá sự hài lòng của người dân và doanh nghiệp.",
)
_LEADS = ("Trưởng phòng", "Văn phòng HĐND và UBND", "Cơ quan chuyên môn", "Công chức")
_TIMES = ("Thường xuyên", "Hàng quý", "Hàng năm")
_RESULTS = ("Báo cáo", "Biên bản", "Hồ sơ lưu")


@dataclass(frozen=True, slots=True)
class Tags:
    """How one program spells a loop over the table's rows; a row of its own for begin and end, or in the row."""

    value: str
    begin: str
    end: str
    own_rows: bool


JINJA = Tags("{{ d.%s }}", "{%tr for d in ds %}", "{%tr endfor %}", own_rows=True)
MUSTACHE = Tags("{%s}", "{#ds}", "{/ds}", own_rows=False)


@lru_cache(maxsize=8)
def context(rows: int) -> dict[str, object]:
    """The data of a table with that many rows."""
    columns = zip(*(islice(cycle(item), rows) for item in (_TASKS, _LEADS, _TIMES, _RESULTS)), strict=True)
    # No two tasks are alike, else Typst, which remembers what it has laid out, would be measured on its memory.
    texts = ((str(n), f"{task} (việc {n})", *rest) for n, (task, *rest) in enumerate(columns, 1))
    return {"tieu_de": _TITLE, "ds": [dict(zip(FIELDS, row, strict=True)) for row in texts]}


@lru_cache(maxsize=2)
def template(tags: Tags) -> bytes:
    """The template: the styles and page of our annex, a title, and the table."""
    title = "{tieu_de}" if tags is MUSTACHE else "{{ tieu_de }}"
    values = [tags.value % field for field in FIELDS]
    if tags.own_rows:
        blank = [""] * (len(FIELDS) - 1)
        rows = _row([tags.begin, *blank]) + _row(values) + _row([tags.end, *blank])
    else:
        rows = _row([tags.begin + values[0], *values[1:-1], values[-1] + tags.end])
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    table = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BangDuLieu"/><w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{_heading()}{rows}</w:tbl>'
    )
    body = f"{_paragraph(title, 'PhuLucTieuDe')}{table}{_paragraph('', 'DoanVan')}"
    package = Package.read((TEMPLATES / "phu-luc.docx").read_bytes())
    section = find(parse(package.parts[DOCUMENT]), "//w:body/w:sectPr")[0]
    root = parse(f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>')
    root[0].append(section)
    package.parts[DOCUMENT] = serialize(root)
    return package.to_bytes()


def _heading() -> str:
    cells = "".join(_cell(text, width, "BangDauCot") for text, width in zip(HEADINGS, WIDTHS, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(texts: list[str]) -> str:
    cells = "".join(_cell(text, width, style) for text, width, style in zip(texts, WIDTHS, _ALIGN, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(text: str, width: int, style: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(text, style)}</w:tc>'


def _paragraph(text: str, style: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'
