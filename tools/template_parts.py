"""The parts that templates are built of: head, title, blocks, signatures, recipients, marks."""

from __future__ import annotations

from xml.sax.saxutils import escape

from template_styles import PARAGRAPHS

from generator.docx.blocks.rules import rule_paragraph
from generator.docx.word import styles as names
from generator.fonts import text_width
from generator.law.figures import (
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
    URGENCY_WIDTHS,
    mm_to_twips,
)

IDS = {look.name: look.id for look in PARAGRAPHS}
TABLE_IDS = {names.HEAD_TABLE: "KhungDauVanBan", names.CLOSING_TABLE: "KhungChuKy"}


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


def either(condition: str, content: str, otherwise: str) -> str:
    """The content if the condition holds, or the other."""
    return tag(f"{{%p if {condition} %}}") + content + tag("{%p else %}") + otherwise + tag("{%p endif %}")


def marks() -> str:
    """Ô 10a and 10b below the number: room for the stamp of a degree of secrecy, the degree of urgency."""
    degrees = (when(f"do_khan == '{name.upper()}'", p(name, "{{ do_khan }}")) for name in URGENCY_WIDTHS)
    return when("cho_dau_mat", p("Chỗ đóng dấu độ mật")) + "".join(degrees)


def first_head() -> str:
    """Ô 11 in the top margin: how far the document may go."""
    return either("luu_hanh", p("Phạm vi lưu hành", "{{ luu_hanh }}"), p("Số trang"))


def first_foot() -> str:
    """Ô 13 at the foot of the first page: the agency's address and contact."""
    return either("lien_he", p("Địa chỉ liên hệ", "{{r lien_he }}"), "<w:p/>")


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
        number += marks()
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


def signature(lines: str = "ky", titles: str = "chuc_danh_khac", name: str = "ho_ten") -> str:
    """Ô 7: authority and position, room to sign, other titles and the name."""
    plain = p("Họ và tên", f"{{{{ {name} }}}}")
    titled = (
        tag(f"{{%p for dong in {titles} %}}")
        + either("loop.first", p("Chức danh khác", "{{ dong }}"), p("Quyền hạn và chức vụ", "{{ dong }}"))
        + tag("{%p endfor %}")
        + p("Họ và tên dưới chức danh", f"{{{{ {name} }}}}")
    )
    return each("dong", lines, p("Quyền hạn và chức vụ", "{{ dong }}")) + either(titles, titled, plain)


def closing() -> str:
    """Ô 7 and 9b: recipients on the left, the signature on the right; several signatures above the recipients."""
    widths = (CLOSING_LEFT_COLUMN, CLOSING_RIGHT_COLUMN)
    alone = frame(names.CLOSING_TABLE, widths, (recipients("Nơi nhận"), signature()))
    return either("hang_ky", several_signatures(), alone)


def several_signatures() -> str:
    """The signatures of several agencies or parties beside each other, and ô 9b below them, as in Mẫu 1.9."""
    half = (PAGE.text_width / 2, PAGE.text_width / 2)

    def place(side: str) -> str:
        signer = f"hang.{side}"
        block = signature(f"{signer}.dong", f"{signer}.chuc_danh", f"{signer}.ho_ten")
        return when("not loop.first", "<w:p/>") + either(signer, block, "<w:p/>")

    rows = (tag("{%tr for hang in hang_ky %}"), "<w:p/>"), (place("trai"), place("phai"))
    table = frame(names.CLOSING_TABLE, half, *rows, (tag("{%tr endfor %}"), "<w:p/>"))
    return table + recipients("Nơi nhận dưới chữ ký")


def two_signatures() -> str:
    """The secretary's signature beside the chair's, and ô 9b below them (Mẫu 1.9)."""
    half = (PAGE.text_width / 2, PAGE.text_width / 2)
    left = p("Quyền hạn và chức vụ", "Thư ký") + p("Họ và tên", "{{ ho_ten_thu_ky }}")
    right = p("Quyền hạn và chức vụ", "Chủ tọa") + signature("[]")
    return frame(names.CLOSING_TABLE, half, (left, right)) + recipients("Nơi nhận dưới chữ ký")


def confirmation() -> str:
    """Where the place of leave confirms it (Mẫu 1.10)."""
    left = (
        p("Xác nhận", "Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép")
        + p("Xác nhận", "(Chữ ký, dấu)")
        + p("Họ và tên", "Họ và tên")
    )
    return frame(names.CLOSING_TABLE, (CLOSING_LEFT_COLUMN, CLOSING_RIGHT_COLUMN), (left, "<w:p/>"))


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
