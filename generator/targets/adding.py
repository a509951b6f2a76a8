"""What may be added of the results of a target: known by what is counted, never guessed."""

from __future__ import annotations

from collections.abc import Sequence

from generator.targets.measure import Adding
from generator.targets.phrases import Phrase, anywhere, table, without
from generator.targets.tokens import Kind, Token, plain, tokenise

_FLOW, _STOCK, _NEVER = Adding.SUM, Adding.LAST, Adding.NEVER

_NO_SCALE = ("đồng", "lệ", "suất", "trọng", "giá")
_UNITS: dict[Phrase, Adding] = table(
    (_FLOW, "hồ sơ, vụ, vụ việc, vụ án, lần, lượt, lượt người, cuộc, cuộc họp, cuộc thi, buổi, lớp, khóa, hội nghị"),
    (_FLOW, "hội thảo, hội thi, văn bản, đơn, đơn thư, thư, ý kiến, kiến nghị, phản ánh, tin, bài, tin bài, bài viết"),
    (_FLOW, "phóng sự, chuyên mục, đồng, nghìn đồng, triệu đồng, tỷ đồng, vnd, usd, phiên, kỳ họp, báo cáo"),
    (_FLOW, "giấy phép"),
    (_FLOW, "giấy chứng nhận, quyết định, nghị quyết, chuyên đề, đề tài, sáng kiến, tờ trình, công văn, lỗi, sai sót"),
    (_FLOW, "trường hợp, vụ tai nạn, tai nạn, vi phạm, khiếu nại, tố cáo, đợt, chuyến, ca, học viên, cây, tấn, tạ"),
    (_FLOW, "kg"),
    (_FLOW, "hộ thoát nghèo, lao động, việc làm, ngày công, chương trình, hoạt động, công việc, nhiệm vụ, kế hoạch"),
    (_FLOW, "tin nhắn, sự kiện, sự cố, ấn phẩm, tờ rơi, cuốn, bản tin, câu hỏi, chứng thư, giao dịch, đám cháy"),
    (_FLOW, "vụ cháy"),
    (_FLOW, "biên bản, tác phẩm, giờ giảng, tiết học, đối thoại, phiên tòa, đoàn, đoàn công tác, cuộc gọi"),
    (_FLOW, "lượt khách"),
    (_FLOW, "lượt khám, suất, suất quà, căn, nhà, ca mắc, ca bệnh, liều, mũi, thông báo, phiếu, thủ tục được rà soát"),
    (_STOCK, "tiêu chí, chỉ tiêu, mô hình, thiết bị, máy, máy tính, biên chế, số dư, xã, thôn, ấp, khu phố, phường"),
    (_STOCK, "trường, trường học, đơn vị, cơ quan, phòng, hợp tác xã, hộ nghèo, hộ cận nghèo, hộ, dịch vụ công"),
    (_STOCK, "thủ tục hành chính, tthc, tài khoản, camera, giường bệnh, giường, cán bộ, công chức, viên chức"),
    (_STOCK, "đảng viên"),
    (_STOCK, "hội viên, thành viên, đoàn viên, câu lạc bộ, tổ, di tích, sản phẩm ocop, chi bộ, tổ chức đảng, huyện"),
    (_STOCK, "làng nghề, khu dân cư, trạm, trạm y tế, điểm cầu, điểm phục vụ, quy trình, phần mềm, hệ thống, xóm"),
    (_STOCK, "bản"),
    (_STOCK, "dịch vụ, cơ sở dữ liệu, thư viện, nhà văn hóa, trang thiết bị, tổ công nghệ số cộng đồng, tỉnh"),
    (_STOCK, "địa phương"),
    (_STOCK, "doanh nghiệp, khách sạn, phòng học, bác sĩ, giáo viên, dân, dân số, nội dung đạt, điểm truy cập, vùng"),
    (_NEVER, "điểm, ngày, giờ, phút, giây, tuần, tháng, quý, năm, tuổi, hạng, bậc, độ, sao, mức, cấp, lần so với, m"),
    (_NEVER, "ngày làm việc, giờ làm việc, km, m2, ha, km2, %, ‰, điểm %, mg, lít, m3, db, °c, kwh, người"),
)  # fmt: skip
_BY_KIND = table(
    (True, "được, tham gia, tham dự, mới, thoát nghèo, có việc làm, tốt nghiệp, phát triển mới, trồng mới, kết nạp"),
)  # fmt: skip
_PERSONS = table(
    (True, "người, cán bộ, công chức, viên chức, đảng viên, hội viên, đoàn viên, giáo viên, hộ, hộ dân, hộ nghèo"),
    (True, "học sinh, người dân, trẻ em, thanh niên, phụ nữ, dân, doanh nghiệp, thành viên, người lao động, chủ hộ"),
)  # fmt: skip
_DOING = table(
    (True, "tập huấn, đào tạo, bồi dưỡng, kết nạp, giải quyết việc làm, tạo việc làm, tuyển dụng, tổ chức, hỗ trợ"),
    (True, "tuyên truyền, trồng mới, vận động, tiếp nhận, phát triển mới, làm mới, thành lập mới, cấp mới"),
    (True, "giới thiệu"),
)  # fmt: skip
_LEFT = table(
    (True, "tồn, tồn đọng, còn tồn, còn lại, hiện có, lũy kế, chưa giải quyết, đạt chuẩn, được công nhận"),
    (True, "đang hoạt động, duy trì, tồn chưa giải quyết, quá hạn chưa giải quyết, đang áp dụng"),
)  # fmt: skip
_MEAN = table(
    (True, "bình quân, trung bình, điểm số, chỉ số, thời gian, thời hạn, năng suất, mật độ, hệ số, tuổi thọ"),
    (True, "thu nhập, tốc độ, tốc độ tăng, mức tăng, tỷ lệ giảm, tỷ lệ tăng, mức giảm, tốc độ giảm, tăng trưởng"),
    (True, "công suất, xếp hạng, thứ hạng, giá trị trung bình, đầu người, đạt điểm, điểm"),
)  # fmt: skip

