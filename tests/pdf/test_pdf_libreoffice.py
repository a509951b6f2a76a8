"""LibreOffice as the other engine and as the second reader: same pages, same lines, same places."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from generator.errors import ConversionError
from generator.pdf import OfficePool, convert
from generator.pdf.office import libreoffice
from tests.layout.word_maker import LANDSCAPE, PAGE_FIELD, PORTRAIT, cell, make, para, row, run, section, table
from tests.pdf.pdf_lines import lines, page_count

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301010018dd8d"
    "b00000000049454e44ae426082"
)
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


def picture(link: str) -> str:
    """A run with a picture that is not in the file."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="1270000"/><wp:docPr id="1" name="a"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="0" name="a"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:link="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="1270000" cy="1270000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


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
    monkeypatch.setattr(libreoffice, "find_program", lambda: None)
    with pytest.raises(ConversionError, match="cài LibreOffice"):
        convert(make(para("chữ")), engine="libreoffice")


@pytest.mark.usefixtures("libreoffice")
def test_a_file_it_cannot_read_is_an_error_and_the_next_is_converted() -> None:
    with OfficePool() as office:
        with pytest.raises(ConversionError, match="không tạo ra PDF"):
            office.convert(b"PK\x03\x04 broken")
        assert page_count(office.convert(make(para("chữ")))) == 1


@pytest.mark.usefixtures("libreoffice")
def test_pictures_elsewhere_are_fetched_neither_from_the_network_nor_from_the_disk(tmp_path: Path) -> None:
    asked: list[str] = []

    class Watch(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Nothing: the list is enough."""

    secret = tmp_path / "bi-mat.png"
    secret.write_bytes(PIXEL)
    server = HTTPServer(("127.0.0.1", 0), Watch)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    linked = {"r1": f"http://127.0.0.1:{server.server_port}/anh.png", "r2": secret.as_uri()}
    try:
        pdf = convert(make(para(run("chữ") + "".join(map(picture, linked))), linked=linked), engine="libreoffice").pdf
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []
    assert b"/Subtype/Image" not in pdf
