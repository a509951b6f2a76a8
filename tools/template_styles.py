"""The styles of our Word templates: one per component, every figure from ``generator.law.figures``."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from generator.docx.word import styles as names
from generator.docx.word.ooxml import W
from generator.fonts import text_width
from generator.law.figures import (
    CIRCULATION_WIDTH,
    COMPONENTS,
    FIRST_LINE_INDENT,
    FONT,
    HEADER_LEFT_COLUMN,
    LETTER_SUBJECT_GAP,
    MARK_HEIGHT,
    PAGE,
    PARAGRAPH_GAP,
    ROOM_TO_SIGN,
    SECRET_MARK_ROOM,
    TABLE_TEXT_SIZE,
    TWIPS_PER_POINT,
    URGENCY_COLOUR,
    URGENCY_WIDTHS,
    Component,
    mm_to_twips,
)

_GAP = PARAGRAPH_GAP
_ADDRESSEE_INDENT = mm_to_twips(35)  # the decree's Mẫu 1.5
_DASH_INDENT = _ADDRESSEE_INDENT + round(
    text_width("Kính gửi", COMPONENTS["addressee"].size) * TWIPS_PER_POINT
)  # the dashes stand below the colon (ND30-I.2.9d3)
_COLON_INDENT = _DASH_INDENT + round(text_width(": ", COMPONENTS["addressee"].size) * TWIPS_PER_POINT)

_HANGING = f'w:left="{_COLON_INDENT}" w:hanging="{_COLON_INDENT - _ADDRESSEE_INDENT}"'


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: id, the name a Word user sees, the component it sets, and the space around it in points."""

    id: str
    name: str
    component: str
    before: float = 0
    after: float = 0
    indent: bool = False  # first line, as body text
    outline: int | None = None
    keep_next: bool = False
    extra_indent: str = ""
    frame: str = ""  # colour of the single lines around it, of exact height (ND30-I.3.2)


def _inside(width: float, column: float, *, right: bool = False) -> str:
    """The indents that leave a frame of a width in a column, both in mm: in its middle, or at its right edge."""
    rest = mm_to_twips(column) - mm_to_twips(width)
    left = rest if right else rest // 2
    return f'w:left="{left}" w:right="{rest - left}"'


_MARK_LINE = MARK_HEIGHT / 25.4 * 72 - 2  # points: the height of the frame without its lines
_CONTACT_RULE = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="2" w:color="000000"/></w:pBdr>'

