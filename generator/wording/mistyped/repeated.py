"""What stands twice: words («của của») and marks («thực hiện..», «;;», «. /.»)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.patterns import late
from generator.wording.remarks import Remark
from generator.wording.syllables import is_syllable

_TWICE = late(r"(?<![\w/.-])(?P<word>[^\W\d_]{2,}) (?P<again>(?P=word))(?![\w/-])")
_PAIR_TWICE = late(r"(?<![\w/-])(?P<word>[^\W\d_]{2,} [^\W\d_]{2,}) (?P<again>(?P=word))(?![\w/-])")
_NUMBERED_TWICE = late(
    r"(?<![\w-])(?P<word>(?i:ngày|tháng|năm|số|điều|khoản|mục)) (?P<again>(?P=word))(?= \d)(?! \d{4} ?[-–])"
)
# Words that only join others: said twice they are a slip.
_JOINING = """
    của và các là được trong cho với để theo những tại về đã thì mà không này khi như sẽ đến vào trên dưới hoặc nếu bởi
    nhưng vì rằng cũng đang do có cùng trước sau đối từng mỗi thuộc gồm qua bằng giữa nhằm sự
"""
_JOINING_WORDS = frozenset(_JOINING.split())
# Words doubled for their sense: «dần dần», «xanh xanh», «ngày ngày», «ai ai»; animals and plants too.
_DOUBLED = """
    ai ào ầm ba bâng bì bình bon bông bừng cao cào chang chăm chằm châm chậm châu chiều chuồn chun chung con
    cuồn cười dành dào dần dâng dễ dong dửng đăm đằng đâu đầm đất đậm đen đêm đều đi đinh đo đỏ đôi đời đùng đu
    đủ đông đồi ê êm gì gần gù ha hao hay hâm hằm hằng hề hiu hoài hơi hun hừng hồng ì khá khăng khe khéo khít
    khù là lặng lắm lâm lâu lăm lầm lấp lia lon lớp lù luôn lúc lừng lưng mai mãi man mang mát mặn mau mặt mon
    mơ mưa nâu nay năm ngang ngay ngày ngấm ngầm ngời người nghiêng nhà nhàn nhanh nhao nhè nhẹ nho nhỏ nhiều
    nơi nườm oang ồm phăng phây phơi quanh quen qua ra rành rào rầm rất rẽ riêng rõ rồi rung rưng sáng sao sâu
    sầm song sôi sừng tà tám tằn tầng thao thẳng thầm thân thấp thênh thỉnh thinh thoang thon thong thôi thường
    tí tím tối to toang trắng trăm trào trầm trên tròn trong trưa tưng từ từng tươi thu thun vàng vanh vằng vẹn
    vênh vòng vui vừa xa xam xanh xăm xe xinh xít xíu xuân xong xôn yêu tháng đồng
