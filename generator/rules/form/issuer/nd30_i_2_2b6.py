"""Tên cơ quan cùng cỡ chữ với Quốc hiệu.

Quy định: các mẫu của Phụ lục III đều in tên cơ quan và Quốc hiệu cùng cỡ chữ, hơn kém nhau nhiều nhất một cỡ.

Vì sao: hai khối chữ ở hai bên đầu trang ngang hàng nhau.

Sai: tên cơ quan cỡ 11, Quốc hiệu cỡ 13

Đúng: cả hai cỡ 13
"""

from __future__ import annotations

from generator.edits import SetLook
from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, decimal, place_of, spot_of
from generator.rules.form.issuer._names import named

RULE = form_rule(__name__, "S")


def check(reading: FileReading) -> Said:
    """Each issuer more than a point smaller or larger than the Quốc hiệu."""
    for component in named(reading, RULE, Part.ISSUER):
        if isinstance(component, Unjudged):
            yield component
            continue
        national = reading.parts.first(Part.NATIONAL)
        sizes = [run.format.size for line in component.lines for run in line.runs]
        if national is None or not sizes or not national.lines[0].runs:
            continue
        other = national.lines[0].runs[0].format.size
        far = max(sizes, key=lambda size: abs(size - other))
        if abs(far - other) > 1:
            low, high = reading.edition.components["issuer"].sizes
            spots = [spot_of(line) for line in component.lines if line.runs] if low <= other <= high else []
            yield RULE.found(
                f"tên cơ quan cỡ {decimal(far)}, Quốc hiệu cỡ {decimal(other)}", "đặt tên cơ quan cùng cỡ Quốc hiệu",
                place=place_of(component), spot=spot_of(component.lines[0]),
                repairs=tuple(SetLook(spot, size=other) for spot in spots if spot is not None),
            )  # fmt: skip