PARAGRAPHS = [
    Look("QuocHieu", "Quốc hiệu", "national_name"),
    Look("TieuNgu", "Tiêu ngữ", "national_motto"),
    Look("CoQuanChuQuan", "Cơ quan chủ quản", "parent_agency"),
    Look("CoQuanBanHanh", "Cơ quan ban hành", "issuer"),
    Look("SoKyHieu", "Số và ký hiệu", "number", before=_GAP),
    Look("DiaDanhThoiGian", "Địa danh và thời gian", "place_and_date", before=_GAP),
    Look("TenLoai", "Tên loại", "type_name", before=18, outline=0, keep_next=True),
    Look("TrichYeu", "Trích yếu", "subject", keep_next=True),
    Look("TrichYeuCongVan", "Trích yếu công văn", "letter_subject", before=LETTER_SUBJECT_GAP),
    Look("ThamQuyen", "Thẩm quyền ban hành", "authority", after=_GAP, keep_next=True),
    Look("CanCu", "Căn cứ", "basis", after=_GAP, indent=True),
    Look("LenhBanHanh", "Lệnh ban hành", "enactment", before=_GAP, after=_GAP, keep_next=True),
    Look("KinhGui", "Kính gửi", "addressee", after=_GAP, extra_indent=_HANGING),
    Look("KinhGuiCongVan", "Kính gửi của công văn", "addressee", before=18, after=_GAP, extra_indent=_HANGING),
    Look("KinhGuiDanhSach", "Kính gửi - danh sách", "addressee", after=_GAP, extra_indent=f'w:left="{_DASH_INDENT}"'),
    Look("Phan", "Phần và chương", "part_label", before=_GAP, outline=1, keep_next=True),
    Look("PhanTieuDe", "Phần và chương - tiêu đề", "part_heading", after=_GAP, keep_next=True),
    Look("MucTrongDieu", "Mục và tiểu mục", "part_label", before=_GAP, outline=1, keep_next=True),
    Look("MucTrongDieuTieuDe", "Mục và tiểu mục - tiêu đề", "part_heading", after=_GAP, keep_next=True),
    Look("Muc", "Mục La Mã", "section_heading", after=_GAP, indent=True, outline=1, keep_next=True),
    Look("Dieu", "Điều", "article", after=_GAP, indent=True, outline=1),
    Look("DieuTieuDe", "Điều có tiêu đề", "article", after=_GAP, indent=True, outline=1, keep_next=True),
    Look("KhoanTieuDe", "Khoản có tiêu đề", "clause_heading", after=_GAP, indent=True, outline=2, keep_next=True),
    Look("Khoan", "Khoản", "clause", after=_GAP, indent=True),
    Look("Diem", "Điểm", "point", after=_GAP, indent=True),
    Look("Gach", "Gạch đầu dòng", "body", after=_GAP, indent=True),
    Look("Cong", "Dấu cộng đầu dòng", "body", after=_GAP, indent=True),
    Look("DoanVan", "Đoạn văn", "body", after=_GAP, indent=True),
    Look("DoanGiua", "Đoạn giữa trang", "body", after=_GAP),
    Look("NoiNhan", "Nơi nhận", "recipients_label"),
    Look("NoiNhanDuoiChuKy", "Nơi nhận dưới chữ ký", "recipients_label", before=12, keep_next=True),
    Look("NoiNhanDanhSach", "Nơi nhận - danh sách", "recipients"),
    Look("QuyenHanChucVu", "Quyền hạn và chức vụ", "signing_authority"),
    Look("HoTen", "Họ và tên", "signer_name", before=ROOM_TO_SIGN),
    Look("ChucDanhKhac", "Chức danh khác", "signing_authority", before=ROOM_TO_SIGN),
    Look("HoTenDuoiChucDanh", "Họ và tên dưới chức danh", "signer_name"),
    Look("BenDien", "Bên gửi điện", "body", before=12, after=_GAP),
    Look("BenGioiThieu", "Bên giới thiệu", "body", after=_GAP),
    Look("Ben", "Tên bên", "clause_heading", before=_GAP, after=_GAP, indent=True, keep_next=True),
    Look("LoiXung", "Lời xưng gọi", "body", after=_GAP, keep_next=True),
    Look("XacNhan", "Xác nhận", "confirmation"),
    Look("ChoDauMat", "Chỗ đóng dấu độ mật", "number", before=SECRET_MARK_ROOM - 15),
    *(
        Look(
            id,
            name,
            "urgency",
            before=_GAP,
            extra_indent=_inside(URGENCY_WIDTHS[name], HEADER_LEFT_COLUMN),
            frame=URGENCY_COLOUR,
        )
        for id, name in (("HoaToc", "Hỏa tốc"), ("ThuongKhan", "Thượng khẩn"), ("Khan", "Khẩn"))
    ),
    Look(
        "LuuHanh",
        "Phạm vi lưu hành",
        "circulation",
        extra_indent=_inside(CIRCULATION_WIDTH, PAGE.text_width, right=True),
        frame="000000",
    ),
    Look("LienHe", "Địa chỉ liên hệ", "contact"),
    Look("PhuLuc", "Phụ lục", "annex_label", outline=0, keep_next=True),
    Look("PhuLucTieuDe", "Phụ lục - tiêu đề", "annex_title", keep_next=True),
    Look("KemTheo", "Chỉ dẫn kèm theo", "annex_reference", keep_next=True),
    Look("ChuKySo", "Chữ ký số của cơ quan", "digital_signature", after=_GAP),
    Look("SoTrang", "Số trang", "page_number"),
]

# Figures of components that the style overrides.
_CENTRED = {"DoanGiua": "center", "BenDien": "center", "BenGioiThieu": "center", "LoiXung": "center"}


def styles_xml() -> str:
    """The styles part."""
    size = _size(COMPONENTS["body"].size)
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="000000"/>{size}'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr>"
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr><w:widowControl/></w:pPr><w:rPr>{size}</w:rPr></w:style>"
    )
    character = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    return (
        f'<w:styles xmlns:w="{W}">{defaults}{normal}{character}{_table_styles()}'
        f"{''.join(_paragraph(look) for look in PARAGRAPHS)}{_table_texts()}{_rules()}{_characters()}</w:styles>"
    )


def _paragraph(look: Look) -> str:
    component = COMPONENTS[look.component]
    keep = "<w:keepNext/>" if look.keep_next else ""
    outline = f'<w:outlineLvl w:val="{look.outline}"/>' if look.outline is not None else ""
    first = f'w:firstLine="{mm_to_twips(FIRST_LINE_INDENT)}"' if look.indent else look.extra_indent
    indent = f"<w:ind {first}/>" if first else ""
    spacing = f'<w:spacing w:before="{_twips(look.before)}" w:after="{_twips(look.after)}"/>'
    border = _CONTACT_RULE if look.component == "contact" else ""
    if look.frame:
        border = "".join(
            f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="{look.frame}"/>'
            for side in ("top", "left", "bottom", "right")
        )
        border = f"<w:pBdr>{border}</w:pBdr>"
        spacing = spacing.replace("/>", f' w:line="{_twips(_MARK_LINE)}" w:lineRule="exact"/>')
    align = _CENTRED.get(look.id, component.align)
    return _style(
        look.id,
        look.name,
        f'<w:pPr>{keep}{border}{spacing}{indent}<w:jc w:val="{align}"/>{outline}</w:pPr>'
        f"{_characters_of(component, look.frame)}",
    )


