"""From the tên loại to the first line of the text: trích yếu, thẩm quyền, kính gửi, căn cứ, «QUYẾT ĐỊNH:»."""

from __future__ import annotations

from generator.law.paragraphs import leads_in
from generator.parts import recognising as says
from generator.parts.lines import Line, is_drawn
from generator.parts.model import Component, Level, Part, Sure
from generator.wording.characters import fold

_LONG = 12  # lines: no trích yếu, no label is longer
_LOOK_AHEAD = 80
_NEAR = 12.0  # points that nobody sees
_FAR_IN = 50.0  # points that no paragraph of the text stands in


def title_at(lines: list[Line]) -> tuple[int, Sure] | None:
    """Where the tên loại stands among the lines, and how sure; ``None`` where the text begins without one."""
    known = any(says.national(line.text) for line in lines[:40])
    seen = False
    for n, line in enumerate(lines):
        seen = seen or says.national(line.text) is not None or says.number(line.text) is not None
        if says.addressee(line.text) or says.basis(line.text, first=True) or says.recipients(line.text):
            return None
        slip = line.upper and says.type_name(line.text)  # above the căn cứ «QUYẾT ĐỊNH:» is the title
        if (slip or says.titled(line.text)) and line.side != "left":
            return n, Sure.SURE if line.upper else Sure.LIKELY
        if n and (seen or not known) and _unnamed(line, lines, n):
            return n, Sure.GUESS if not _begins_with_type(line.text) else Sure.LIKELY
        label = says.ordinal(line.text)
        if seen and label and label.level is Level.ARTICLE:
            return None
    return None


def _begins_with_type(text: str) -> bool:
    words = text.split()
    return any(says.type_name(" ".join(words[:count])) for count in range(1, min(5, len(words))))


def _unnamed(line: Line, lines: list[Line], at: int) -> bool:
    """Whether the line is a title that no list names: in the middle, in capitals, bold, below the head."""
    if line.side != "full" or not line.centred or not line.upper or not line.bold or line.holder == "header":
        return False
    if says.national(line.text) or says.number(line.text) or says.mark(line.text) or says.party(line.text):
        return False
    if is_drawn(line.text) or says.motto(line.text) or says.people_agency(line.text):
        return False
    above = next((other.text for other in reversed(lines[:at]) if other.text and not is_drawn(other.text)), "")
    if says.place_name(line.text) and (says.people_agency(above) or says.motto(above)):
        return False  # the second line of «ỦY BAN NHÂN DÂN / HUYỆN X»
    rest = lines[at + 1 : at + 8]
    return not any(says.national(other.text) or says.number(other.text) or says.titled(other.text) for other in rest)


