"""What keeps a result from being added up or judged, for whoever typed it; a document prints none of this."""

from __future__ import annotations

from collections.abc import Sequence

from generator.dossier.quality.targets import Target
from generator.faults import Described, Label
from generator.findings import Finding, Level
from generator.records import record


@record(frozen=True)
class Remark:
    """What is wrong with what was typed and what to do about it, by which rule; its place is known where it is used."""

    rule: str
    what: str
    fix: str
    level: Level = Level.WARNING

    def finding(self, source: str, place: str = "") -> Finding:
        """The finding, given where the value was typed and where the document shows its want."""
        return Finding(self.rule, self.level, self.what, self.fix, place=place, source=source)

    def __str__(self) -> str:
        return f"{self.what}; {self.fix}"


def mixed_kinds() -> Remark:
    """Of several results to be added, some are fractions and some are not."""
    what = "không cộng được: nơi ghi tử số, mẫu số, nơi ghi giá trị hoặc mức"
    return Remark("khong-cong-duoc", what, "ghi thống nhất")


def not_addable(kind: str, wanted: str, parts: str = "") -> Remark:
    """Several results of a kind that has no sum: rates typed as values, scores, stocks of units, levels."""
    ways = [f"ghi {way}" for way in (parts, wanted or "kết quả của cả kỳ") if way]
    return Remark("khong-cong-duoc", f"không cộng được {kind}", ", hoặc ".join(ways))


def level_for_a_number(level: str | None, asked: str) -> Remark:
    """A level was reported where the target asks for a number."""
    fix = "ghi số liệu: tử số và mẫu số, hoặc giá trị"
    return Remark("ket-qua-khac-kieu", f"kết quả ghi mức «{level}», chỉ tiêu là số ({asked})", fix)


def fraction_for_a_number(asked: str) -> Remark:
    """A fraction was reported where the target asks for a number of things."""
    what = f"kết quả ghi tử số, mẫu số, chỉ tiêu không phải là tỷ lệ ({asked})"
    return Remark("ket-qua-khac-kieu", what, "ghi giá trị")


def level_off_the_scale(shown: str, asked: str) -> Remark:
    """What was reached and what is asked for are levels of no common scale."""
    fix = "ghi mức xếp loại theo thang của chỉ tiêu; «đạt» chỉ dùng khi chỉ tiêu không có thang"
    return Remark("muc-khong-so-duoc", f"không so được «{shown}» với mức «{asked}»", fix)


def nothing_a_year_ago(named: str) -> Remark:
    """The target is a change since another period, ``named``, of which nothing was reported."""
    fix = "thêm kết quả cùng kỳ, ghi năm là năm trước" if named.startswith("cùng kỳ") else f"thêm kết quả của {named}"
    return Remark("thieu-cung-ky", f"chưa có số liệu {named} để so sánh", fix)


def other_kind_a_year_ago(named: str) -> Remark:
    """The target is a change since another period, when a figure of another kind was reported."""
    fix = "ghi kết quả của hai năm cùng một kiểu: cùng tử số, mẫu số hoặc cùng giá trị"
    return Remark("thieu-cung-ky", f"kết quả và số liệu {named} không cùng cách tính", fix)


def more_than_all(said: str) -> Remark:
    """More were counted than there are."""
    fix = "sửa số gõ nhầm hoặc đổi chỗ; chỉ tiêu so với kế hoạch, dự toán thì ghi rõ ở chỉ tiêu, ví dụ: 100% dự toán"
    return Remark("tu-so-lon-hon-mau-so", f"tử số lớn hơn mẫu số ({said}): trên 100%", fix, Level.ERROR)


def more_than_planned(said: str) -> Remark:
    """A rate of a plan is above the whole."""
    fix = "đúng là vượt kế hoạch, dự toán thì giữ nguyên"
    return Remark("vuot-ke-hoach", f"kết quả trên 100% ({said})", fix, Level.NOTE)


def out_of_range(said: str, fix: str) -> Remark:
    """A figure no such result can have: a rate above 100 % or below 0, a score above its scale, fewer than none."""
    return Remark("so-lieu-vo-ly", said, fix, Level.ERROR)


