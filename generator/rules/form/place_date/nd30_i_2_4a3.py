"""Địa danh mang tên người, chữ số, sự kiện ghi tên gọi đầy đủ; không địa danh nào viết tắt.

Quy định: đối với những đơn vị hành chính được đặt theo tên người, bằng chữ số hoặc sự kiện lịch sử thì phải ghi tên
gọi đầy đủ của đơn vị hành chính đó (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4, điểm a): Thành phố
Hồ Chí Minh, Phường 3. Địa danh là tên gọi chính thức, nên «TP.», «P.» cũng không phải.

Vì sao: «Hồ Chí Minh, ngày …» là tên người; «3, ngày …» là con số.

Sai: «TP. Hồ Chí Minh, ngày …»; «TP.HCM, ngày …»; «TP. Hà Nội, ngày …»

Đúng: «Thành phố Hồ Chí Minh, ngày …»; «Phường 3, ngày …»
"""

from __future__ import annotations

from generator.findings import Level, Unjudged
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.place_date._read import places

RULE = form_rule(__name__, "C")
_PERSON = late(r"(?:Nguyễn|Trần|Lê|Phạm|Bùi|Đặng|Võ)(?: [^\W\d_]+){2,3}")
_BARE = late(
    r"(?:t\W?p\W*)?(?:hồ chí minh|hcm)|(?:tphcm)|(?:(?:p|q|phường số|quận số)\W*)?\d+"
    r"|t\W?p\W+\w.*|(?:tx|tt|p|q|h|x)\.\s*\w.*",
    2,
)


def check(reading: FileReading) -> Said:
    """Each place named after a person or a number without the word that says what it is, or with that abbreviated."""
    for read in places(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        if not read.open and _BARE.fullmatch(read.place.strip(" .")):
            yield RULE.found(
                f"địa danh ghi «{read.place}»", "ghi đầy đủ, ví dụ «Thành phố Hồ Chí Minh», «Phường 3»",
                place=read.where, spot=read.spot,
            )  # fmt: skip
        elif _PERSON.fullmatch(read.place) and read.place.istitle():
            yield RULE.found(
                f"địa danh mang tên người mà ghi «{read.place}»", f"ghi đầy đủ, ví dụ «Phường {read.place}»",
                level=Level.WARNING, place=read.where, spot=read.spot,
            )  # fmt: skip
