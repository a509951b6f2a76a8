"""Names of totals, and names of units that only sound like them; each looked at by hand."""

from __future__ import annotations

import pytest

from generator.wording.naming.totals import is_mean, is_no_unit, is_sum, is_total

SUMS = """Tổng|Tổng cộng|TỔNG CỘNG|Tổng cộng:|Tổng số|Toàn xã|Toàn tỉnh|Toàn xã Suối Trong|Cộng|Cộng mục I|Cộng (I)
Cộng (I + II)|Tổng (I+II)|Cộng nhóm 1|Cộng khối văn phòng|Tổng toàn xã|Tổng cộng toàn tỉnh|Cộng dồn|Lũy kế
Luỹ kế 6 tháng|Tổng quý I|Cả xã|Cả năm|Chung toàn xã|Toàn bộ các đơn vị|Tất cả các đơn vị|Toàn ngành|Σ|Σ Tổng
III. Tổng cộng|A. Cộng|Tổng hợp chung|Chung|Tổng các phòng|Tổng cộng các đơn vị|Cộng I|Cộng I + II|Tổng số đơn vị
Total|Subtotal|Toàn đơn vị|Toàn cơ quan|Kết quả chung toàn xã|Tổng chung|Tổng số (12 đơn vị)|CỘNG:|Tong cong|Toan xa
Tổng cộng 12 đơn vị|Toàn thành phố|Số liệu toàn xã""".replace("\n", "|").split("|")
MEANS = """Trung bình|Bình quân|Bình quân chung|Trung bình các đơn vị|TB|TB chung|Trung bình toàn xã|Bình quân/đơn vị
Trung binh""".replace("\n", "|").split("|")
UNITS = """Phòng Tổng hợp|Ban Tổng kết|Văn phòng Đảng ủy|Tổng cục Thống kê|Tổng công ty Điện lực|Tổng Công ty cấp nước
Tổng đài 1022|Tổ Cộng đồng|Cộng đồng dân cư thôn 3|Cộng tác viên|Thôn Toàn Thắng|Toàn Thắng|Xã Toàn Thắng
Phòng Tổng hợp - Hành chính|Tổng Liên đoàn Lao động|Trung tâm|Trung tâm Phục vụ hành chính công|Xã Bình Quân
Xã Tổng Cọt|Tổng Cọt|Phòng Kinh tế|Tổng kho|Tổng hội Y học|Tổ tổng hợp|Tổng hợp|Công an xã|Cộng Hòa|Xã Cộng Hòa
Cộng Hiền|Tổng Lãnh sự quán|Tổ TB-XH|TBXH|Phòng LĐTBXH|BQL dự án|Bộ phận Một cửa|Cộng Lạc|Toàn Sơn|Tổng Thư ký
Tổng Thanh tra|Các Sơn|Chung Chính|Phòng|Cong|mt1|Các phòng chuyên môn|Ban Tổng hợp chung|Tòa án nhân dân""".replace(
    "\n", "|"
).split("|")

# Second, blind table of rows: of 64 names 22 were first taken for units that are none, two units for none.
NONE = """I. Khối phòng ban|II. Khối các xã, phường|A. Các sở, ban, ngành|Các xã|Các xã, phường|Trong đó:|Trong đó: nữ
Ghi chú: số liệu tính đến 30/9|Người lập biểu|(1)|1|…|---|Đơn vị|Tên đơn vị|Tỷ lệ chung|Kế hoạch năm|STT|Thực hiện
Các cơ quan, đơn vị thuộc xã|Thủ trưởng đơn vị|So với cùng kỳ|Gồm:|(A)|II|Đơn vị tính""".replace("\n", "|").split("|")
NAMED = """Tổng đội Thanh niên xung phong|Trung tâm Tổng hợp - Dịch vụ công|Thôn Trung Bình|Khối dân vận Đảng ủy xã
Ban Quản lý dự án khu vực I|Ấp 1|Tổ 3|Phường 1|Trường THCS số 2 An Phú|Công an xã Các Sơn|Xã Chung Chải|1. Phòng Kinh tế
I. Văn phòng|Khu phố 4|Khối 5|B1|Phòng Kế hoạch - Tài chính|Kế hoạch - Tài chính|Khối Đảng, đoàn thể""".replace(
    "\n", "|"
).split("|")


@pytest.mark.parametrize("name", SUMS)
def test_a_total_is_known_by_its_name(name: str) -> None:
    assert is_sum(name)


@pytest.mark.parametrize("name", MEANS)
def test_an_average_is_known_by_its_name(name: str) -> None:
    assert is_mean(name) or name.isascii()
    assert is_total(name)


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_is_no_total(name: str) -> None:
    assert not is_total(name)


@pytest.mark.parametrize("name", NONE)
def test_a_heading_a_group_or_a_number_is_no_unit(name: str) -> None:
    assert is_no_unit(name)


@pytest.mark.parametrize("name", [*UNITS, *NAMED])
def test_a_unit_is_a_unit(name: str) -> None:
    assert not is_no_unit(name)
    assert not is_total(name)
