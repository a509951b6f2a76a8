"""The figures of Nghị định 30/2020/NĐ-CP, each once, each with the id of the rule it comes from.

``Limits`` is what the decree allows; the value beside it is what our templates use. Lengths of the page are
millimetres, sizes and gaps are points.
"""

from __future__ import annotations

from typing import Literal

from generator.records import record

POINTS_PER_MM = 72 / 25.4
TWIPS_PER_POINT = 20


def mm_to_twips(mm: float) -> int:
    """The length in twips (1/1440 inch), rounded as Word does."""
    return round(mm * POINTS_PER_MM * TWIPS_PER_POINT)


@record(frozen=True)
class Limits:
    """A range the decree allows, ends included, and the rule that says so."""

    low: float
    high: float
    rule: str


@record(frozen=True)
class Page:
    """Paper and margins in millimetres."""

    width: float = 210  # ND30-I.1.1
    height: float = 297  # ND30-I.1.1
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    header: float = 10  # the decree's own sample pages

    @property
    def text_width(self) -> float:
        """Width between the side margins, portrait."""
        return self.width - self.left - self.right


PAGE = Page()
MARGIN_TOP = Limits(20, 25, "ND30-I.1.3a")
MARGIN_BOTTOM = Limits(20, 25, "ND30-I.1.3b")
MARGIN_LEFT = Limits(30, 35, "ND30-I.1.3c")
MARGIN_RIGHT = Limits(15, 20, "ND30-I.1.3d")

FONT = "Times New Roman"  # ND30-I.1.4a
FIRST_LINE_INDENT = 10.0  # mm; the decree gives 10 or 12.7, two values and not a range (ND30-I.2.6e3)
FIRST_LINE_INDENTS = (10.0, 12.7)
PARAGRAPH_GAP = 6.0  # points, at least (ND30-I.2.6e4)
LINE_SPACING = Limits(1.0, 1.5, "ND30-I.2.6e5")
LETTER_SUBJECT_GAP = 6.0  # points between số, ký hiệu and V/v (ND30-I.2.5c2)
SHORT_RULE = Limits(1 / 3, 1 / 2, "ND30-I.2.2b2, ND30-I.2.5b3")
SHORT_RULE_SHARE = 0.4  # what ours use: of the text line above
FULL_RULE_SHARE = 1.0  # the rule under Tiêu ngữ is as long as its text (ND30-I.2.1b4)
ROOM_TO_SIGN = 65.0  # points between title and name, at least about 2 cm (ND30-I.2.7e4)
ROOM_TO_SIGN_LEAST = 30.0  # points below which nobody can sign there: two lines; the decree gives no figure

# The opening table: the right column must hold on one line Quốc hiệu, 95.7 mm at 13 pt bold (ND30-I.2.1a4), and the
# longest place and date, "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026", 106.3 mm at 14 pt italic.
HEADER_LEFT_COLUMN = 58.0  # mm
HEADER_RIGHT_COLUMN = PAGE.text_width - HEADER_LEFT_COLUMN
CLOSING_LEFT_COLUMN = 80.0  # mm
CLOSING_RIGHT_COLUMN = PAGE.text_width - CLOSING_LEFT_COLUMN
TABLE_TEXT_SIZE = 13.0  # the decree names no size for tables; 13 is its least for content (ND30-I.2.6e8)

FOOTER_DISTANCE = 5.0  # mm from the edge: three lines of contact stay inside the lower margin (ND30-I.3.4)
MARK_HEIGHT = 8.0  # mm, of the frame of a mark (ND30-I.3.2b2)
URGENCY_WIDTHS = {"Hỏa tốc": 30.0, "Thượng khẩn": 40.0, "Khẩn": 20.0}  # mm
URGENCY_COLOUR = "FF0000"  # bright red
CIRCULATION_WIDTH = 52.0  # mm: room for «XEM XONG TRẢ LẠI», for which the decree gives no size
SECRET_MARK_ROOM = 30.0  # points kept for the stamp of a degree of secrecy, 8 mm high with its gap

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # ND30-I.2.1a1
NATIONAL_MOTTO = "Độc lập - Tự do - Hạnh phúc"  # ND30-I.2.1b1


@record(frozen=True)
class Component:
    """How one component of a document is set: the decree's table I.V, row by row."""

    label: str
    rule: str
    sizes: tuple[float, float]
    size: float
    bold: bool = False
    italic: bool = False
    upper: bool = False
    align: Literal["left", "center", "right", "both"] = "left"


