"""Names set IN HOA come back as a sentence writes them."""

from __future__ import annotations

import pytest

from generator.recovering.names import in_sentence


@pytest.mark.parametrize(
    ("name", "corpus", "wanted"),
    [
        # a capital that begins a sentence is none of the name's
        ("ĐƠN ĐỀ NGHỊ ĐĂNG KÝ TẠM TRÚ", "Đề nghị được đăng ký tại địa chỉ:", "Đơn đề nghị đăng ký tạm trú"),
        ("ĐƠN ĐỀ NGHỊ TẠM TRÚ", "Lý do nêu trên. Đề nghị công an xem xét", "Đơn đề nghị tạm trú"),
        ("TRẠM BƯU ĐIỆN SỐ HAI", "theo hợp đồng với Bưu điện của huyện", "Trạm Bưu điện số hai"),
        # a name of more than seven words is not cut in the middle of a place
        (
            "CHI NHÁNH CÔNG TY BẢO HIỂM BƯU ĐIỆN QUẢNG NINH",
            "Thay mặt Công ty Bảo hiểm Bưu điện Quảng Ninh xin gửi lời chào",
            "Chi nhánh Công ty Bảo hiểm Bưu điện Quảng Ninh",
        ),
    ],
)
def test_a_name_in_capitals_is_written_as_the_document_writes_it(name: str, corpus: str, wanted: str) -> None:
    assert in_sentence(name, corpus)[0] == wanted
