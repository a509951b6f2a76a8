"""Papers of kinds the decree does not know are read as ``loai: khác`` with their title, which is no agency's name."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from generator.service.yearly.reading import ReadBack, read_bytes


def paper(title: str, *lines: str, number: str = "") -> ReadBack:
    word = docx.Document()
    for text in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", number, title):
        if text:
            word.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in lines:
        word.add_paragraph(line)
    out = BytesIO()
    word.save(out)
    return read_bytes([("giay.docx", out.getvalue())])


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("ĐƠN XIN VIỆC", "đơn xin việc"),
        ("ĐƠN ĐỀ NGHỊ ĐĂNG KÝ TẠM TRÚ", "đơn đề nghị đăng ký tạm trú"),
        ("TỜ KHAI ĐĂNG KÝ KHAI TỬ", "tờ khai đăng ký khai tử"),
        ("PHIẾU GIAO VIỆC", "phiếu giao việc"),
    ],
)
def test_the_title_is_the_type(title: str, name: str) -> None:
    found = paper(title, "Kính gửi: Công an xã Suối Trong", "Tên tôi là: Nguyễn Văn An", "Tôi xin cam đoan.")
    document = found.data["van_ban"][0]
    assert (document["loai"], document["ten_loai"].casefold()) == ("khác", name)
    assert "ten" not in found.data["co_quan"]
    assert "Tên tôi là: Nguyễn Văn An" in str(document)
    assert any("Mẫu Word riêng" in one for one in found.wanting)
    assert not any("Tên loại" in one or "Nơi nhận" in one for one in found.wanting)


def test_a_title_that_may_be_meant_for_one_of_the_decree_is_left_to_a_person() -> None:
    found = paper("BÁO CÁO TIẾN ĐỘ DỰ ÁN", "Kính gửi: Giám đốc", "Nội dung báo cáo.")
    assert "loai" not in found.data["van_ban"][0]
    assert "BÁO CÁO TIẾN ĐỘ DỰ ÁN" in str(found.data)
    assert any("Tên loại" in one for one in found.wanting)
