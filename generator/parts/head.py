"""The head: Quốc hiệu, Tiêu ngữ, the issuer and its superior, số, ký hiệu, địa danh, V/v, the stamps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.parts import recognising as says
from generator.parts.lines import Line, halves, is_drawn
from generator.parts.model import Component, Part, Sure
from generator.patterns import late
from generator.wording.characters import fold

_MARKS = {"urgency": Part.URGENCY, "secrecy": Part.SECRECY, "circulation": Part.CIRCULATION}
# A unit of this kind has one above it; a place by itself ends the name of the line above.
_UNIT = late(
    r"\W*(?:phòng|ban(?! chấp hành)|trung tâm|trường|chi cục|cục|vụ|văn phòng|sở|thanh tra|trạm|đội|tổ|khoa|bộ phận|"
    r"công an|bệnh viện|viện|đài|bảo tàng|thư viện|hạt|chi nhánh|công ty|xí nghiệp|hợp tác xã|"
    r"đảng [uủ][ỷy]|hội|đoàn|liên đoàn|tổng cục|kho bạc|bảo hiểm xã hội|bhxh|t[oò][àa] án|học viện|"
    r"nhà (?:văn h[óo][áa]|thiếu nhi|hát|khách|xuất bản))\b",
    2,
)


class Head:
    """Takes the lines of the head one by one; ``components`` are what they came to, ``unread`` what fits nothing."""

    def __init__(self) -> None:
        self.components: list[Component] = []
        self.unread: list[Line] = []
        self._names: list[Line] = []
        self._last: dict[str, Component | Line] = {}

    def take(self, lines: Iterable[Line]) -> None:
        """Reads the lines, in the order of the file."""
        for line in lines:
            for piece in halves(line):
                self._piece(piece)
        self.components.extend(_named(self._names))

    def _piece(self, line: Line) -> None:
        text = line.text
        before = self._last.get(line.side)
        if not text or is_drawn(text):
            self._rules(line, before)
            return
        found = None if _is_of_letter_subject(before, line) else self._known(line)
        if found is not None:
            self.components.append(found)
            self._last[line.side] = found
        elif isinstance(before, Component) and _goes_on(before, line):
            before.lines.append(line)
        elif line.side != "right" and _may_name(line) and not self._has(Part.NUMBER, Part.LETTER_SUBJECT):
            self._names.append(line)
            self._last[line.side] = line
        else:
            self.unread.append(line)

    def _known(self, line: Line) -> Component | None:
        """The part that the line's words name."""
        text = line.text
        for part, sure in ((Part.NATIONAL, says.national(text)), (Part.MOTTO, says.motto(text))):
            if sure is not None and not self._has(part):
                why = "" if sure is Sure.SURE else "đoán theo câu chữ gần giống"
                return Component(part, [line], sure, why)
        if says.party(text) and line.side != "left" and not self._has(Part.NATIONAL):  # else it is who issues it
            return Component(Part.NATIONAL, [line])
        sure = says.number(text)
        if sure is not None and not self._has(Part.NUMBER) and not says.letter_subject(text):
            return Component(Part.NUMBER, [line], sure)
        sure = says.place_date(text)
        if sure is not None and not self._has(Part.PLACE_DATE):
            return Component(Part.PLACE_DATE, [line], sure)
        stamp = says.mark(text.upper())  # alone on its line it is the mark, wrongly in small letters
        if stamp:
            return Component(_MARKS[stamp], [line])
        if says.letter_subject(text) and not line.upper and self._has(Part.NUMBER, Part.NATIONAL):
            return Component(Part.LETTER_SUBJECT, [line])
        return None

    def _has(self, *parts: Part) -> bool:
        return any(found.part in parts for found in self.components)

    def _rules(self, line: Line, before: Component | Line | None) -> None:
        """A rule drawn in a line of its own belongs to the line above on its side of the page."""
        if not line.rules:
            return
        if isinstance(before, Component):
            before.lines.append(line)
        elif before is not None:
            self._names.append(line)
        else:
            self.unread.append(line)


def _goes_on(before: Component, line: Line) -> bool:
    """Whether the line is the rest of the part above it: a trích yếu, a place, a symbol that took two lines."""
    last = before.lines[-1]
    if not last.text:
        return False
    if before.part is Part.LETTER_SUBJECT:
        return True
    if before.part is Part.NUMBER:
        return line.text[:1] in "/-" or last.text[-1] in "/-:"
    return before.part is Part.PLACE_DATE and not line.upper and "năm" not in before.text.casefold()


def _is_of_letter_subject(before: Component | Line | None, line: Line) -> bool:
    """Whether the line goes on with a trích yếu in the left column and ends in a day: «… ngày 20 tháng 9 năm 2026»."""
    if not isinstance(before, Component) or before.part is not Part.LETTER_SUBJECT or line.side != "left":
        return False
    return bool(before.lines[-1].text) and says.place_date(line.text) is not None


def _may_name(line: Line) -> bool:
    if line.folded.startswith("duthao"):  # a stamp
        return False
    return line.upper or (line.bold and line.centred) or says.people_agency(line.text)


def _named(names: list[Line]) -> Iterator[Component]:
    """The superior and the issuer among the lines of names, rules drawn between them left where they are."""
    written = [line for line in names if line.text and not is_drawn(line.text)]
    if not written:
        return
    cut, sure, why = _cut(written)
    at = names.index(written[cut]) if cut else 0
    if cut:
        yield Component(Part.PARENT, names[:at], sure, why)
    yield Component(Part.ISSUER, names[at:], sure, why)


def _open(text: str) -> bool:
    """Whether the name goes on in the next line."""
    return text.rstrip()[-1:] in "-–,&" or text.casefold().endswith((" và", " mặt trận"))


def _cut(names: list[Line]) -> tuple[int, Sure, str]:
    """How many of the lines name the superior, how sure that is and why not surer."""
    if len(names) == 1:
        return 0, Sure.SURE, ""
    first_bold = next((n for n, line in enumerate(names) if line.bold), None)
    units = [n for n, line in enumerate(names) if n and _UNIT.match(line.text) and not _open(names[n - 1].text)]
    goes_on = says.place_name(names[1].text) and fold(names[0].text) in says.PEOPLE
    if goes_on and len(names) == 2:
        # «ỦY BAN NHÂN DÂN / XÃ X» is one name on two lines, whatever its weight (ND30-T.2).
        return 0, Sure.SURE, ""
    if first_bold and all(line.bold for line in names[first_bold:]):
        return first_bold, Sure.SURE, ""
    if units:
        return units[-1], Sure.LIKELY, "cơ quan chủ quản và cơ quan ban hành cùng kiểu chữ, phân biệt theo tên"
    if first_bold == 0 and all(line.bold for line in names):
        return 0, Sure.SURE, ""
    return 0, Sure.LIKELY, "không phân biệt được cơ quan chủ quản và cơ quan ban hành"