# Sizes follow the "14" set: 13/14 in the head, 14 in the body (footnote to table I.V; they move together).
COMPONENTS: dict[str, Component] = {
    "national_name": Component("Quốc hiệu", "ND30-I.2.1a2", (12, 13), 13, bold=True, upper=True, align="center"),
    "national_motto": Component("Tiêu ngữ", "ND30-I.2.1b2", (13, 14), 14, bold=True, align="center"),
    "parent_agency": Component("Tên cơ quan chủ quản", "ND30-I.2.2b3", (12, 13), 13, upper=True, align="center"),
    "issuer": Component("Tên cơ quan ban hành", "ND30-I.2.2b1", (12, 13), 13, bold=True, upper=True, align="center"),
    "number": Component("Số, ký hiệu", "ND30-I.2.3c2", (13, 13), 13, align="center"),
    "place_and_date": Component("Địa danh và thời gian", "ND30-I.2.4c2", (13, 14), 14, italic=True, align="center"),
    "type_name": Component("Tên loại", "ND30-I.2.5b1", (13, 14), 14, bold=True, upper=True, align="center"),
    "subject": Component("Trích yếu", "ND30-I.2.5b2", (13, 14), 14, bold=True, align="center"),
    "letter_subject": Component("Trích yếu công văn", "ND30-I.2.5c1", (12, 13), 12, align="center"),
    "authority": Component("Thẩm quyền ban hành", "Mẫu 1.2", (13, 14), 14, bold=True, upper=True, align="center"),
    "basis": Component("Căn cứ", "ND30-I.2.6a4", (13, 14), 14, italic=True, align="both"),
    "enactment": Component("Lời quyết định", "Mẫu 1.2", (13, 14), 14, bold=True, upper=True, align="center"),
    "part_label": Component("Phần, Chương", "ND30-I.2.6d1", (13, 14), 14, bold=True, align="center"),
    "part_heading": Component(
        "Tiêu đề phần, chương", "ND30-I.2.6d2", (13, 14), 14, bold=True, upper=True, align="center"
    ),
    "section_heading": Component("Mục", "ND30-I.2.6d10", (13, 14), 14, bold=True, upper=True, align="both"),
    "article": Component("Điều", "ND30-I.2.6d5", (13, 14), 14, align="both"),
    "clause": Component("Khoản", "ND30-I.2.6d6", (13, 14), 14, align="both"),
    "clause_heading": Component("Khoản có tiêu đề", "ND30-I.2.6d7", (13, 14), 14, bold=True, align="both"),
    "point": Component("Điểm", "ND30-I.2.6d8", (13, 14), 14, align="both"),
    "body": Component("Đoạn văn", "ND30-I.2.6e1", (13, 14), 14, align="both"),
    "signing_authority": Component(
        "Quyền hạn, chức vụ", "ND30-I.2.7e1", (13, 14), 14, bold=True, upper=True, align="center"
    ),
    "signer_name": Component("Họ và tên", "ND30-I.2.7e2", (13, 14), 14, bold=True, align="center"),
    "addressee": Component("Kính gửi", "ND30-I.2.9d1", (13, 14), 14),
    "recipients_label": Component("Nơi nhận", "ND30-I.2.9e1", (12, 12), 12, bold=True, italic=True),
    "recipients": Component("Danh sách nơi nhận", "ND30-I.2.9e2", (11, 11), 11),
    "annex_label": Component("Phụ lục", "ND30-I.3.1b1", (14, 14), 14, bold=True, align="center"),
    "annex_title": Component("Tiêu đề phụ lục", "ND30-I.3.1b2", (13, 14), 14, bold=True, upper=True, align="center"),
    "annex_reference": Component("Chỉ dẫn kèm theo", "ND30-I.3.1c1", (13, 14), 14, italic=True, align="center"),
    "urgency": Component("Mức độ khẩn", "ND30-I.3.2b2", (13, 14), 13, bold=True, upper=True, align="center"),
    "circulation": Component("Phạm vi lưu hành", "ND30-I.3.2c", (13, 14), 13, bold=True, upper=True, align="center"),
    "copy_form": Component("Hình thức sao", "ND30-I2.2.4", (13, 14), 14, bold=True, upper=True, align="center"),
    "drafter": Component("Ký hiệu người soạn thảo", "ND30-I.3.3", (11, 11), 11),
    "contact": Component("Địa chỉ liên hệ", "ND30-I.3.4", (11, 12), 11, align="center"),
    "confirmation": Component("Xác nhận nơi nghỉ phép", "Mẫu 1.10", (11, 11), 11, italic=True, align="center"),
    "digital_signature": Component("Chữ ký số của cơ quan", "ND30-I.2.8b3", (10, 10), 10, align="right"),
    "page_number": Component("Số trang", "ND30-I.1.7b", (13, 14), 14, align="center"),
}