_MADE = table((True, "mới, thành lập, ra mắt, khánh thành, kết nạp, trồng, khai trương, cấp mới, xây mới, mở mới"))
"""What says that the things came to be: those of several periods are other things."""
_NO_NEWNESS = table(
    (True, "nông thôn mới, đổi mới, kỷ nguyên mới, trồng trọt, trồng lúa, cây trồng, đất trồng, tuyến mới")
)

_IN_PARTS = frozenset(
    ("đồng", "nghìn", "triệu", "tỷ", "vnd", "usd", "tấn", "tạ", "kg", "ngày", "giờ", "lao", "công", "số")
)
"""First words of what is flowing or held and may be told in parts: money, weights, days of work."""

_EACH = frozenset(("mỗi", "từng"))
_AREAS = frozenset(("ha", "m2", "m3", "km", "km2", "m"))


def adding_of(unit: Sequence[Token], about: Sequence[Token], percent: str, *, change: bool) -> tuple[Adding, bool]:
    """What may be added of amounts in this unit, and whether the unit is one nothing is known of.

    ``percent`` is ``%`` or ``điểm %`` where the figure is one; of a change it is what changes that is added, and that
    only where it was named.
    """
    unit = [token for token in unit if token.kind is not Kind.STOP]
    if anywhere(about, _MEAN) or (anywhere(unit, _MEAN) and not _counts_by(unit)):
        return _NEVER, False
    if percent and not change:
        return (Adding.PARTS if percent == "%" else _NEVER), False
    if any(token.kind is Kind.SLASH for token in unit) or any(token.key in _EACH for token in about):
        return _NEVER, False  # per unit, per head: what one of them has too much, another may lack
    counted = unit if not percent else unit or about
    counted = _after_number_words(counted)
    found = _counts_by(counted) or (_counts_by(_after_number_words(about)) if change else None)
    if found is None:
        if anywhere(about, _DOING) and unit and not change:
            return _FLOW, False
        return _NEVER, not change
    if found is _STOCK or anywhere(counted[:3], _PERSONS):
        flows = anywhere(counted[1:], _BY_KIND) or anywhere(about, _DOING)
        if flows and not anywhere(counted, _LEFT) and anywhere(counted[:3], _PERSONS):
            return _FLOW, False
    if (found is _STOCK or (found is _NEVER and counted and counted[0].key in _AREAS)) and _is_made(counted, about):
        return _FLOW, False
    if found is _FLOW and anywhere(counted, _LEFT):
        return _STOCK, False
    if found is _NEVER and counted and counted[0].key == "người":
        return _NEVER, True
    return found, False


def is_whole(unit: str) -> bool:
    """Whether what the unit names comes in whole numbers: files, meetings, households; not money, weight, area."""
    counted = _after_number_words(tokenise(plain(unit)))
    told_in_parts = len(counted) < len(tokenise(plain(unit))) and unit.split()[0] in ("nghìn", "triệu", "tỷ", "vạn")
    if not counted or counted[0].key in _IN_PARTS or told_in_parts:
        return False
    return _counts_by(counted) in (_FLOW, _STOCK) and not any(token.kind is Kind.SLASH for token in counted)


def is_unit(text: str) -> bool:
    """Whether the text begins with something counted or measured that is known: «hồ sơ», «triệu đồng», «điểm»."""
    return _counts_by(_after_number_words(tokenise(plain(text)))) is not None


def _is_made(counted: Sequence[Token], about: Sequence[Token]) -> bool:
    """Whether the amount is of what was made in the period, not of what there is."""
    words = [*without(about, _NO_NEWNESS), *without(counted, _NO_NEWNESS)]
    return bool(anywhere(words, _MADE)) and not anywhere(words, _LEFT)


def _counts_by(unit: Sequence[Token]) -> Adding | None:
    return next((meaning for meaning, at, _ in anywhere(list(unit), _UNITS) if at == 0), None)


def _after_number_words(unit: Sequence[Token]) -> list[Token]:
    rest = list(unit)
    while rest and rest[0].key in ("số", "lượng", "tổng", "các", "những") and len(rest) > 1:
        rest = rest[1:]
    if len(rest) > 1 and rest[0].key in ("nghìn", "triệu", "tỷ", "vạn") and rest[1].key not in _NO_SCALE:
        rest = rest[1:]
    return rest
