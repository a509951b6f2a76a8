"""The decree's own Mẫu (Phụ lục III) typed as a person does in Word: tables without lines, underscores for rules."""

from __future__ import annotations

from collections.abc import Sequence

from tests.layout.word_maker import PAGE_FIELD, PORTRAIT, cell, make, para, row, run, section, table

CENTRE, BOLD, ITALIC = '<w:jc w:val="center"/>', "<w:b/>", "<w:i/>"
_RAISED = '<w:vertAlign w:val="superscript"/>'
_BODY = '<w:jc w:val="both"/><w:spacing w:before="120"/><w:ind w:firstLine="567"/>'
_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_DOTS = "." * 100
_SIGNS = ("(Chữ ký của người có thẩm quyền,", "dấu/chữ ký số của cơ quan, tổ chức)")


def _size(points: int) -> str:
    return f'<w:sz w:val="{points * 2}"/>'


def _middle(text: str, look: str = "", note: str = "", more: str = "") -> str:
    return para(run(text, look) + (run(note, look + _RAISED) if note else ""), CENTRE + more)


def _rule(length: int) -> str:
    return _middle("_" * length, _RAISED)


def _head(issuer: Sequence[str], number: str, dated: str, parent: str = "", subject: str = "", note: str = "") -> str:
    left = _middle(parent, _size(13), note) if parent else ""
    left += "".join(_middle(line, BOLD + _size(13), note) for line in issuer) + _rule(11)
    motto = _middle("Độc lập - Tự do - Hạnh phúc", BOLD + _size(14)) + _rule(41)
    right = _middle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD + _size(13)) + motto
    about = _middle(subject, _size(12), note, '<w:spacing w:before="120"/>') if subject else ""
    below = [row(cell(_middle(number, _size(13), note) + about), cell(_middle(dated, ITALIC)))] if number else []
    return table([3600, 5700], row(cell(left), cell(right)), *below, borders=False)


def _title(name: str, subject: str, note: str = "", rule: int = 13) -> str:
    return para() + _middle(name, BOLD) + _middle(subject, BOLD, note) + (_rule(rule) if rule else "")


def _text(text: str, first: str = "", look: str = "") -> str:
    return para((run(first, BOLD) if first else "") + (run(text, look) if text else ""), _BODY)


def _end(recipients: Sequence[str], titles: Sequence[str], name: str, signs: Sequence[str] = ()) -> str:
    left = para(run("Nơi nhận:", BOLD + ITALIC + _size(12))) + "".join(para(run(r, _size(11))) for r in recipients)
    right = "".join(_middle(title, BOLD) for title in titles) + "".join(_middle(sign, ITALIC) for sign in signs)
    return table([4000, 5300], row(cell(left), cell(right + para() * 4 + _middle(name, BOLD))), borders=False)


def _decision() -> str:
    """Mẫu 1.2 as it is printed: dots and note numbers in place of words."""
    head = _head(["TÊN CƠ QUAN, TỔ CHỨC"], "Số:           /QĐ-… ...", ".... 4 ...., ngày …… tháng …. năm ……",
                 "TÊN CQ, TC CHỦ QUẢN", note="1")  # fmt: skip
    grounds = "".join(_text(f"{word} {_DOTS}{end}", look=ITALIC) for word, end in (("Căn cứ", ";"), ("Căn cứ", ".")))
    return (
        head + _title("QUYẾT ĐỊNH", "Về việc ............5 ............") + _middle("THẨM QUYỀN BAN HÀNH", BOLD, "6")
        + grounds + _middle("QUYẾT ĐỊNH:", BOLD) + _text(f" {_DOTS}", "Điều 1.") + _text(_DOTS, "Điều ...")
        + _text(f"{_DOTS}./.")
        + _end(["- Như Điều ….;", "- ................;", "- Lưu: VT, ...9. …10."],
               ["QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ"], "Họ và tên", _SIGNS)
    )  # fmt: skip