"""
_DOUBLED_WORDS = frozenset(_DOUBLED.split())
# Two words of which the first ends as the second begins: «cơ quan quan trọng», «cán bộ bộ phận một cửa».
_COMPOUNDS = """
    an toàn |ban hành |biên giới |biến động |biện pháp |báo chí |báo cáo |bãi bỏ |bảo vệ |bảo đảm |bầu cử
    |bằng cách |bệnh viện |bỏ phiếu |bố trí |bổ sung |bộ máy |bộ phận |bộ tiêu chí |chi phí |chi tiết
    |chuyên môn |chuyển đổi |chuyển đổi số |chuẩn bị |chuẩn hóa |chuẩn mực |chí hướng |chính quyền |chính sách
    |chính thức |chính trị |chấp hành |chất lượng |chất vấn |chế biến |chế tài |chế tạo |chế độ |chỉ số |chỉ đạo
    |chủ trì |chủ tịch |chủ yếu |chủ đề |chủ động |chức năng |chứng minh |chứng nhận |chứng thực |con đường
    |cung cấp |cung ứng |cuộc họp |các loại |cách ly |cán bộ |cáo buộc |có thể |công an |công bố |công chức
    |công dân |công khai |công ty |công tác |công việc |cơ chế |cơ hội |cơ quan |cơ sở |cả nước |cải cách
    |cấp bách |cấp phát |cấp xã |cầu thị |cầu đường |cộng đồng |cụ thể |cứu trợ |cử cán bộ |cử tri |danh mục
    |duy trì |dân chủ |dân cư |dân tộc |dịch vụ |dụng cụ |dụng ý |dự bị |ghi nhận |gia hạn |gia tăng |gia đình
    |giao ban |giao dịch |giao thông |giá cả |giá trị |giám sát |giáo dục |giải quyết |giới hạn |giới thiệu
    |hiện nay |hiện trường |hiện đại |hiệu lực |hiệu quả |hoàn thành |hoạt động |hành chính |hành khách |hành vi
    |hành động |hình thành |hình thức |hướng dẫn |hạn chế |hạn hán |hạn mức |hạng mục |hệ số |học phí |học sinh
    |học tập |họp báo |họp giao ban |hỗ trợ |hội họp |hội nghị |hội đồng |hợp lý |hợp lệ |hợp nhất |hợp tác
    |hợp tác xã |hợp đồng |khoa học |kinh tế |kiểm soát |kiểm tra |kiện toàn |kế hoạch |kết quả |kỳ hạn
    |lao động |liên ngành |liên quan |loại bỏ |loại trừ |lãnh đạo |lĩnh vực |lưu trữ |lương thực |lệ phí
    |minh chứng |môi trường |mưu cầu |mở rộng |mục lục |mục tiêu |mục đích |mức sống |mức độ |nghiên cứu
    |nghiệp vụ |nghị quyết |nguyện vọng |ngành nghề |ngân sách |người dân |nhiệm vụ |nhu cầu |nhà nước
    |nhà trường |nhà đất |nhân dân |nhân sự |nhân viên |nhận thức |nhận xét |nâng cao |nước ngoài |nước sạch
    |nội bộ |nội dung |pháp luật |phát sinh |phát triển |phân công |phân cấp |phân loại |phân quyền |phí bảo vệ
    |phòng chống |phó chủ tịch |phó giám đốc |phó trưởng |phù hợp |phạt tiền |phẩm chất |phối hợp |phụ trách
    |phục vụ |quan hệ |quan trọng |quan tâm |quan điểm |quy chuẩn |quy chế |quy trình |quy định |quyết định
    |quyền hạn |quyền lợi |quyền quyết định |quá hạn |quản lý |quốc gia |rộng rãi |sinh hoạt |sinh học
    |sinh viên |sản phẩm |sản xuất |sắp xếp |số hóa |số liệu |số lượng |số thứ tự |sở hữu |sử dụng |sự kiện
    |sự việc |tham gia |tham mưu |tham quan |thanh tra |thay đổi |theo dõi |thi hành |thi tuyển |thi đua
    |thiết bị |thành công |thành lập |thành phần |thành phố |thành tích |thành viên |thái độ |thích hợp
    |thông báo |thông lệ |thông suốt |thông tin |thư viện |thường xuyên |thẩm quyền |thế giới |thể chế |thể hiện
    |thể lệ |thể thao |thể thức |thị trường |thống kê |thời gian |thời hạn |thời kỳ |thời điểm |thủ tục |thứ tự
    |thực hiện |thực phẩm |thực trạng |thực tế |tiên tiến |tiêu chuẩn |tiêu chí |tiến bộ |tiến hành |tiến độ
    |tiếp nhận |tiếp tục |tiền lương |toàn bộ |toàn diện |toàn quốc |tra cứu |trang bị |trao đổi |triển khai
    |trong sạch |trung bình |trung tâm |trung ương |trách nhiệm |trình độ |trí tuệ |trước hạn |trường học
    |trường hợp |trưởng ban |trưởng thành |trạng thái |trật tự |trễ hạn |trọng tâm |trọng điểm |trợ cấp
    |trực tiếp |trực tuyến |tuyên truyền |tuyển dụng |tuyển sinh |tài chính |tài liệu |tài sản |tác phong
    |tác động |tâm huyết |tình hình |tình trạng |tín dụng |tính chất |tính toán |tăng cường |tăng trưởng
    |tư pháp |tư vấn |tải xuống |tập huấn |tập hợp |tập thể |tập trung |tố cáo |tốc độ |tổ chức |tổng hợp
    |tự chủ |tự giác |tự nguyện |tự động |tỷ lệ |viên chức |viên mãn |việc làm |viện phí |viện trợ |văn bản
    |văn hóa |văn phòng |vận hành |vận động |vật chất |vật tư |vệ sinh |vị thế |vị trí |xuất hiện |xuất sắc
    |xác nhận |xác định |xây dựng |xã hội |xã viên |xếp loại |xử lý |xử phạt |yêu cầu |yếu tố |áp dụng |ý kiến
    |đa số |điều kiện |điểm cầu |điểm nghẽn |điện tử |đoàn thể |đào tạo |đánh giá |đáp ứng |đúng hạn |đăng ký
    |đăng tải |đường bộ |đường sắt |đại biểu |đại diện |đảm bảo |đất nước |đất đai |đất ở |đầu tư |đề cử
    |đề nghị |đề xuất |đề án |địa phương |địa điểm |định kỳ |định mức |đối phó |đối tượng |đối với |đồng bào
    |đồng bộ |đồng chí |đồng thuận |đồng thời |đồng ý |đổi mới |độ tuổi |độc lập |đội ngũ |động viên |động vật
    |đột xuất |ưu tiên |ứng dụng |ứng phó
