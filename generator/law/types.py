"""The 29 types of administrative document and their abbreviations (NĐ 30, Phụ lục III, I)."""

from __future__ import annotations

from generator.records import record


@record(frozen=True)
class DocumentType:
    """One tên loại: its name in sentence case and the abbreviation its symbol starts with ('' for none)."""

    name: str
    abbreviation: str


_TABLE = """
Nghị quyết:NQ Quyết định:QĐ Chỉ thị:CT Quy chế:QC Quy định:QyĐ Thông cáo:TC Thông báo:TB Hướng dẫn:HD
Chương trình:CTr Kế hoạch:KH Phương án:PA Đề án:ĐA Dự án:DA Báo cáo:BC Biên bản:BB Tờ trình:TTr Hợp đồng:HĐ
Công văn: Công điện:CĐ Bản ghi nhớ:BGN Bản thỏa thuận:BTT Giấy ủy quyền:GUQ Giấy mời:GM Giấy giới thiệu:GGT
Giấy nghỉ phép:GNP Phiếu gửi:PG Phiếu chuyển:PC Phiếu báo:PB Thư công:
"""


def _read(table: str) -> dict[str, DocumentType]:
    types: dict[str, DocumentType] = {}
    words: list[str] = []
    for token in table.split():
        word, colon, abbreviation = token.partition(":")
        words.append(word)
        if colon:
            name = " ".join(words)
            types[name.lower()] = DocumentType(name, abbreviation)
            words = []
    return types


DOCUMENT_TYPES = _read(_TABLE)
"""All types by their name in lower case."""

OTHER = "khác"
"""What a document is typed as whose kind the decree does not know: đơn, phiếu, tờ khai …; no rule of a type holds."""

TYPES_WITH_AUTHORITY = frozenset({"nghị quyết", "quyết định"})
"""Types that print a thẩm quyền line and an enacting formula (Mẫu 1.1–1.3)."""

TYPES_WITH_ADDRESSEE = frozenset({"tờ trình", "công văn"})
"""Types that always name their addressee (ND30-I.2.9b1)."""

TYPES_THAT_MAY_ADDRESS = frozenset({"báo cáo"})
"""Types that name one when they go to a higher agency (ND30-I.2.9b1)."""

SLIPS = frozenset({"phiếu gửi", "phiếu chuyển", "phiếu báo"})
"""What goes along with papers, or tells of something, in a few fixed lines (Mẫu 1.4)."""

TYPES_BETWEEN_PARTIES = frozenset({"hợp đồng", "bản ghi nhớ", "bản thỏa thuận"})
"""Types that two or more parties sign; Phụ lục III has no Mẫu for them."""

TYPES_WITHOUT_BODY = frozenset({"giấy giới thiệu", "giấy nghỉ phép"})
"""Types whose Mẫu is nothing but fixed lines (Mẫu 1.8, 1.10)."""

TYPES_ADDRESSED_IN_TEXT = frozenset({"giấy giới thiệu"})
"""Types whose text says where they go, and whose nơi nhận begins with «Như trên» (Mẫu 1.8)."""

TYPES_WITHOUT_BASES = (
    frozenset({"công văn", "công điện", "giấy mời", "biên bản", "thư công"}) | TYPES_WITHOUT_BODY | SLIPS
)
"""Types whose Mẫu has no căn cứ of its own (Mẫu 1.5–1.10): what they rest on is said in their text."""

TYPES_WITHOUT_OPENING = TYPES_WITH_AUTHORITY | TYPES_WITHOUT_BODY | SLIPS | {"giấy mời", "biên bản"}
"""Types whose Mẫu goes from its fixed lines straight to the text (Mẫu 1.1–1.3, 1.7–1.10)."""

TYPES_SYMBOLED_BY_UNIT = frozenset({"công văn"})
"""Types whose ký hiệu names the drafting unit in place of the type (ND30-I.2.3b2)."""

TYPES_SIGNED_BY_CHAIR = frozenset({"biên bản"})
"""Types signed by who chaired and who wrote, not on the agency's behalf (Mẫu 1.9)."""

URGENCIES = {"hoa_toc": "Hỏa tốc", "thuong_khan": "Thượng khẩn", "khan": "Khẩn"}
"""The three degrees of urgency by how they are typed (ND30-I.3.2b1)."""

OTHER_URGENCIES = (
    "Hỏa tốc hẹn giờ", "Khẩn cấp", "Rất khẩn", "Tối khẩn", "Đại khẩn", "Thượng khẩn cấp", "Hỏa khẩn",
)  # fmt: skip
"""What is written for a degree of urgency and is none: that of the rules before 2020, and what offices make up."""

CIRCULATIONS = {"xem_xong_tra_lai": "Xem xong trả lại", "luu_hanh_noi_bo": "Lưu hành nội bộ"}
"""The two limits of circulation by how they are typed (ND30-I.3.2c)."""

SECRECIES = {"tuyet_mat": "Tuyệt mật", "toi_mat": "Tối mật", "mat": "Mật"}
"""The three degrees of state secrets by how they are typed; their marks are stamped, never printed (ND30-I.3.2a1)."""
