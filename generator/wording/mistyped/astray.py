"""Words whose accents went astray though each syllable is one: «phân đầu», «quản triệt», «bồi cảnh», «Công TTĐT»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress, pairwise

from generator.patterns import late
from generator.wording.characters import fold, fold_word
from generator.wording.compounds import COMPOUNDS
from generator.wording.kept import Kept
from generator.wording.remarks import Remark
from generator.wording.syllables import is_syllable, place_tones

# Words of two syllables no other two words standing together look like but for their accents.
_LISTED = """
    phấn_đấu quán_triệt bối_cảnh cải_tiến kế_hoạch nhiệm_vụ thực_hiện trách_nhiệm quy_trình thủ_tục giải_quyết
    báo_cáo hành_chính chất_lượng mục_tiêu triển_khai kiểm_tra giám_sát đôn_đốc phối_hợp hướng_dẫn nghiệp_vụ
    chuyên_môn lãnh_đạo chỉ_đạo tuyên_truyền thường_xuyên định_kỳ đột_xuất khắc_phục xem_xét rà_soát tổng_hợp
    thống_kê quản_lý công_chức viên_chức cán_bộ đơn_vị địa_phương tổ_chức doanh_nghiệp thẩm_quyền quyền_hạn trình_độ
    bồi_dưỡng đào_tạo tập_huấn khen_thưởng kỷ_luật ngân_sách kinh_phí dịch_vụ trực_tuyến hồ_sơ tiếp_nhận kết_quả
    đúng_hạn mức_độ văn_bản quy_định quyết_định nghị_quyết thông_báo thông_tư căn_cứ ban_hành điều_hành thi_hành
    hiệu_lực hiệu_quả công_nghệ thông_tin điện_tử bảo_đảm đảm_bảo an_toàn vệ_sinh môi_trường giáo_dục xây_dựng
    phát_triển nông_thôn ủy_ban hội_đồng chủ_tịch văn_phòng trung_tâm bộ_phận phục_vụ khảo_sát đánh_giá nội_bộ
    cải_cách đề_nghị đề_xuất tăng_cường chấp_hành tham_mưu đầy_đủ kịp_thời cụ_thể nghiêm_túc tích_cực kiến_nghị
    vướng_mắc khó_khăn thuận_lợi tồn_tại hạn_chế nguyên_nhân giải_pháp biện_pháp trọng_tâm tiến_độ thời_hạn
    thời_gian địa_bàn lĩnh_vực chính_sách chế_độ trao_đổi sửa_đổi bổ_sung thay_thế bãi_bỏ tiêu_chuẩn quốc_gia
    hệ_thống mô_hình áp_dụng duy_trì phù_hợp yêu_cầu nội_dung số_liệu dữ_liệu phần_mềm cơ_quan tài_liệu tài_chính
    sản_phẩm pháp_luật khiếu_nại tố_cáo thanh_tra công_tác chương_trình kinh_tế xã_hội an_ninh quốc_phòng dân_tộc
    tôn_giáo
"""
# What stands together all the same, as words of their own or the end of one and the beginning of another.
_ALSO_RIGHT = """
    phần_đầu báo_cao quỹ_trình mức_tiêu chuyển_môn tuyến_truyền định_ký đợt_xuất đơn_vì trực_tuyển hộ_số mức_đo
    vẫn_bán vẫn_bàn vận_bản cần_cử cần_cù bản_hành bàn_hành bán_hành thị_hành hệ_thông thống_tin điện_từ về_sinh
    mỗi_trường mọi_trường mới_trường hội_đông hội_động chủ_tích vẫn_phòng vốn_phòng cái_cách để_nghị để_nghỉ để_xuất
    đã_xuất cứ_thế cứ_thể kiên_nghị trong_tâm tiền_đó tiến_đó tiền_đô chỉnh_sách chế_đó thấy_thế phủ_hợp dự_liệu
    có_quan có_quản tại_chính tái_chính thành_trả công_tắc dẫn_tộc số_liều tài_chinh nói_đúng nội_dùng áp_đúng
    thời_gián giao_đúc trong_tam quốc_giá quốc_giả văn_phong cộng_tác mực_đỏ mục_đó
"""
# Words that lean on neither side: no end or beginning of another word is to be sought in them.
_LEANING_LISTED = """
    do đó từ có để đã thì đến đi ra vẫn cần đang phải sẽ tự bị bỏ điền cho không mà hỏi đưa
