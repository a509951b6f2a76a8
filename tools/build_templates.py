"""Build the Word templates in templates/vi from the decree's figures; the same bytes every time.

Usage: python tools/build_templates.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from template_styles import PARAGRAPHS, styles_xml  # noqa: E402

from generator.docx.blocks.rules import rule_paragraph  # noqa: E402
from generator.docx.word import styles as names  # noqa: E402
from generator.docx.word.ooxml import R, W, parse, serialize  # noqa: E402
from generator.docx.word.package import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, WML_TYPE, Package  # noqa: E402
from generator.fonts import text_width  # noqa: E402
from generator.law.figures import (  # noqa: E402
    CLOSING_LEFT_COLUMN,
    CLOSING_RIGHT_COLUMN,
    COMPONENTS,
    FULL_RULE_SHARE,
    HEADER_LEFT_COLUMN,
    HEADER_RIGHT_COLUMN,
    NATIONAL_MOTTO,
    NATIONAL_NAME,
    PAGE,
    TWIPS_PER_POINT,
    mm_to_twips,
)

IDS = {look.name: look.id for look in PARAGRAPHS}
TABLE_IDS = {names.HEAD_TABLE: "KhungDauVanBan", names.CLOSING_TABLE: "KhungChuKy"}
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def p(style: str, *runs: str) -> str:
    """A paragraph in the style of that name; a run is text, or a character style's id, ``|`` and text."""
    return f'<w:p><w:pPr><w:pStyle w:val="{IDS[style]}"/></w:pPr>{"".join(map(run, runs))}</w:p>'


def run(text: str) -> str:
    """One run."""
    style, bar, rest = text.partition("|")
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if bar and style.isalnum() else ""
    content = escape(rest if properties else text)
    return f'<w:r>{properties}<w:t xml:space="preserve">{content}</w:t></w:r>'


def tag(text: str) -> str:
    """A paragraph that holds only a tag and leaves none behind."""
    return f"<w:p>{run(text)}</w:p>"


def each(item: str, items: str, *content: str) -> str:
    """The content once for each item."""
    return tag(f"{{%p for {item} in {items} %}}") + "".join(content) + tag("{%p endfor %}")


def when(condition: str, *content: str) -> str:
    """The content if the condition holds."""
    return tag(f"{{%p if {condition} %}}") + "".join(content) + tag("{%p endif %}")