"""
_COMPOUND_WORDS = frozenset((*(" ".join(word.split()) for word in _COMPOUNDS.split("|")), "tác xã"))
_WORD_BEFORE = late(r"([^\W\d_]+) $")
_WORD_AFTER = late(r" ([^\W\d_]+)")
_BOTH_NOUN_AND_VERB = frozenset(("báo cáo", "quyết định", "đề nghị", "thông báo", "kết luận", "yêu cầu", "dần dần"))

_END_MARK = late(r"(?:\s+|(?<!\.)\.)?\.?\s*\.\s*/+\s*\.+\s*$")
_MARKS = late(
    r"(?<![./…\s])\.\.(?![./\w…])|(?<![,;:!?])(?P<mark>[,;!?])(?:\s?(?P=mark))+|(?<![\w:]):(?::)+|(?<=\w)::+(?!\w)"
    r"|(?<=[\w)%”])(?:[,:]\s?;|;\s?[,:]|,\s?\.(?![\d.])|;\s?\.(?![\d.]))|(?<=[^\W\d_]{2})\.[,;](?!\w)"
)


def repeated_words(text: str) -> Iterator[Remark]:
    """Each word that joins others and stands twice (LV22), and each other that does without sense (LV23)."""
    for match in _NUMBERED_TWICE.finditer(text):
        yield _twice(match, "LV22")
    for match in _TWICE.finditer(text):
        word = match["word"]
        if word in _JOINING_WORDS and not (word in _DOUBLED_WORDS or _is_two_words(text, match)):
            yield _twice(match, "LV22")
        elif word.islower() and word not in _DOUBLED_WORDS and is_syllable(word) and not _is_two_words(text, match):
            yield _twice(match, "LV23")
    for match in _PAIR_TWICE.finditer(text):
        first, second = match["word"].split(" ")
        if match["word"].lower() not in _BOTH_NOUN_AND_VERB and first != second and first not in ("từng", "rất", "mỗi"):
            yield _twice(match, "LV23")


def _is_two_words(text: str, match: re.Match[str]) -> bool:
    """Whether the first ends one word and the second begins another: «cơ quan quan trọng», «thiết bị bị hỏng»."""
    word = match["word"].lower()
    before = _WORD_BEFORE.search(text, max(0, match.start() - 12), match.start())
    after = _WORD_AFTER.match(text, match.end())
    ends = before is not None and f"{before[1].lower()} {word}" in _COMPOUND_WORDS
    begins = after is not None and f"{word} {after[1].lower()}" in _COMPOUND_WORDS
    return ends and (begins or word in _JOINING_WORDS or word in ("bị", "xã"))


def _twice(match: re.Match[str], rule: str) -> Remark:
    return Remark(match.start(), match.end(), rule, f"chữ lặp: «{match[0]}»", match["word"])


def repeated_marks(text: str) -> Iterator[Remark]:
    """Marks that stand twice or against each other, and an end mark that is not «./.» (LV21)."""
    end = _END_MARK.search(text)
    if end and end[0].rstrip() != "./." and text[: end.start()].strip():
        yield Remark(end.start(), end.end(), "LV21", f"dấu kết thúc «{end[0].strip()}» không đúng cách viết", "./.")
    for match in _MARKS.finditer(text):
        if end and match.end() > end.start():
            continue
        if match[0] in (".,", ".;") and not _ends_word(text, match.start()):
            continue
        yield Remark(match.start(), match.end(), "LV21", f"dấu câu lặp: «{match[0]}»", _one_of(match[0]))


def _ends_word(text: str, at: int) -> bool:
    """Whether a whole word, not an abbreviation, stands before the place."""
    before = _WORD_BEFORE.search(f"{text[max(0, at - 12) : at]} ")
    return before is not None and before[1].islower() and not before[1].isascii() and is_syllable(before[1])


def _one_of(marks: str) -> str:
    bare = marks.replace(" ", "")
    return "." if "." in bare else ";" if ";" in bare else bare[:1]