"""
_LEANING = frozenset(_LEANING_LISTED.split())
_ALSO_WORDS = frozenset(("phương tiện", "đồng nghiệp", "bảo mật"))
# Where only the words around them say what was meant.
_PHRASES = (
    ("hần đầu", late(r"\b[Pp]hần đầu(?= (?:hoàn thành|đạt|tập thể|xây dựng|giảm|tăng|trở thành|nâng|đưa|giữ|"
                     r"ít nhất|tối thiểu|\d[\d,.]* ?%))"), "phấn đấu"),
    (" liên ", late(r"\b(?:tháng|năm|quý|kỳ|ngày|tuần) liên (?:trước|kề|sau)\b"), "liền"),
    ("iệu dân", late(r"\b[Hh]iệu dân\b(?=[,.;]|$| và)"), "hiểu dân"),
    ("huyên, ", late(r"\b[Cc]huyên, (?:tiếp )?nhận\b"), "chuyển, nhận"),
    (", thị", late(r"(?:(?<=xã, )|(?<=phường, ))thị\b(?! (?:trấn|xã|tứ|trường))"), "thị trấn"),
    ("Công ", late(r"\bCông (?=TTĐT|[Tt]hông tin điện tử|[Dd]ịch vụ công)"), "Cổng "),
)  # fmt: skip
MAY_BE_A_PHRASE = r"hần$|^liên$|iệu$|huyên,$|^thị|Công$"
"""What a piece of text holds wherever one of the phrases stands."""
_WORD_BEFORE = late(r"([^\W\d_]+)[ \u00a0]$")
_WORD_AFTER = late(r"[ \u00a0]([^\W\d_]+)")
_PAIR = late(r"(?<![\w.-])(?P<first>[^\W\d_]{1,7})(?=[ \u00a0](?P<second>[^\W\d_]{1,7})(?![\w-]))")


def _words(listed: str) -> Iterator[str]:
    return (place_tones(word.replace("_", " "), "hòa") for word in listed.split())


@cache
def _table() -> tuple[dict[str, str], frozenset[str]]:
    return {fold(word): word for word in _words(_LISTED)}, frozenset(_words(_ALSO_RIGHT))


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(word[:length] for word in _table()[0] for length in range(len(word)))


def _begins_one(word: str) -> bool:
    """Whether a listed word may begin with the word, accents left out."""
    return fold_word(word) in _beginnings()


def _is_accented_otherwise(pair: tuple[str, str]) -> bool:
    """Whether the two, in small letters, are a listed word but for its accents, and not listed as right too."""
    table, also_right = _table()
    first, second = pair
    low = f"{first} {second}"
    return table.get(fold_word(first) + fold_word(second), low) != low and low not in also_right


_BEGINNING = Kept[str, bool](_begins_one)
_OTHERWISE = Kept[tuple[str, str], bool](_is_accented_otherwise)


def may_go_astray(low: Sequence[str]) -> bool:
    """Whether two of the words, in small letters, may be astray: a quick look, before their text is read."""
    return any(map(_OTHERWISE.__getitem__, compress(pairwise(low), map(_BEGINNING.__getitem__, low))))


def words_astray(text: str) -> Iterator[Remark]:
    """Each pair of syllables that is a listed word but for its accents, and no other words (LV33)."""
    table, also_right = _table()
    for match in _PAIR.finditer(text):
        meant = table.get(fold_word(match["first"]) + fold_word(match["second"]))
        if meant is None:
            continue
        start, end = match.start(), match.end("second")
        pair = text[start:end]
        if pair.isascii() or not _is_one_word(match):
            continue
        low = place_tones(pair.lower().replace("\u00a0", " "), "hòa")
        if meant == low or low in also_right or not all(is_syllable(one) for one in low.split(" ")):
            continue
        if not _is_part_of_others(text, start, end, low):
            yield Remark(start, end, "LV33", _said(pair), _cased(meant, pair))


def phrases_astray(text: str) -> Iterator[Remark]:
    """Each word that is another one by its accents, told by those around it (LV33)."""
    for sign, pattern, right in _PHRASES if not text.isascii() else ():
        for match in pattern.finditer(text) if sign in text else ():
            whole = right if right != "liền" else match[0].replace("liên", "liền")
            yield Remark(match.start(), match.end(), "LV33", _said(match[0].strip()), _cased(whole.strip(), match[0]))


def _is_one_word(match: re.Match[str]) -> bool:
    first, second = match["first"], match["second"]
    return second.islower() or (first.isupper() and second.isupper() and len(first) > 1)


def _is_part_of_others(text: str, start: int, end: int, low: str) -> bool:
    """Whether its syllables belong to other words: «hệ thống từ chối», «quy định kỹ thuật», «cần bổ sung»."""
    first, second = low.split(" ")
    if first in _LEANING or second in _LEANING:
        return True
    before = _WORD_BEFORE.search(text, max(0, start - 12), start)
    after = _WORD_AFTER.match(text, end)
    ended = f"{place_tones(before[1].lower(), 'hòa')} {first}" if before else ""
    begun = f"{second} {place_tones(after[1].lower(), 'hòa')}" if after else ""
    known = _table()[0]
    return any(one in COMPOUNDS or one in _ALSO_WORDS or known.get(fold(one)) == one for one in (ended, begun) if one)


def _said(typed: str) -> str:
    return f"«{typed}» không phải là một từ ở đây"


def _cased(right: str, typed: str) -> str:
    if typed.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if typed[:1].isupper() else right