def too_large(said: str) -> Remark:
    """More than an agency counts."""
    return Remark("so-qua-lon", f"số {said} lớn bất thường", "kiểm tra số chữ số không", Level.ERROR)


def unread_target(text: str, why: str, more: str = "") -> Remark:
    """What a target asks for could not be told from its words, and why; ``more`` says of which others this is said."""
    plain = ": một con số với một chiều, ví dụ: ≥ 95%, không quá 3 vụ, từ 1% đến 2%"
    fix = Described("ghi ", Target.ref("typed"), plain)
    return Remark("chi-tieu-chua-hieu", f"chỉ tiêu «{text}»{more} chưa hiểu được: {why}", fix, Level.ERROR)


def unknown_base(against: str) -> Remark:
    """A change is asked for since a time that results cannot be found for."""
    what = f"chưa xác định được mốc so sánh «{against}» của chỉ tiêu"
    return Remark("chi-tieu-chua-hieu", what, "ghi so với cùng kỳ, so với kỳ trước, hoặc so với năm …", Level.ERROR)


def span_not_said(asked: str, period: str) -> Remark:
    """A number is short of its target in a period, and of the target nobody said whether it is the year's."""
    what = f"chỉ tiêu «{asked}» không nói tính theo năm hay theo kỳ: đang so với riêng số của {period}"
    return Remark(
        "khong-ro-khoang-tinh", what, f"là số của cả năm thì ghi «{asked}/năm», từng quý thì ghi «{asked}/quý»"
    )


def something_lacking(reason: str) -> Remark:
    """Of one target or unit of a report nothing, or not all, was reported."""
    return Remark("thieu-so-lieu", reason, "ghi thêm số liệu còn thiếu; kỳ không phát sinh thì ghi 0")


def nothing_sent(units: Sequence[str], unlisted: Sequence[str]) -> Remark:
    """Of the units an agency lists some sent nothing of the period, and of some ``unlisted`` there are figures."""
    fix = "đôn đốc đơn vị; báo cáo nêu tên các đơn vị này"
    if unlisted:
        fix += f"; có số liệu của {_few(unlisted)} không có trong danh sách: là một trong các đơn vị này thì "
        fix += f"ghi ở danh sách, ví dụ: {units[0]} = {unlisted[0]}"
    return Remark("thieu-so-lieu", f"chưa nhận được báo cáo của {_few(units)}", fix)


def _few(units: Sequence[str]) -> str:
    return ", ".join(units[:12]) + (f" và {len(units) - 12} đơn vị nữa" if len(units) > 12 else "")


def left_from_before(field: Label, when: object) -> Remark:
    """A miss is explained in the very words of an earlier one."""
    what = Described(field, f" ghi đúng như của {when}")
    fix = "ghi nguyên nhân, biện pháp của kỳ này; đúng là như cũ thì giữ nguyên"
    return Remark("nguyen-nhan-cu", what, fix)


def needless_cause() -> Remark:
    """A cause is given for a target that was met."""
    fix = "xóa nếu còn lại từ kỳ trước; báo cáo không in"
    return Remark("nguyen-nhan-thua", "đạt chỉ tiêu mà có ghi nguyên nhân không đạt", fix, Level.NOTE)


def no_target(objective: str) -> Remark:
    """An objective has nothing its results could be judged by."""
    what = f"mục tiêu {objective} không có chỉ tiêu nên không đánh giá được"
    return Remark("muc-tieu-khong-chi-tieu", what, "thêm chỉ tiêu cho mục tiêu này")


def no_clear_deadline(times: tuple[str, ...]) -> Remark:
    """The time given to a task names no one day, or none is given."""
    said = (
        f"thời gian «{'; '.join(time.strip(' -+;.') for time in times)}» không rõ ngày"
        if times
        else "công việc không ghi thời gian"
    )
    fix = "cần theo dõi hạn thì ghi hạn hoàn thành (ngày cuối cùng phải xong)"
    return Remark("viec-khong-ro-han", f"{said}, không tính được tiến độ", fix, Level.NOTE)
