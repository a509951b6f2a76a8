"""What keeps a result from being added up or judged, for whoever typed it; a document prints none of this."""

from __future__ import annotations

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


def not_addable(kind: str) -> Remark:
    """Several results of a kind that has no sum: rates typed as values, levels."""
    fix = "ghi tử số và mẫu số, hoặc ghi kết quả của cả kỳ"
    return Remark("khong-cong-duoc", f"không cộng được {kind}", fix)


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
    fix = "ghi mức xếp loại theo thang của chỉ tiêu, hoặc «đạt», «không đạt» do người đánh giá xác định"
    return Remark("muc-khong-so-duoc", f"không so được «{shown}» với mức «{asked}»", fix)


def nothing_a_year_ago() -> Remark:
    """The target is a change since last year, of which nothing was reported."""
    fix = "thêm kết quả cùng kỳ, ghi năm là năm trước"
    return Remark("thieu-cung-ky", "chưa có số liệu cùng kỳ năm trước để so sánh", fix)


def other_kind_a_year_ago() -> Remark:
    """The target is a change since last year, when a figure of another kind was reported."""
    fix = "ghi kết quả của hai năm cùng một kiểu: cùng tử số, mẫu số hoặc cùng giá trị"
    return Remark("thieu-cung-ky", "kết quả và số liệu cùng kỳ năm trước không cùng cách tính", fix)


def more_than_all(numerator: int, denominator: int) -> Remark:
    """More were counted than there are."""
    what = f"tử số lớn hơn mẫu số ({numerator}/{denominator}): trên 100%"
    return Remark("tu-so-lon-hon-mau-so", what, "kiểm tra lại số liệu; đúng như vậy thì giữ nguyên")


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
