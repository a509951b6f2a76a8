"""LibreOffice as the other engine and as the second reader: same pages, same lines, same places."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pdf_lines import lines, page_count
from word_maker import LANDSCAPE, PAGE_FIELD, PORTRAIT, cell, make, para, row, run, section, table

from generator.errors import ConversionError
from generator.pdf import convert, libreoffice

BODY = '<w:ind w:firstLine="567"/><w:jc w:val="both"/><w:spacing w:before="120" w:line="264" w:lineRule="auto"/>'
LAW = (
    "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống "
    "quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ "
    "thống hành chính nhà nước;"
)
DUTY = (
    "Giao Văn phòng Hội đồng nhân dân và Ủy ban nhân dân theo dõi, đôn đốc các phòng, ban chuyên môn thực hiện nhiệm "
    "vụ giai đoạn 2021-2025; định kỳ 06 tháng/01 lần báo cáo kết quả, tiến độ và khó khăn, vướng mắc (nếu có)."
)


def decision() -> bytes:
    """A decision: letterhead, legal bases in italics, articles, signature."""
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    centre = '<w:jc w:val="center"/>'
    short = para("", rule + '<w:ind w:left="1100" w:right="1100"/><w:spacing w:line="40" w:lineRule="exact"/>')
    head = table(
        [3402, 5669],
        row(
            cell(para(run("ỦY BAN NHÂN DÂN", "<w:b/>"), centre) + short),
            cell(para(run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", '<w:b/><w:sz w:val="26"/>'), centre) + short),
        ),
        row(cell(para("Số:        /QĐ-UBND", centre)), cell(para(run("Mẫu, ngày    tháng    năm", "<w:i/>"), centre))),
        borders=False,
    )
    bases = "".join(para(run(LAW, "<w:i/>"), BODY) for _ in range(4))
    articles = "".join(para(run(f"Điều {n}. ", "<w:b/>") + run(DUTY * (n % 3 + 1)), BODY) for n in range(1, 9))
    last = para(run(DUTY), BODY + "<w:keepNext/><w:keepLines/>")
    sign = cell(para(run("CHỦ TỊCH", "<w:b/>"), centre) + para() * 4 + para(run("Nguyễn Văn A", "<w:b/>"), centre))
    closing = table([4500, 4500], row(cell(para("Nơi nhận:") + para("- Lưu: VT.")), sign), borders=False)
    sect = section('<w:headerReference w:type="default" r:id="header1"/>' + PORTRAIT + "<w:titlePg/>")
    headers = {"header1": para(PAGE_FIELD, centre)}
    return make(head + para() + bases + articles + last + closing, headers=headers, sect=sect)


def plan() -> bytes:
    """A plan: a landscape table over several pages, with spans, groups and rows that do not split."""
    small = '<w:sz w:val="26"/>'
    gaps = '<w:spacing w:before="40" w:after="40"/>'

    def text(words: str, align: str = "left") -> str:
        return para(run(words, small), gaps + f'<w:jc w:val="{align}"/>')

    head = (
        row(cell(text("TT", "center"), '<w:vMerge w:val="restart"/>'),
            cell(text("Nội dung"), '<w:vMerge w:val="restart"/>'),
            cell(text("Trách nhiệm", "center"), '<w:gridSpan w:val="2"/>'), props="<w:tblHeader/>"),
        row(cell(text(""), "<w:vMerge/>"), cell(text(""), "<w:vMerge/>"), cell(text("Chủ trì")), cell(text("Phối hợp")),
            props="<w:tblHeader/>"),
    )  # fmt: skip
    rows = []
    for number in range(1, 26):
        if number % 6 == 1:
            group = para(run(f"Nhóm {number}", small + "<w:b/>"), gaps + "<w:keepNext/>")
            rows.append(row(cell(group, '<w:gridSpan w:val="4"/>'), props="<w:cantSplit/>"))
        rows.append(
            row(cell(text(str(number), "center")), cell(text(DUTY, "both")), cell(text("Phòng Văn hóa - Xã hội")),
                cell(text("Các phòng, ban/đơn vị liên quan")), props="<w:cantSplit/>")
        )  # fmt: skip
    return make(para("KẾ HOẠCH") + table([700, 7000, 3000, 3300], *head, *rows), sect=section(LANDSCAPE))


DOCUMENTS = {"decision": decision, "plan": plan}


@pytest.mark.usefixtures("libreoffice")
@pytest.mark.parametrize("name", DOCUMENTS)
def test_both_engines_agree_on_pages_lines_and_places(name: str) -> None:
    data = DOCUMENTS[name]()
    ours, theirs = convert(data, bundled_fonts=True), convert(data, engine="libreoffice")
    assert ours.pages == theirs.pages == page_count(theirs.pdf)
    mine, other = lines(ours.pdf), lines(theirs.pdf)
    assert [(line.page, line.text) for line in mine] == [(line.page, line.text) for line in other]
    assert max(abs(a.y - b.y) for a, b in zip(mine, other, strict=True)) < 0.5
    assert max(abs(a.x - b.x) for a, b in zip(mine, other, strict=True)) < 1.0


def test_a_missing_libreoffice_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice.shutil, "which", lambda _: None)
    with pytest.raises(ConversionError, match="cài LibreOffice"):
        convert(make(para("chữ")), engine="libreoffice")


def _fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "find_program", lambda: str(program))


def test_a_hanging_libreoffice_is_killed_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marker = tmp_path / "child"
    _fake(tmp_path, monkeypatch, f"sleep 600 & echo $! > {marker}; wait")
    with pytest.raises(ConversionError, match="không xong sau"):
        libreoffice.convert_with_libreoffice(make(para("chữ")), timeout=1.0)
    child = marker.read_text(encoding="utf-8").strip()
    state = subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, text=True, check=False).stdout
    assert state.strip() == "" or state.strip().startswith("Z")


def test_success_without_a_file_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fake(tmp_path, monkeypatch, "exit 0")
    with pytest.raises(ConversionError, match="không tạo ra PDF"):
        libreoffice.convert_with_libreoffice(make(para("chữ")))


def test_a_broken_pdf_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = 'while [ "$1" != "--outdir" ]; do shift; done; echo "%PDF-1.7 hỏng" > "$2/van-ban.pdf"'
    _fake(tmp_path, monkeypatch, script)
    with pytest.raises(ConversionError, match="không mở được"):
        convert(make(para("chữ")), engine="libreoffice")
