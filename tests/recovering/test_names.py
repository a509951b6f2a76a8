"""Names set IN HOA come back as a sentence writes them."""

from __future__ import annotations

import pytest

from generator.parts import Sure
from generator.recovering.names import in_sentence, person, position


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


@pytest.mark.parametrize(
    "name",
    [
        # behind a kind of agency its field begins with a capital, the rest of the field goes on small
        "Trung tâm Dịch vụ nông nghiệp", "Bệnh viện Đa khoa khu vực Tân Châu", "Hạt Kiểm lâm huyện A Lưới",
        "Đội Thuế liên huyện số 3", "Trường Cao đẳng Sư phạm", "Ban Quản lý dự án đầu tư xây dựng",
        "Trung tâm Văn hóa, Thể thao và Truyền thanh", "Trung tâm Bảo trợ xã hội", "Ban Quản lý khu kinh tế Dung Quất",
        "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện Lạc Thủy",
        # names of persons and of schools
        "Trường THPT chuyên Nguyễn Du", "Trường Mầm non Hoa Sen", "Trường Tiểu học số 2 Hòa Bình",
        "Bệnh viện Phạm Ngọc Thạch", "Đoàn TNCS Hồ Chí Minh tỉnh Lâm Giang",
    ],
)  # fmt: skip
def test_a_name_that_the_document_has_in_capitals_alone_is_written_by_kind(name: str) -> None:
    written, sure, why = in_sentence(name.upper(), "")
    assert (written, sure) == (name, Sure.LIKELY)
    assert why


@pytest.mark.parametrize(
    "name", ["Trần Quốc Toản", "PGS.TS. Đỗ Quang Trung", "ThS. Lê Thị Hồng", "H'Hen Niê", "K'Brêu", "Y Blơ Niê"]
)
def test_a_person_in_capitals_is_told_to_be_looked_at(name: str) -> None:
    shouted = " ".join(word if word == "ThS." else word.upper() for word in name.split())
    assert person(shouted, "")[:2] == (name, Sure.LIKELY)
    assert person(shouted, f"Ông {name} nhận nhiệm vụ")[:2] == (name, Sure.SURE)
    assert person(name, "") == (name, Sure.SURE, "")


@pytest.mark.parametrize("name", ["Phó Đội trưởng", "Trưởng Công an xã", "Trưởng phòng Quản lý ngân sách"])
def test_a_position_in_capitals(name: str) -> None:
    assert position(name.upper(), "")[0] == name
