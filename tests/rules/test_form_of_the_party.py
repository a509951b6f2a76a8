"""Papers of the Party and of the Đoàn, in their own form: that form is no fault, what is said in them still is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings import Finding
from generator.opc import WORD, Package
from generator.service.checking.checked import CheckOptions, FileCheck, check_bytes
from generator.service.checking.terms import Terms
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.parts.heads import BOLD, CENTRE, ITALIC

_PARTY, _YOUTH = "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐOÀN TNCS HỒ CHÍ MINH"
_LINE, _BODY = '<w:u w:val="single"/>', '<w:jc w:val="both"/><w:ind w:firstLine="720"/>'
_PLAN = (
    "I- MỤC ĐÍCH, YÊU CẦU",
    "1- Quán triệt kịp thời, thiết thực.",
    "II- TỔ CHỨC THỰC HIỆN",
    "- Các chi bộ báo cáo.",
)
_LETTER = ("Thực hiện Công văn số 152-CV/TWĐTN, ngày 10/02/2026 của Trung ương Đoàn, đề nghị các cơ sở góp ý dự thảo.",)
_DECIDED = ("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;", "BAN THƯỜNG VỤ QUYẾT ĐỊNH", "Điều 1: Thành lập chi bộ.")


def _paper(
    above: str, issuer: str, number: str, heading: str, titles: tuple[str, ...], body: tuple[str, ...], power: str
) -> bytes:
    """The paper with its star, its number with a dash, its titles of 16 points, «T/M» where the Party writes that."""
    left = para(above, CENTRE) + para(run(issuer, BOLD), CENTRE) + para("*", CENTRE) + para(number, CENTRE)
    right = para(run(heading, BOLD + _LINE), CENTRE) + para(run("Đức Trọng, ngày 06 tháng 3 năm 2026", ITALIC), CENTRE)
    title = "".join(para(run(one, BOLD), CENTRE) for one in titles)
    text = "".join(para(one, _BODY) for one in body)
    sent = para(run("Nơi nhận:", _LINE)) + para("- Tỉnh ủy (báo cáo),") + para("- Lưu Văn phòng Đảng ủy.")
    signed = para(run(power, BOLD), CENTRE) + para("BÍ THƯ", CENTRE) + para() * 4 + para(run("Lê Văn An", BOLD), CENTRE)
    head, end = (
        table([4300, 5000], row(cell(one), cell(other)), borders=False)
        for one, other in ((left, right), (sent, signed))
    )
    return make(head + title + text + end)


_PAPERS = {
    "kế hoạch của Đảng ủy": _paper(
        "ĐẢNG BỘ TỈNH LÂM ĐỒNG", "ĐẢNG ỦY XÃ ĐỨC TRỌNG", "Số 27-KH/ĐU", _PARTY,
        ("KẾ HOẠCH", "học tập, quán triệt Nghị quyết của Đảng"), _PLAN, "T/M BAN THƯỜNG VỤ",
    ),
    "quyết định của Đảng ủy": _paper(
        "ĐẢNG BỘ TỈNH LÂM ĐỒNG", "ĐẢNG ỦY XÃ ĐỨC TRỌNG", "Số 09-QĐ/ĐU", _PARTY,
        ("QUYẾT ĐỊNH", "thành lập chi bộ trực thuộc"), _DECIDED, "T/M BAN THƯỜNG VỤ",
    ),
    "công văn của Đoàn": _paper(
        "BCH ĐOÀN TỈNH LÂM ĐỒNG", "BAN THƯỜNG VỤ", "Số: 145-CV/TĐTN-BXDĐ", _YOUTH,
        ("Kính gửi: Ban Thường vụ Đoàn các xã, phường",), _LETTER, "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN",
    ),
    "kế hoạch của Đoàn xã": _paper(
        "ĐOÀN TỈNH LÂM ĐỒNG", "BCH ĐOÀN XÃ ĐỨC TRỌNG", "Số: 12-KH/ĐTN", "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH",
        ("KẾ HOẠCH", "Tổ chức Tháng Thanh niên năm 2026"), _PLAN, "TM. BAN CHẤP HÀNH",
    ),
}  # fmt: skip


def _checked(docx: bytes) -> tuple[tuple[Finding, ...], str]:
    done: FileCheck = check_bytes(Path("a.docx"), docx, CheckOptions(pages=False), Terms())
    return tuple(one for one in done.findings if one.level.label != "thông tin"), done.judged_as


@pytest.mark.parametrize("docx", _PAPERS.values(), ids=_PAPERS)
def test_a_form_of_its_own_is_no_fault_and_is_said(docx: bytes) -> None:
    found, judged_as = _checked(docx)
    assert found == ()
    assert "ngoài thể thức của Nghị định" in judged_as


@pytest.mark.parametrize("docx", _PAPERS.values(), ids=_PAPERS)
def test_what_is_wrong_in_any_paper_is_found_in_these(docx: bytes) -> None:
    package = Package.open(docx, WORD)
    part = package.parts["word/document.xml"].decode()
    wrong = part.replace("ngày 06 tháng 3", "ngày 36 tháng 3").replace("Lê Văn An", "Lê Văn An , Bí thư")
    package.parts["word/document.xml"] = wrong.encode()
    assert _checked(package.to_bytes())[0]