def frame(style: str, widths: tuple[float, float], *rows: tuple[str, str]) -> str:
    """A table of two columns without borders; widths in millimetres."""
    columns = [mm_to_twips(width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    cells = (
        "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(columns, row, strict=True)
        )
        for row in rows
    )
    body = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>" for row in cells)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_IDS[style]}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def head(*, numbered: bool = True, dated: bool = True, letter: bool = False) -> str:
    """Ô 1 to 4 of the decree's diagram, of a letter 5b too.

    A text attached to a decision has no number and no date, minutes have no date (Mẫu 1.3, 1.9).
    """
    motto = COMPONENTS["national_motto"]
    length = text_width(NATIONAL_MOTTO, motto.size, bold=motto.bold) * FULL_RULE_SHARE
    rule = rule_paragraph(round(length * TWIPS_PER_POINT), mm_to_twips(HEADER_RIGHT_COLUMN), "KeNgang")
    left = (
        each("ten", "co_quan_chu_quan", p("Cơ quan chủ quản", "{{ ten }}"))
        + each("ten", "co_quan", p("Cơ quan ban hành", "{{ ten }}"))
        + tag("{{p ke_co_quan }}")
    )
    right = p("Quốc hiệu", NATIONAL_NAME) + p("Tiêu ngữ", NATIONAL_MOTTO) + rule
    rows = [(left, right)]
    if numbered:
        number = p("Số và ký hiệu", "{{ so_ky_hieu }}")
        if letter:
            number += p("Trích yếu công văn", "{{r trich_yeu }}")
        rows.append((number, p("Địa danh và thời gian", *(["{{ dia_danh_ngay }}"] if dated else []))))
    return frame(names.HEAD_TABLE, (HEADER_LEFT_COLUMN, HEADER_RIGHT_COLUMN), *rows)


def title() -> str:
    """Ô 5a: the type of document and its subject."""
    return p("Tên loại", "{{ ten_loai }}") + p("Trích yếu", "{{r trich_yeu }}")


def blocks() -> str:
    """Ô 6: one prototype for every kind of block."""
    heading, text = "{{r b.tieu_de }}", "{{r b.chu }}"
    kinds = {
        "'phan'": p("Phần và chương", "{{ b.nhan }}") + when("b.tieu_de", p("Phần và chương - tiêu đề", heading)),
        "'muc_dieu'": p("Mục và tiểu mục", "{{ b.nhan }}") + when("b.tieu_de", p("Mục và tiểu mục - tiêu đề", heading)),
        "'dieu' and not b.chu": p("Điều có tiêu đề", "SoDieu|{{ b.nhan }} ", f"TieuDeDieu|{heading}"),
        "'dieu'": p(
            "Điều",
            "SoDieu|{{ b.nhan }} ",
            "{%r if b.tieu_de %}",
            f"TieuDeDieu|{heading}",
            " ",
            "{%r endif %}",
            text,
        ),
        "'muc'": p("Mục La Mã", "{{ b.nhan }} ", heading),
        "'khoan_tieu_de'": p("Khoản có tiêu đề", "{{ b.nhan }} ", heading),
        "'khoan'": p("Khoản", "{{ b.nhan }} ", text),
        "'diem'": p("Điểm", "{{ b.nhan }} ", text),
        "'gach'": p("Gạch đầu dòng", "- ", text),
        "'cong'": p("Dấu cộng đầu dòng", "+ ", text),
        "'doan'": p("Đoạn văn", text),
        "'doan_giua'": p("Đoạn giữa trang", text),
        "'bang'": tag("{{p b.bang }}"),
    }
    chain = "".join(
        tag(f"{{%p {'elif' if number else 'if'} b.kieu == {kind} %}}") + content
        for number, (kind, content) in enumerate(kinds.items())
    )
    return each("b", "noi_dung", chain, tag("{%p endif %}"))


def recipients(label: str) -> str:
    """Ô 9b: the label in the given style, and the list."""
    return p(label, "Nơi nhận:") + each("dong", "noi_nhan", p("Nơi nhận - danh sách", "{{ dong }}"))


def closing() -> str:
    """Ô 7 and 9b: recipients on the left, the signature on the right."""
    left = recipients("Nơi nhận")
    right = each("dong", "ky", p("Quyền hạn và chức vụ", "{{ dong }}")) + p("Họ và tên", "{{ ho_ten }}")
    return frame(names.CLOSING_TABLE, (CLOSING_LEFT_COLUMN, CLOSING_RIGHT_COLUMN), (left, right))


def two_signatures() -> str:
    """The secretary's signature beside the chair's, and ô 9b below them (Mẫu 1.9)."""
    half = (PAGE.text_width / 2, PAGE.text_width / 2)
    left = p("Quyền hạn và chức vụ", "Thư ký") + p("Họ và tên", "{{ ho_ten_thu_ky }}")
    right = p("Quyền hạn và chức vụ", "Chủ tọa") + p("Họ và tên", "{{ ho_ten }}")
    return frame(names.CLOSING_TABLE, half, (left, right)) + recipients("Nơi nhận dưới chữ ký")


def addressees(style: str = "Kính gửi") -> str:
    """Ô 9a: one addressee beside the words, several below each other."""
    listed = "- {{ noi }}{% if loop.last %}.{% else %};{% endif %}"
    return when("kinh_gui|length == 1", p(style, "Kính gửi: {{ kinh_gui[0] }}")) + when(
        "kinh_gui|length > 1", p(style, "Kính gửi:"), each("noi", "kinh_gui", p("Kính gửi - danh sách", listed))
    )


def line_or_list(words: str, items: str) -> str:
    """Fixed words and a list: one item beside the words, several below them."""
    return when(f"{items}|length == 1", p("Đoạn văn", words, f"{{{{r {items}[0] }}}}")) + when(
        f"{items}|length > 1",
        p("Đoạn văn", words.rstrip()),
        each("muc_nay", items, p("Gạch đầu dòng", "- ", "{{r muc_nay }}")),
    )


def bases() -> str:
    """The legal bases."""
    return each("can_cu_nay", "can_cu", p("Căn cứ", "{{r can_cu_nay }}"))


def opening() -> str:
    """The paragraphs before the first numbered one."""
    return each("doan", "mo_dau", p("Đoạn văn", "{{r doan }}"))


DOCUMENTS = {
    "quyet-dinh": lambda: (
        head()
        + title()
        + tag("{{p ke_trich_yeu }}")
        + when("tham_quyen", p("Thẩm quyền ban hành", "{{ tham_quyen }}"))
        + bases()
        + when("lenh", p("Lệnh ban hành", "{{ lenh }}"))
        + blocks()
        + closing()
    ),
    "ke-hoach": lambda: (
        head() + title() + tag("{{p ke_trich_yeu }}") + addressees() + bases() + opening() + blocks() + closing()
    ),
    "cong-van": lambda: head(letter=True) + addressees("Kính gửi của công văn") + opening() + blocks() + closing(),
    "giay-moi": lambda: (
        head()
        + title()
        + tag("{{p ke_trich_yeu }}")
        + line_or_list("{{ ben_moi }} trân trọng kính mời: ", "kinh_moi")
        + p("Đoạn văn", "Tới dự ", "{{r toi_du }}")
        + p("Đoạn văn", "Chủ trì: ", "{{r chu_tri }}")
        + p("Đoạn văn", "Thời gian: ", "{{ thoi_gian }}")
        + p("Đoạn văn", "Địa điểm: ", "{{r dia_diem }}")
        + blocks()
        + closing()
    ),
    "bien-ban": lambda: (
        head(dated=False)
        + title()
        + tag("{{p ke_trich_yeu }}")
        + p("Đoạn văn", "Thời gian bắt đầu: ", "{{ bat_dau }}")
        + p("Đoạn văn", "Địa điểm: ", "{{r dia_diem }}")
        + line_or_list("Thành phần tham dự: ", "thanh_phan")
        + line_or_list("Vắng mặt: ", "vang_mat")
        + p("Đoạn văn", "Chủ trì (chủ tọa): ", "{{r chu_tri }}")
        + p("Đoạn văn", "Thư ký (người ghi biên bản): ", "{{r thu_ky }}")
        + p("Đoạn văn", "Nội dung (theo diễn biến {{ hinh_thuc }}):")
        + blocks()
        + p("Đoạn văn", "{{ ket_thuc }}./.")
        + two_signatures()
    ),
    "van-ban-kem-theo": lambda: (
        head(numbered=False) + title() + p("Chỉ dẫn kèm theo", "{{r kem_theo }}") + tag("{{p ke_kem_theo }}") + blocks()
    ),
    "phu-luc": lambda: (
        p("Phụ lục", "{{ nhan }}")
        + each("dong", "tieu_de", p("Phụ lục - tiêu đề", "{{r dong }}"))
        + p("Chỉ dẫn kèm theo", "{{r kem_theo }}")
        + tag("{{p ke_kem_theo }}")
        + blocks()
    ),
}


def section() -> str:
    """The page: A4, margins, page numbers from 1 with the first one hidden."""
    page = {side: mm_to_twips(getattr(PAGE, side)) for side in ("top", "right", "bottom", "left", "header")}
    margins = " ".join(f'w:{side}="{value}"' for side, value in page.items())
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
        f'<w:pgSz w:w="{mm_to_twips(PAGE.width)}" w:h="{mm_to_twips(PAGE.height)}"/>'
        f'<w:pgMar {margins} w:footer="{page["header"]}" w:gutter="0"/>'
        '<w:pgNumType w:fmt="decimal" w:start="1"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )


def package(body: str) -> Package:
    """The Word file around a body."""
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        '<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    style = f'<w:pPr><w:pStyle w:val="{IDS["Số trang"]}"/></w:pPr>'
    settings = (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation w:val="0"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    )
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section()}</w:body></w:document>',
        "word/styles.xml": styles_xml(),
        "word/settings.xml": f'<w:settings xmlns:w="{W}">{settings}</w:settings>',
        "word/header1.xml": f'<w:hdr xmlns:w="{W}"><w:p>{style}{number}</w:p></w:hdr>',
        "word/header2.xml": f'<w:hdr xmlns:w="{W}"><w:p>{style}</w:p></w:hdr>',
    }
    kinds = {"document": "document.main", "header1": "header", "header2": "header"}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{WML_TYPE}.{kinds.get(stem, stem)}+xml"/>'
        for name in parts
        for stem in [Path(name).stem]
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    outer = f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}.xml"/>'
        for number, (kind, target) in enumerate(
            [("styles", "styles"), ("settings", "settings"), ("header", "header1"), ("header", "header2")], 1
        )
    )
    files = {
        CONTENT_TYPES: types,
        PACKAGE_RELATIONSHIPS: f'<Relationships xmlns="{RELATIONSHIPS}">{outer}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}">{inner}</Relationships>',
        **parts,
    }
    return Package({name: serialize(parse(text)) for name, text in files.items()})


def main(folder: Path) -> None:
    """Write every template into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in DOCUMENTS.items():
        # Stored, not compressed: another zlib would make other bytes of the same text.
        (folder / f"{name}.docx").write_bytes(package(body()).to_bytes(compress=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "templates" / "vi")
