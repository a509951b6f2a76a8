"""Names of totals, and names of units that only sound like them; each looked at by hand."""

from __future__ import annotations

import pytest

from generator.wording.naming.totals import is_mean, is_sum, is_total

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
