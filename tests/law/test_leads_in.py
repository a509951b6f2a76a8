"""A căn cứ that goes on to say what is done is the first sentence of the text; a day is read without its comma."""

from __future__ import annotations

import pytest

from generator.law.paragraphs import head_of, leads_in, with_roles


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Luật Khiếu nại, Thanh tra tỉnh chuyển đơn đến Chủ tịch Ủy ban nhân dân xã để giải quyết.",
        "Trên cơ sở kết quả bình xét của 09 thôn, Phòng Văn hóa - Xã hội kính trình Ủy ban nhân dân xã xem xét.",
        "Căn cứ Kế hoạch số 30/KH-UBND, Ủy ban nhân dân đặc khu ban hành Kế hoạch cải cách hành chính như sau:",
        "Căn cứ Quyết định số 12/QĐ-SNV và tình hình thực tế, Sở Nội vụ đề nghị các đơn vị báo cáo./.",
    ],
)
def test_it_goes_on(text: str) -> None:
    assert leads_in(text)
    assert with_roles([(text, "đoạn 1")])[0].role != "basis"


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Nghị định số 64/2014/NĐ-CP ngày 26 tháng 6 năm 2014 của Chính phủ quy định chi tiết một số điều;",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Căn cứ Quyết định số 1/QĐ-BTC của Bộ trưởng Bộ Tài chính về phân cấp, Bộ Nội vụ hướng dẫn thực hiện;",
        "Theo đề nghị của Trưởng phòng Kinh tế, Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân.",
    ],
)
def test_it_is_a_basis(text: str) -> None:
    assert not leads_in(text)


def test_the_day_is_read_where_the_comma_behind_the_place_is_forgotten() -> None:
    read = head_of(with_roles([("Bình Giang ngày 28 tháng 01 năm 2026", "đoạn 1"), ("NGHỊ QUYẾT", "đoạn 2")]))
    assert read.day is not None
    assert read.day.isoformat() == "2026-01-28"
