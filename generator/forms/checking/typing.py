"""How tags are typed: over several looks, with what Word put in place of keys, twice, or so that they are no tags."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.docx.compiling.tags import MAX_CUTS, TAG
from generator.docx.word.ooxml import w
from generator.edits import Spot
from generator.findings import Finding, Level
from generator.forms.checking import marks
from generator.forms.checking.known import Known
from generator.forms.checking.source import Paragraph, Part, others
from generator.patterns import late

_CURLY = frozenset("“”„‘’")
_DASHES = frozenset("–—")
_STRINGS = late(r"\"[^\"]*\"|'[^']*'|“[^”]*”|‘[^’]*’")
_NAME = r"[^\W\d]\w*(?:\.\w+|\[\d*\])*"
# What other programs, and people, write where a tag should be; each with whether any name will do.
_SIGNS = tuple(
    (late(pattern), any_name)
    for pattern, any_name in (
        (r"[｛{]\s*[｛{]\s*(?P<name>" + _NAME + r")\s*[｝}]\s*[｝}]", True),
        (r"[｛{]\s*[%％].{0,80}?[%％]\s*[｝}]", True),
        (r"\$\{\s*(?P<name>" + _NAME + r")\s*\}", True),
        (r"(?<![{｛_])[{｛]\s*(?P<name>" + _NAME + r")\s*[}｝](?![}｝])", True),
        (r"(?:<<|≪)\s*(?P<name>" + _NAME + r")\s*(?:>>|≫)", True),
        (r"«\s*(?P<name>" + _NAME + r")\s*»", False),
        (r"\[\[?\s*(?P<name>" + _NAME + r")\s*\]\]?", False),
        (r"(?<![\w%])%(?P<name>[a-z]\w*_\w+)%", False),
        (r"<\s*(?P<name>" + _NAME + r")\s*>", False),
        (r"(?<![\w.@])@(?P<name>[a-z]\w*_\w+)\b", False),
        (r"#(?P<name>[a-z]\w*_\w+)#?", False),
    )
)
_ASCII = late(r"[A-Za-z_][\w.\[\]]*\Z")
_INNER = late(r"\{\{|\{%|\{#")
_LOOKS = frozenset(
    {"b", "i", "u", "strike", "color", "sz", "rFonts", "vertAlign", "highlight", "shd", "caps", "smallCaps", "vanish",
     "rStyle", "spacing", "position"}
)  # fmt: skip


def typed_oddly(part: Part, known: Known) -> Iterator[Finding]:
    """What is odd in how the tags of the part are typed, and what looks like a tag and is none."""
    tagged = any(TAG.search(paragraph.said) for paragraph in part.paragraphs)
    for paragraph in part.paragraphs:
        if paragraph.said:
            yield from _tags(part, paragraph)
            yield from _likes(part, paragraph, known, tagged=tagged)


def _tags(part: Part, paragraph: Paragraph) -> Iterator[Finding]:
    if paragraph.said.count("{") * len(paragraph.texts) > MAX_CUTS:
        return  # who scans it tells
    former = ("", -1)
    for match in TAG.finditer(paragraph.said):
        quoted, place = match.group(), paragraph.place
        spot = Spot(part.name, paragraph.number, quoted)
        if _INNER.search(quoted, 2):
            what, fix = f"thẻ {quoted}: có thẻ mở bên trong thẻ", "viết mỗi thẻ một cặp dấu, đừng lồng thẻ vào thẻ"
            yield marks.found(marks.TWICE, what, fix, place=place, spot=spot)
        elif former == (quoted, match.start()) and quoted.startswith("{{"):
            what, fix = f"thẻ {quoted} viết hai lần liền nhau", "xóa một thẻ"
            yield marks.found(marks.TWICE, what, fix, place=place, spot=spot, level=Level.WARNING)
        former = (quoted, match.end())
        looks = _looks(paragraph, match.start(), match.end())
        if len(looks) > 1:
            what = f"thẻ {quoted}: nằm trong chữ có {len(looks)} định dạng khác nhau"
            fix = "bôi đen cả thẻ, chọn một định dạng; giá trị in theo định dạng ở đầu thẻ"
            yield marks.found(marks.SPLIT, what, fix, place=place, spot=spot)
        inside = quoted[2:-2]
        odd = "".join(dict.fromkeys(char for char in inside if char in _CURLY))
        if odd:
            what = f"thẻ {quoted}: Word đã đổi dấu nháy thành {' '.join(odd)}; vẫn hiểu được"
            fix = "gõ lại dấu nháy thẳng, hoặc bấm Ctrl+Z ngay khi Word tự đổi"
            yield marks.found(marks.TYPED, what, fix, place=place, spot=spot)
        if any(char in _DASHES for char in _STRINGS.sub("", inside)):
            what = f"thẻ {quoted}: Word đã đổi dấu trừ thành dấu gạch ngang dài"
            yield marks.found(marks.TYPED, what, "gõ lại dấu trừ (-)", place=place, spot=spot, level=Level.ERROR)


def _looks(paragraph: Paragraph, start: int, stop: int) -> set[str]:
    """The looks of the runs that hold what stands between two places of the paragraph's text."""
    found: set[str] = set()
    offset = 0
    for text in paragraph.texts:
        end = offset + len(text.text or "")
        piece = (text.text or "")[max(start - offset, 0) : max(stop - offset, 0)]
        if offset < stop and end > start and piece.strip():
            run = next(text.iterancestors(w("r")), None)
            found.add("" if run is None else _look(run))
        offset = end
    return found


def _look(run: etree._Element) -> str:
    properties = run.find(w("rPr"))
    if properties is None:
        return ""
    said = [
        (etree.QName(item).localname, tuple(sorted((str(key), str(value)) for key, value in item.attrib.items())))
        for item in properties
        if etree.QName(item).localname in _LOOKS
    ]
    return repr(sorted(said)) if said else ""


def _likes(part: Part, paragraph: Paragraph, known: Known, *, tagged: bool) -> Iterator[Finding]:
    """What looks like a tag; in a part that has tags a plain word in signs, «nam», <so>, is taken for a word."""
    told: set[str] = set()
    for _, piece in others(paragraph):
        taken: list[tuple[int, int]] = []
        for sign, any_name in _SIGNS:
            for match in sign.finditer(piece):
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                quoted = match.group()
                name = match.groupdict().get("name") or ""
                if quoted.startswith(("{{", "{%")) and quoted.endswith(("}}", "%}")):
                    continue
                if not any_name and (not _is_field(name, known) or (tagged and name.isalpha())):
                    continue
                taken.append(match.span())
                if quoted in told:
                    continue
                told.add(quoted)
                spot = Spot(part.name, paragraph.number, quoted)
                what = f"“{quoted}” giống thẻ mà không phải thẻ, sẽ in ra nguyên như vậy"
                yield marks.found(marks.LIKE, what, meant(name, known), place=paragraph.place, spot=spot)


def _is_field(name: str, known: Known) -> bool:
    first = name.partition(".")[0].partition("[")[0]
    return bool(_ASCII.match(name)) and (first in known.names or "_" in name)


def meant(name: str, known: Known) -> str:
    """What to write in place of what another program, or a person, wrote for a field of the name."""
    first = name.partition(".")[0]
    if not name:
        return "viết thẻ bằng dấu thường, liền nhau: {% … %}"
    if first in known.names:
        return f"viết {{{{ {name} }}}}"
    if close := known.nearest(name):
        return f"có phải là {{{{ {close} }}}}?"
    return "là thẻ thì viết {{ tên_trường }}; không phải thì để nguyên"