def _characters_of(component: Component, colour: str = "") -> str:
    bold = "<w:b/><w:bCs/>" if component.bold else ""
    italic = "<w:i/><w:iCs/>" if component.italic else ""
    upper = "<w:caps/>" if component.upper else ""
    # What is as large as the body inherits its size, so that one change of Normal in Word changes all of it together.
    size = "" if component.size == COMPONENTS["body"].size else _size(component.size)
    colour = f'<w:color w:val="{colour}"/>' if colour not in ("", "000000") else ""
    return f"<w:rPr>{bold}{italic}{upper}{colour}{size}</w:rPr>"


def _table_texts() -> str:
    size = _size(TABLE_TEXT_SIZE)
    spacing = '<w:spacing w:before="40" w:after="40"/>'
    ids = {"left": "BangTrai", "center": "BangGiua", "right": "BangPhai", "both": "BangDeu"}
    texts = [
        _style(ids[align], name, f'<w:pPr>{spacing}<w:jc w:val="{align}"/></w:pPr><w:rPr>{size}</w:rPr>')
        for align, name in names.TABLE_TEXT.items()
    ]
    heading = f'<w:pPr><w:keepNext/>{spacing}<w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/>{size}</w:rPr>'
    return "".join([*texts, _style("BangDauCot", names.TABLE_HEADING, heading)])


def _rules() -> str:
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'

    def rule(before: float, after: float) -> str:
        spacing = f'w:before="{_twips(before)}" w:after="{_twips(after)}" w:line="40" w:lineRule="exact"'
        return f'<w:pPr>{border}<w:spacing {spacing}/><w:jc w:val="center"/></w:pPr><w:rPr>{_size(1)}</w:rPr>'

    point = '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>' + f"<w:rPr>{_size(1)}</w:rPr>"
    return (
        _style("KeNgang", names.RULE, rule(4, 0))
        + _style("KeNgangTruocNoiDung", names.RULE_BEFORE_BODY, rule(4, 14))
        + _style("NgatPhan", names.SECTION_BREAK, point)
    )


def _characters() -> str:
    bold, italic = "<w:rPr><w:b/><w:bCs/></w:rPr>", "<w:rPr><w:i/><w:iCs/></w:rPr>"
    return (
        _style("SoDieu", "Số của điều", bold, kind="character")
        + _style("TieuDeDieu", "Tiêu đề của điều", bold, kind="character")
        + _style("Dam", "Đậm", bold, kind="character")
        + _style("Nghieng", "Nghiêng", italic, kind="character")
    )


def _table_styles() -> str:
    margins = "".join(f'<w:{side} w:w="{{{side}}}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    zero = margins.format(top=0, left=0, bottom=0, right=0)
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in edges)
    data = margins.format(top=0, left=85, bottom=0, right=85)

    def table(style: str, name: str, inner: str, default: str = "") -> str:
        based = "" if default else '<w:basedOn w:val="TableNormal"/>'
        return (
            f'<w:style w:type="table"{default} w:styleId="{style}"><w:name w:val={quoteattr(name)}/>{based}'
            f'<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{inner}</w:tblPr></w:style>'
        )

    return (
        table("TableNormal", "Normal Table", f"<w:tblCellMar>{zero}</w:tblCellMar>", ' w:default="1"')
        + table("KhungDauVanBan", names.HEAD_TABLE, f"<w:tblCellMar>{zero}</w:tblCellMar>")
        + table(
            "KhungChuKy",
            names.CLOSING_TABLE,
            f"<w:tblCellMar>{margins.format(top=_twips(_GAP), left=0, bottom=0, right=0)}</w:tblCellMar>",
        )
        + table(
            "BangDuLieu",
            names.DATA_TABLE,
            f"<w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{data}</w:tblCellMar>",
        )
    )


def _style(style: str, name: str, properties: str, *, kind: str = "paragraph") -> str:
    based = '<w:basedOn w:val="Normal"/>' if kind == "paragraph" else '<w:basedOn w:val="DefaultParagraphFont"/>'
    return (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{style}"><w:name w:val={quoteattr(name)}/>{based}'
        f"<w:qFormat/>{properties}</w:style>"
    )


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _twips(points: float) -> int:
    return round(points * TWIPS_PER_POINT)