class Opening:
    """Takes the lines from the tên loại on; ``taken`` is how many belong to the opening."""

    def __init__(self, *, attached: bool = False) -> None:
        self.components: list[Component] = []
        self.taken = 0
        self._attached = attached

    def take(self, lines: list[Line], title: Sure | None) -> None:
        """Reads the opening; ``title`` is how sure the first line is the tên loại, ``None`` when there is none."""
        at = 0
        if title is not None:
            self._add(Part.TYPE, lines[0], title, "" if title is Sure.SURE else "tên loại không có trong Phụ lục III")
            at = self._subject(lines, 1, title)
        end = next((n for n, line in enumerate(lines[at : at + _LOOK_AHEAD], at) if says.enacting(line.text)), None)
        if end is not None:
            at = self._matter(lines, at)
        while at < len(lines) and not self._has(Part.ENACTING):
            step = self._next(lines, at, end)
            if step == 0:
                break
            at += step
        self.taken = at

    def _subject(self, lines: list[Line], at: int, title: Sure) -> int:
        """The trích yếu below the tên loại; ends at a rule, at an empty line, or where something else begins."""
        made: Component | None = None
        for n in range(at, min(at + _LONG, len(lines))):
            line = lines[n]
            if not line.text or is_drawn(line.text):
                if line.rules:
                    (made or self.components[-1]).lines.append(line)
                    return n + 1
                if made:
                    return n
                continue
            goes_on = made is not None and line.bold and made.lines[0].bold and line.text[:1].islower()
            if (self._other(line) and not goes_on) or (line.side != "full" and not line.centred):
                return n
            if made is None and not (line.centred or line.bold or says.letter_subject(line.text)):
                if title is not Sure.SURE or not _leads_to_bases(lines, n + 1):
                    return n
                self._add(Part.SUBJECT, line, Sure.LIKELY, "đứng ngay dưới tên loại, trước căn cứ")
                return n + 1
            if made is not None and not (line.centred and line.bold == made.lines[0].bold):
                return n
            if made is None:
                made = self._add(Part.SUBJECT, line)
            else:
                made.lines.append(line)
            if line.rules:
                return n + 1
        return min(at + _LONG, len(lines))

    def _matter(self, lines: list[Line], at: int) -> int:
        """«Dự án: …», «Gói thầu: …»: what the decision is about, between its trích yếu and its thẩm quyền or căn cứ."""
        told: list[Line] = []
        for n in range(at, min(at + _LONG, len(lines))):
            line = lines[n]
            if not line.text or is_drawn(line.text):
                continue
            if told and (says.basis(line.text, first=True) or self._is_authority(line, decides=True)):
                subject = self.components[-1]
                subject.lines += told
                subject.sure, subject.why = Sure.LIKELY, "dòng có nhãn đứng giữa trích yếu và căn cứ, thẩm quyền"
                return n
            if self.components[-1].part is not Part.SUBJECT or self._other(line) or not says.labelled(line.text):
                break
            told.append(line)
        return at

    def _other(self, line: Line) -> bool:
        text = line.text
        label = says.ordinal(text)
        return (
            says.addressee(text)
            or says.basis(text)
            or says.enacting(text)
            or says.authority(text)
            or says.reference(text.lstrip("( "))
            or (label is not None and label.level not in (Level.DASH, Level.POINT))
        )

    def _next(self, lines: list[Line], at: int, end: int | None) -> int:
        """How many lines the next part of the opening takes, 0 when the text begins."""
        line = lines[at]
        text = line.text
        if not text or is_drawn(text):
            if line.rules and self.components:
                self.components[-1].lines.append(line)
            return 1
        if says.enacting(text):
            if says.enacts_by_name(text):
                held = next((one for one in self.components if one.part is Part.AUTHORITY), None)
                if held is None:
                    self._add(Part.AUTHORITY, line)
                else:
                    held.lines.append(line)
            self._add(Part.ENACTING, line)
            return 1
        if says.reference(text.lstrip("( ")) and self._attached:
            return self._reference(lines, at)
        if says.addressee(text):
            return self._addressee(lines, at)
        decides = end is not None and at < end
        if not self._has(Part.BASIS, Part.AUTHORITY) and self._is_authority(line, decides=decides):
            self._add(Part.AUTHORITY, line)
            return 1
        last = self.components[-1] if self.components else None
        if last is not None and last.part is Part.AUTHORITY and line.upper and line.centred:
            last.lines.append(line)
            return 1
        if not decides and not line.italic and not text.startswith("Xét") and says.basis(text) and leads_in(text):
            return 0
        if says.basis(text, first=not self._has(Part.BASIS)):
            self._add(Part.BASIS, line)
            return 1
        if decides and not self._has(Part.BASIS) and says.unnamed_basis(text):
            self._add(Part.BASIS, line, Sure.LIKELY, "không mở đầu bằng «Căn cứ»")
            return 1
        if last is not None and last.part is Part.BASIS and (not line.first or text[:1].islower()):
            last.lines.append(line)
            return 1
        if self._has(Part.BASIS) and (text.endswith(";") or decides):
            self._add(Part.BASIS, line, Sure.LIKELY, "đứng giữa các căn cứ")
            return 1
        return 0

    def _is_authority(self, line: Line, *, decides: bool) -> bool:
        """Whether the line tells who decides; above «QUYẾT ĐỊNH:» any title in the middle does."""
        titled = decides and line.bold and line.centred and (line.upper or says.names_authority(line.text))
        return titled or (says.authority(line.text) and (line.centred or line.side == "full"))

    def _reference(self, lines: list[Line], at: int) -> int:
        made = self._add(Part.REFERENCE, lines[at])
        count = 1
        while not made.text.rstrip(".").endswith(")") and count < 4 and at + count < len(lines):
            line = lines[at + count]
            if not line.text or line.centred != lines[at].centred or says.basis(line.text):
                break
            made.lines.append(line)
            count += 1
        return count

    def _addressee(self, lines: list[Line], at: int) -> int:
        """«Kính gửi» and the list below it; ends at the first line that is no item and goes on with none."""
        made = self._add(Part.ADDRESSEE, lines[at])
        listed = lines[at].text.rstrip().endswith(":")
        count = 1
        for line in lines[at + 1 : at + 40]:
            text = line.text
            if not text:
                if not listed:
                    break
                count += 1
                continue
            dashed = text[:1] in "-–+"
            if line.holder == "body" != made.lines[-1].holder:
                break  # below the table that holds the list
            goes_on = made.lines[-1].text.rstrip()[-1:] not in ".;" and _hangs(line, made.lines)
            if not dashed and not goes_on and not _is_item(line, made.lines[-1]):
                break
            if not listed and not dashed:
                break
            made.lines.append(line)
            listed = True
            count += 1
        while not made.lines[-1].text:
            made.lines.pop()
        return count

    def _add(self, part: Part, line: Line, sure: Sure = Sure.SURE, why: str = "") -> Component:
        made = Component(part, [line], sure, why)
        self.components.append(made)
        return made

    def _has(self, *parts: Part) -> bool:
        return any(found.part in parts for found in self.components)


def _leads_to_bases(lines: list[Line], at: int) -> bool:
    """Whether the next words are those of a căn cứ, of the thẩm quyền or of «Kính gửi»."""
    text = next((line.text for line in lines[at : at + _LONG] if line.text and not is_drawn(line.text)), "")
    return says.basis(text, first=True) or says.authority(text) or says.addressee(text)


def _is_item(line: Line, before: Line) -> bool:
    """Whether the line is the next of a list though no dash opens it: far in as the one before, which has not ended."""
    own, other = line.paragraph.format, before.paragraph.format
    in_its_cell = line.cell is not None and line.cell == before.cell
    return (
        before.text[:1] in "-–"
        and before.text.rstrip().endswith(";")
        and line.text.rstrip()[-1:] in ".;"
        and (in_its_cell or own.left == other.left > _FAR_IN)
        and own.first_line == other.first_line
    )


def _hangs(line: Line, held: list[Line]) -> bool:
    """Whether the line stands in as far as the lines that it may go on with."""
    inside = line.paragraph.format.left + line.paragraph.format.first_line
    outside, last = held[0].paragraph.format, held[-1].paragraph.format
    far_in = inside > outside.left + 20 and inside > last.left + last.first_line - _NEAR
    return not line.first or far_in or (fold(line.text[:1]).islower() and line.text[:1].islower())
