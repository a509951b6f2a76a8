"""Dấu chỉ độ mật đóng bằng con dấu, không in sẵn trên văn bản giấy.

Quy định: con dấu các độ mật «TUYỆT MẬT», «TỐI MẬT», «MẬT» và dấu thu hồi được khắc sẵn theo quy định của pháp luật về
bảo vệ bí mật nhà nước (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 2, điểm a).

Vì sao: dấu mật in sẵn không nói ai đã xác định độ mật.

Sai: văn bản giấy in chữ «MẬT» ở đầu văn bản

Đúng: chừa chỗ để đóng dấu
"""

from __future__ import annotations

from generator.findings import Level, Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.marks._stamps import stamps

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each degree of secrecy that is printed; of electronic documents that it is not judged."""
    for found in stamps(reading, RULE, Part.SECRECY):
        if isinstance(found, Unjudged):
            yield found
        elif reading.profile.medium != "giay":
            yield Unjudged(RULE.id, "văn bản điện tử: theo pháp luật về bí mật nhà nước", place_of(found))
        else:
            yield RULE.found(
                f"dấu chỉ độ mật «{found.text}» in sẵn trong tệp",
                "bỏ chữ, chừa chỗ để đóng dấu độ mật sau khi người có thẩm quyền xác định",
                level=Level.WARNING, place=place_of(found), spot=spot_of(found.lines[0]),
            )  # fmt: skip