def _with_rules() -> str:
    """Mẫu 1.3 filled in, with the document it issues on a page of its own."""
    issuer, name = ["ỦY BAN NHÂN DÂN", "XÃ LONG HỒ"], "Ủy ban nhân dân xã Long Hồ"
    decision = (
        _head(issuer, "Số: 15/QĐ-UBND", "Long Hồ, ngày 05 tháng 01 năm 2026")
        + _title("QUYẾT ĐỊNH", "Ban hành Quy chế tiếp công dân") + _middle("ỦY BAN NHÂN DÂN XÃ LONG HỒ", BOLD)
        + _text("Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013;", look=ITALIC)
        + _text("Theo đề nghị của Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã.", look=ITALIC)
        + _middle("QUYẾT ĐỊNH:", BOLD) + _text(" Ban hành kèm theo Quyết định này Quy chế tiếp công dân.", "Điều 1.")
        + _text(" Chánh Văn phòng và các đơn vị có liên quan chịu trách nhiệm thi hành./.", "Điều 2.")
        + _end(["- Như Điều 2;", "- Đảng ủy xã;", "- Lưu: VT, VP (2).PL.(30)"],
               ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Trần Thị Bình")
    )  # fmt: skip
    rules = (
        _head(issuer, "", "") + _title("QUY CHẾ", "Tiếp công dân", rule=0)
        + _middle(f"(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2026 của {name})", ITALIC) + _rule(11)
        + _middle("Chương I", BOLD) + _middle("QUY ĐỊNH CHUNG", BOLD) + _text("", "Điều 1. Phạm vi điều chỉnh")
        + _text(f"Quy chế này quy định việc tiếp công dân tại trụ sở {name}./.")
    )  # fmt: skip
    return decision + _BREAK + rules


def _letter() -> str:
    """Mẫu 1.5 as it is printed, the address at its foot under a line."""
    head = _head(["TÊN CƠ QUAN, TỔ CHỨC"], "Số:             /... ...-... ...", "..... 5 ....., ngày …… tháng …… năm……",
                 "TÊN CQ, TC CHỦ QUẢN", "V/v …...… ………..", "6")  # fmt: skip
    to = "".join(
        para(run(text), f'<w:ind w:left="{left}"/>')
        for text, left in (("Kính gửi:", 1985), (f"- {'.' * 20};", 2552), (f"- {'.' * 20}", 2552))
    )
    foot = para(run(f"{'.' * 30} 10 {'.' * 30}", _size(11)), '<w:pBdr><w:top w:val="single" w:sz="6"/></w:pBdr>')
    end = _end(["- Như trên;", "- ................;", "- Lưu: VT, ...8. …9."], ["QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ"],
               "Họ và tên", _SIGNS)  # fmt: skip
    return head + para() + to + _text(f"{_DOTS}{_DOTS}./.") + end + foot


def _minutes() -> str:
    """Mẫu 1.9 filled in: no place and day above, two signatures, nơi nhận below them."""
    lines = (
        "Thời gian bắt đầu: 8 giờ 00 phút, ngày 05 tháng 3 năm 2026.",
        "Địa điểm: phòng họp số 1, trụ sở Ủy ban nhân dân xã Long Hồ.",
        "Thành phần tham dự: Trưởng phòng, Phó Trưởng phòng và toàn thể công chức của phòng.",
        "Chủ trì (chủ tọa): ông Nguyễn Văn An, Trưởng phòng.",
        "Thư ký (người ghi biên bản): bà Lê Thị Hoa, chuyên viên.",
        "Nội dung (theo diễn biến cuộc họp): thống nhất phương hướng công tác quý II.",
        "Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 05 tháng 3 năm 2026./.",
    )
    signs = table(
        [4600, 4700],
        row(
            cell(_middle("THƯ KÝ", BOLD) + _middle("(Chữ ký)", ITALIC) + para() * 4 + _middle("Lê Thị Hoa", BOLD)),
            cell(_middle("CHỦ TỌA", BOLD) + para() * 5 + _middle("Nguyễn Văn An", BOLD)),
        ),
        borders=False,
    )
    sent = para(run("Nơi nhận:", BOLD + ITALIC + _size(12))) + para(run("- Lưu: VT, Hồ sơ.", _size(11)))
    head = _head(["PHÒNG KINH TẾ"], "Số: 03/BB-KT", "", "UBND XÃ LONG HỒ").replace("_" * 11, "_" * 9)
    return head + _title("BIÊN BẢN", "Họp đánh giá công tác quý I", rule=18) + "".join(map(_text, lines)) + signs + sent


def samples() -> dict[str, bytes]:
    """The Mẫu by name, each a whole file with page numbers as the decree asks for."""
    bodies = {"1.2": _decision(), "1.3": _with_rules(), "1.5": _letter(), "1.9": _minutes()}
    numbered = section('<w:headerReference w:type="default" r:id="h"/>' + PORTRAIT + "<w:titlePg/>")
    return {name: make(body, headers={"h": para(PAGE_FIELD, CENTRE)}, sect=numbered) for name, body in bodies.items()}
