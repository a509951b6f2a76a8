"""Dòng cuối của nơi nhận: «- Lưu: VT, …», kết thúc bằng dấu chấm.

Quy định: dòng cuối cùng ghi chữ «Lưu», sau có dấu hai chấm (:), tiếp theo là chữ viết tắt «VT», dấu phẩy (,), chữ
viết tắt tên đơn vị soạn thảo văn bản và số lượng bản lưu (nếu cần), cuối cùng là dấu chấm (.) (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9, điểm d). Mẫu 1.8 và 3.1 ghi «- Lưu: VT.». Đoàn thể theo Nghị định
cho phù hợp và lưu ở văn phòng của mình («- Lưu: VP.»), nên của đoàn thể không xét chữ viết tắt ấy; của
nhiều cơ quan cùng ban hành cũng vậy.

Vì sao: dòng này nói văn thư giữ bản nào, ở đâu.

Sai: «- Lưu VT;»; «- Lưu: VP, VT.»; «- Lưu: VT, TCCB» không có dấu chấm

Đúng: «- Lưu: VT, TCCB.»; «- Lưu: VT, HC (2).»; «- Lưu: VT.»
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.issuer._names import of_several
from generator.rules.form.recipients._list import recipients

RULE = form_rule(__name__, "M")
_BY_SUITABILITY = late(r"\W*lưu\s*:?\s*[^;]+\.$", 2)
_RIGHT = late(r"\W*(?-i:[Ll]ưu)\s*:\s*VT(?:\s*,\s*[^;]+?)?\s*(?:\.|\.\s*(?-i:[A-ZĐ]{1,8})\.?\s*\(\d+\)\.?)$", 2)


def check(reading: FileReading) -> Said:
    """A last line that says otherwise where the document is filed."""
    items = recipients(reading)
    if not items or any(item.open for item in items) or any(line.text[:1] == "-" for line in reading.parts.unread):
        return
    filed = next((item for item in items if item.files), None)
    if filed is None:
        yield RULE.found(
            "nơi nhận không có dòng «Lưu»", "ghi dòng cuối «- Lưu: VT, » và chữ viết tắt đơn vị soạn thảo, dấu chấm",
            place="Nơi nhận", spot=spot_of(items[-1].lines[-1]),
        )  # fmt: skip
        return
    if filed is not items[-1]:
        yield RULE.found(
            f"dòng «{filed.text}» không phải dòng cuối của nơi nhận", "chuyển dòng «Lưu» xuống cuối danh sách",
            place="Nơi nhận", spot=filed.spot,
        )  # fmt: skip
    elif of_several(reading.parts.text(Part.ISSUER)) and _BY_SUITABILITY.match(filed.text):
        return  # each of them files it, at an office of its own
    elif not (_BY_SUITABILITY if reading.profile.by_suitability else _RIGHT).match(filed.text):
        right = filed.text.rstrip(" ;,.:") + "."
        edit = filed.ended(".") if _RIGHT.match(right) else None
        yield RULE.found(
            f"dòng cuối nơi nhận ghi «{filed.text}»",
            "ghi «- Lưu: VT, », chữ viết tắt đơn vị soạn thảo, số bản lưu (nếu cần), kết thúc bằng dấu chấm",
            place="Nơi nhận", spot=filed.spot, repairs=(edit,) if edit is not None else (),
        )  # fmt: skip
