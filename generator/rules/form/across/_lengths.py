"""Words that are longer than the field of the system that keeps them."""

from __future__ import annotations

from generator.parts.lines import Line
from generator.rules.base import Rule
from generator.rules.form._reading import Said, spot_of


def too_long(rule: Rule, what: str, text: str, most: int, place: str, line: Line) -> Said:
    """A finding where the text has more letters than the field takes."""
    if len(text) > most:
        yield rule.found(
            f"{what} dài {len(text)} ký tự, trường dữ liệu chỉ nhận {most}", f"rút gọn còn không quá {most} ký tự",
            place=place, spot=spot_of(line),
        )  # fmt: skip
