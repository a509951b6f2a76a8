"""Faults planted one by one into the bases of a sound decision: each kind, in each line that can bear it, is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.service.law.bases import audit_bases

LINES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ "
    "chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia;",
    "Căn cứ Thông tư số 12/2025/TT-BTC ngày 08 tháng 01 năm 2025 của Bộ trưởng Bộ Tài chính quy định việc quản lý;",
    "Căn cứ Quyết định số 15/QĐ-UBND ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân tỉnh Vĩnh Long về việc thành lập "
    "Ban Chỉ đạo;",
    "Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh Vĩnh Long về cải cách;",
    "Căn cứ Công văn số 234/BNV-CCHC ngày 07 tháng 02 năm 2025 của Bộ Nội vụ về việc xác định chỉ số cải cách;",
)
LAST = "Theo đề nghị của Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã."
ANNEX = "(Kèm theo Quyết định số 45/QĐ-UBND ngày 12 tháng 9 năm 2025 của Ủy ban nhân dân xã Long Hữu)"
DAY = re.compile(r"ngày (\d\d) tháng (\d\d?) năm (\d{4})")


BODY = ("1. Bảo đảm hồ sơ được giải quyết đúng hạn;", "2. Rà soát quy trình nội bộ;", "3. Báo cáo kết quả hằng quý.")
END = "Điều 2. Chánh Văn phòng, các phòng chuyên môn chịu trách nhiệm thi hành Quyết định này./."
TO = ("- Như Điều 2;", "- Đảng ủy xã;", "- Lưu: VT, VP.")


def _text(
    lines: tuple[str, ...] = LINES, last: str = LAST, annex: str = ANNEX, day: str = "12 tháng 9 năm 2025",
    *, authority: str = "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ LONG HỮU", body: tuple[str, ...] = BODY, end: str = END,
    to: tuple[str, ...] = TO, power: str = "KT. CHỦ TỊCH", label: str = "Phụ lục",
) -> str:  # fmt: skip
    return "\n\n".join([
        "ỦY BAN NHÂN DÂN", "XÃ LONG HỮU", "Số: 45/QĐ-UBND", f"Long Hữu, ngày {day}", "QUYẾT ĐỊNH",
        "Về việc ban hành Mục tiêu chất lượng năm 2026", authority, *lines, last,
        "QUYẾT ĐỊNH:", "Điều 1. Ban hành kèm theo Quyết định này Mục tiêu chất lượng năm 2026, gồm:", *body, end,
        "Nơi nhận:", *to, power, "PHÓ CHỦ TỊCH", label, annex, "",
    ])  # fmt: skip


Spoil = Callable[[str], str]


def _day(how: Callable[[re.Match[str]], str]) -> Spoil:
    return lambda line: DAY.sub(how, line, count=1)


KINDS: dict[str, tuple[set[str], Spoil]] = {
    "a short day": ({"cach-ghi-ngay"}, _day(lambda m: f"ngày {m[1]}/{m[2]}/{m[3]}")),
    "dots in a short day": ({"cach-ghi-ngay"}, _day(lambda m: f"ngày {m[1]}.{m[2]}.{m[3]}")),
    "no zero before the day": ({"cach-ghi-ngay"}, lambda line: re.sub(r"ngày 0(\d)", r"ngày \1", line)),
    "no zero before the month": ({"cach-ghi-ngay"}, lambda line: re.sub(r"tháng 0([12])", r"tháng \1", line)),
    "a blank day": ({"ngay"}, _day(lambda m: f"ngày … tháng … năm {m[3]}")),
    "a dotted day": ({"ngay"}, _day(lambda m: f"ngày .... tháng .... năm {m[3]}")),
    "a damaged day": ({"ngay"}, _day(lambda m: f"ngày {m[1]} năm {m[2]} năm {m[3]}")),
    "a day without year": ({"ngay"}, _day(lambda m: f"ngày {m[1]} tháng {m[2]}")),
    "an impossible day": ({"ngay"}, _day(lambda m: f"ngày 31 tháng 02 năm {m[3]}")),
    "no day": ({"thieu-ngay"}, lambda line: DAY.sub("", line).replace("  ", " ").replace(" ;", ";")),
    "no issuer": ({"thieu-co-quan"}, lambda line: re.sub(r" của (?:Chính phủ|Bộ trưởng Bộ \w+ \w+|Ủy ban nhân dân tỉnh "
                                                        r"Vĩnh Long|Bộ Nội vụ)", "", line, count=1)),
    "a shortened committee": ({"co-quan-ghi-tat"}, lambda line: line.replace("Ủy ban nhân dân tỉnh", "UBND tỉnh")),
    "a nameless committee": ({"co-quan-ghi-tat"}, lambda line: line.replace("tỉnh Vĩnh Long", "tỉnh")),
    "a shortened government": ({"co-quan-ghi-tat"}, lambda line: line.replace("của Chính phủ", "của CP")),
    "a ministry gone": ({"co-quan-qua-cu"}, lambda line: line.replace("của Bộ Nội vụ", "của Bộ Kế hoạch và Đầu tư")
                        .replace("BNV", "BKHĐT").replace("07 tháng 02", "07 tháng 4")),
    "another issuer": ({"co-quan"}, lambda line: line.replace("của Chính phủ", "của Bộ Tư pháp")
                       .replace("Bộ trưởng Bộ Tài chính", "Bộ trưởng Bộ Y tế")),
    "not yet in force": ({"chua-hieu-luc", "ngay"}, _day(lambda m: f"ngày {m[1]} tháng {m[2]} năm 2026")),
    "a space in the number": ({"LV16"}, lambda line: re.sub(r"số (\d+)/", r"số \1 / ", line)),
    "no word «số»": ({"thieu-chu-so"}, lambda line: line.replace(" số ", " ", 1)),
    "a comma after the number": ({"dau-phay-thua"}, lambda line: re.sub(r"(số \S+) ngày", r"\1, ngày", line)),
    "«của» twice": ({"lap-tu"}, lambda line: line.replace(" của ", " của của ", 1)),
    "the issuer twice": ({"lap-tu"}, lambda line: line.replace("Chính phủ ", "Chính phủ Chính phủ ", 1)
                         .replace("Bộ Nội vụ ", "Bộ Nội vụ Bộ Nội vụ ", 1)),
    "a full stop in the middle": ({"dau-cuoi-can-cu"}, lambda line: line[:-1] + "."),
    "a comma in the middle": ({"dau-cuoi-can-cu"}, lambda line: line[:-1] + ","),
    "no sign in the middle": ({"dau-cuoi-can-cu"}, lambda line: line[:-1]),
    "two in one paragraph": ({"mot-dong"}, lambda line: f"{line} Căn cứ Luật Kế toán ngày 20 tháng 11 năm 2015;"),
    "the number of a law": ({"luat-co-so"}, lambda line: line.replace("địa phương ", "địa phương số 72/2025/QH15 ")
                            .replace("Lưu trữ ", "Lưu trữ số 33/2024/QH15 ") if "Luật" in line else line),
    "the parliament": ({"luat-co-co-quan"}, lambda line: line[:-1] + " của Quốc hội;" if "Luật" in line else line),
    "no title": ({"thieu-trich-yeu"}, lambda line: re.sub(r" (?:về|quy định) .*;", ";", line)),
}  # fmt: skip


def _planted() -> Iterator[tuple[str, set[str], str]]:
    for kind, (rules, spoil) in KINDS.items():
        for n, line in enumerate(LINES):
            if (spoiled := spoil(line)) != line:
                yield f"{kind} in line {n + 1}", rules, _text((*LINES[:n], spoiled, *LINES[n + 1 :]))
    yield "a comma at the end", {"dau-cuoi-can-cu"}, _text(last=LAST[:-1] + ",")
    yield "a semicolon at the end", {"dau-cuoi-can-cu"}, _text(last=LAST[:-1] + ";")
    yield "another number of the annex", {"kem-theo-so-khac"}, _text(annex=ANNEX.replace("45/", "44/"))
    yield "another day of the annex", {"kem-theo-so-khac"}, _text(annex=ANNEX.replace("2025", "2024"))
    yield from _of_form()
    yield "a short day of signing", {"dau-van-ban"}, _text(day="12/9/2025")


def _of_form() -> Iterator[tuple[str, set[str], str]]:
    """Faults of the parts around the bases: head, lists, end, recipients, signature, annexes."""
    for of in ("XÃ", "PHƯỜNG", "TỈNH"):
        yield f"no name in «{of}»", {"tham-quyen-thieu-ten"}, _text(authority=f"CHỦ TỊCH ỦY BAN NHÂN DÂN {of}")
    for mark in (".", ";", ". ✓"):
        yield f"an end «{mark}»", {"dau-ket-thuc"}, _text(end=END[:-3] + mark)
    yield "no «Như Điều»", {"noi-nhan"}, _text(to=TO[1:])
    for n in (0, 1):
        for mark in ("", ".", ","):
            bad = tuple(line[:-1] + mark if at == n else line for at, line in enumerate(TO))
            yield f"recipient {n} ends in «{mark}»", {"noi-nhan"}, _text(to=bad)
    yield "the file copy ends in a semicolon", {"noi-nhan"}, _text(to=(*TO[:2], "- Lưu: VT, VP;"))
    yield "a semicolon before a bracket", {"noi-nhan"}, _text(to=(TO[0], "- Đảng ủy xã; (để b/c);", TO[2]))
    for power in (
        "K CHỦ TỊCH",
        "KT CHỦ TỊCH",
        "K/T CHỦ TỊCH",
        "T/M ỦY BAN NHÂN DÂN",
        "QUYỀN CHỦ TỊCH",
        "KT. CHỦ TỊCH ao",
    ):
        yield f"the power «{power}»", {"quyen-han-ky"}, _text(power=power)
    for label in ("Phụ lục 1", "Phụ lục số 2", "PHỤ LỤC 3"):
        yield f"the label «{label}»", {"phu-luc-so"}, _text(label=label)
    for issuer in ("UBND xã Long Hữu", "UBND xã", "Ủy ban nhân dân xã"):
        annex = ANNEX.replace("Ủy ban nhân dân xã Long Hữu", issuer)
        yield f"the annex of «{issuer}»", {"kem-theo-ghi-tat"}, _text(annex=annex)
    short = ANNEX.replace("12 tháng 9 năm 2025", "12/9/2025")
    yield "a short day of the annex", {"kem-theo-ghi-tat"}, _text(annex=short)
    for n in (0, 1):
        for mark in ("", "."):
            bad = tuple(line[:-1] + mark if at == n else line for at, line in enumerate(BODY))
            yield f"line {n} of a list ends in «{mark}»", {"dau-cuoi-liet-ke"}, _text(body=bad)
    again = "Phối hợp với các đơn vị có liên quan tổ chức tổng kết, đánh giá kết quả thực hiện hằng năm."
    yield "a paragraph twice", {"doan-lap"}, _text(body=(again, again))


PLANTED = list(_planted())


def _found(text: str, file: Path) -> set[str]:
    file.write_text(text, encoding="utf-8")
    return {finding.rule for finding in audit_bases(file)[file.name].findings}


def test_the_sound_decision_draws_nothing(tmp_path: Path) -> None:
    of_the_registry = {"chua-biet", "can-xac-minh", "sua-doi"}
    assert _found(_text(), tmp_path / "van-ban.txt") <= of_the_registry


def test_nearly_every_planted_fault_is_found(tmp_path: Path) -> None:
    missed = [name for name, rules, text in PLANTED if not rules & _found(text, tmp_path / "van-ban.txt")]
    assert len(PLANTED) >= 120
    assert len(missed) <= 0.05 * len(PLANTED), missed


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_fault_is_missed_as_a_whole(kind: str, tmp_path: Path) -> None:
    own = [(rules, text) for name, rules, text in PLANTED if name.startswith(f"{kind} in line")]
    assert any(rules & _found(text, tmp_path / "van-ban.txt") for rules, text in own)
