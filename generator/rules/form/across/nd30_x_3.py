"""«Như Điều …» ở nơi nhận chỉ đúng Điều giao việc.

Quy định: mẫu 1.1 đến 1.3, Phụ lục III Nghị định 30/2020/NĐ-CP ghi «- Như Điều …;» cho nơi phải thực hiện. Suy ra: Điều
ấy phải có trong văn bản và nói ai thi hành.

Vì sao: thêm, bớt một Điều mà quên sửa nơi nhận thì người nhận tìm không thấy.

Sai: quyết định có 2 Điều mà nơi nhận ghi «- Như Điều 5;»; ghi «- Như Điều 1;» mà Điều 2 mới giao thi hành

Đúng: «- Như Điều 2;» khi Điều 2 giao thi hành; «- Như Điều 1;» khi không Điều nào nói thi hành
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.across._articles import articles

RULE = form_rule(__name__, "D")
_AS = late(r"\W*như\s+điều\s+(?P<numbers>\d+(?:\s*(?:,|và|;|-|đến)\s*(?:điều\s+)?\d+)*)", 2)
_NUMBER = late(r"\d+")
_CARRIES = late(r"thi hành|thực hiện|trách nhiệm|căn cứ Quyết định này", 2)
_OWN = late(r"\bgiao\b|\bchịu trách nhiệm|(?:Quyết định|Nghị quyết) này", 2)
_LAST_OF_ALL = late(r"chịu trách nhiệm[^.]{0,40}thi hành (?:Quyết định|Nghị quyết) này", 2)
_SURELY = late(r"chịu trách nhiệm[^.]{0,40}(?:thi hành|thực hiện)|(?:thi hành|thực hiện) Quyết định này", 2)


def check(reading: FileReading) -> Said:
    """Each «Như Điều …» of an Điều that is not there, or that says nothing of carrying out where another does."""
    found = {one.number: one.text for one in articles(reading.parts)}
    for component in reading.parts.of(Part.RECIPIENT):
        said = _AS.match(component.text)
        if said is None:
            continue
        place, spot = place_of(component), spot_of(component.lines[0])
        numbers = [int(number) for number in _NUMBER.findall(said["numbers"])]
        if not found:
            yield Unjudged(RULE.id, "không đọc được các Điều của văn bản", place)
            continue
        absent = [number for number in numbers if number not in found]
        if absent:
            yield RULE.found(
                f"nơi nhận ghi «Như Điều {absent[0]}» mà văn bản không có Điều {absent[0]}",
                "ghi số của Điều giao thi hành", place=place, spot=spot,
            )  # fmt: skip
        else:
            surely = _SURELY
            if any(_CARRIES.search(found[number]) for number in numbers):
                surely = _LAST_OF_ALL  # «có nhiệm vụ thực hiện …» tells a duty and hands nothing on
                if any(_OWN.search(found[number]) for number in numbers):
                    continue
            other = next((number for number, text in found.items() if surely.search(text)), None)
            if other is not None:
                yield RULE.found(
                    f"nơi nhận ghi «Như Điều {numbers[0]}» mà Điều {other} mới giao thi hành",
                    f"ghi «Như Điều {other}»", place=place, spot=spot,
                )  # fmt: skip
