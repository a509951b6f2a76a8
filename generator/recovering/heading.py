"""What the head of a document says: agency, number and symbol, place and day, marks of urgency, type and subject."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from generator.law.types import CIRCULATIONS, DOCUMENT_TYPES, TYPES_SYMBOLED_BY_UNIT, URGENCIES
from generator.parts.lines import Line, is_drawn
from generator.parts.model import Component, Part, Parts, Sure
from generator.patterns import late
from generator.recovering.names import in_sentence
from generator.recovering.placing import blank, has_blank, names_a_paper
from generator.recovering.said import Said, Tree, said
from generator.recovering.texts import clean, escaped
from generator.wording.characters import fold
from generator.wording.times.dates import parse_date

_NUMBER = late(
    r"\W*s[oốô]\s*(?:/\s*no\.?\s*)?[:.]?\s*(?P<number>\d+)?[\s._…]*(?P<letter>[a-zđ])?\s*"
    r"(?:/|(?P<party>[-–])(?=\s*[a-zđ]{2,4}\s*/))\s*(?P<symbol>\S.*?)\s*$",
    2,
)
_OF_THE_PARTY = "số viết theo lối của Đảng («12-QĐ/ĐU»): chương trình in lại với dấu gạch chéo"
_MARK = late(r"\s*([-–./])\s*")
_YEAR_FIRST = late(r"\d{4}/")
_YEAR = late(r"n[aă]m\s+(?P<year>\d{4})", 2)
_DAY = late(r"ng[aàá]y\b.*$", 2)
_ABOUT = late(r"^\W*(?:v\s*/\s*v|v\.v)\s*[:.]?\s*", 2)
_PUBLIC_LETTER = late(r"\s*thư\s+(?:khen|chúc mừng|cảm ơn|chia buồn|thăm hỏi|ngỏ|kêu gọi|mời gọi)\b", 2)
_SHORT_ABOUT = late(r"^\W*v\s*/\s*v\s*[:.]?\s*", 2)
YEARS = range(1945, 2101)
"""The years a dossier can be of."""
_JOINS = "-–"
_TITLED = late(
    r"\W*(?:báo cáo|kế hoạch|thông báo|quyết định|nghị quyết|tờ trình|quy chế|quy định|hướng dẫn|chỉ thị|công điện)\b",
    2,
)
_PAPERS = ("phiếu", "giấy", "biên bản", "hợp đồng", "bản")
_OF_ATTACHED = late(
    r"(?P<name>(?:kế hoạch|quy chế|quy định|quy trình|quy ước|nội quy|chương trình|danh mục|danh sách|"
    r"mục tiêu chất lượng|bảng|biểu|phương án|đề án|điều lệ|bản|hướng dẫn|bộ quy tắc|bộ tiêu chí|lộ trình|tiêu chí|"
    r"tiêu chuẩn))\s+"
    r"(?P<rest>\S+(?:\s+\S+)+)",
    2,
)
"""What a text issued with a decision is called, and its trích yếu behind that in the same words."""
_NEAR = tuple(name for name in DOCUMENT_TYPES if not name.startswith(_PAPERS))
"""Types whose name begins a title that may be mistyped: «BÁO CÁO TIẾN ĐỘ» is a báo cáo, a person says so."""
_LONGEST_TITLE = 200  # characters, as the dossier has room for


def agency_of(parts: Parts, corpus: str) -> dict[str, Tree]:
    """The agency as the head names it: its name, the one above it, the place; co-issuers are left for who signs."""
    agency: dict[str, Tree] = {}
    issuer, parent = parts.first(Part.ISSUER), parts.first(Part.PARENT)
    if issuer is not None:
        lines = issuers_of(issuer)[0]
        own = list(takewhile(lambda line: not _names_a_paper(line), lines))
        rest = [line for line in lines[len(own) :] if has_blank(line.text)]
        if own and not (rest and _below(own[-1], rest[0])):  # else its own name is yet to be filled in
            agency["ten"] = name_lines(own, issuer, corpus)
    if parent is not None:
        agency["chu_quan"] = name_lines(written(parent), parent, corpus)
    place = parts.first(Part.PLACE_DATE)
    if place is not None:
        where = _DAY.sub("", clean(place.text)).strip(" ,.;")
        if not blank(where):
            agency["dia_danh"] = Said(escaped(where), place.lines[0].place, clean(place.text), place.sure, place.why)
    return agency


def _below(line: Line, other: Line) -> bool:
    """Whether the other line is the very next one: behind a number it is another place to be filled in."""
    return other.row == line.row + 1 or (other.row, other.step) == (line.row, line.step + 1)


def _names_a_paper(line: Line) -> bool:
    """Whether a line beside the motto is the title of a paper, or a blank of a form: no agency is called so."""
    return bool(names_a_paper(line.text) or _TITLED.match(line.text) or has_blank(line.text))


def written(component: Component) -> list[Line]:
    """The lines of the component that hold words."""
    return [line for line in component.lines if line.text and not is_drawn(line.text)]


def issuers_of(component: Component) -> list[list[Line]]:
    """The lines of each agency that issues the document: a dash ends the name of all but the last."""
    names: list[list[Line]] = [[]]
    lines = written(component)
    for n, line in enumerate(lines):
        names[-1].append(line)
        if line.text.rstrip()[-1:] in _JOINS and n + 1 < len(lines):
            names.append([])
    return names


def name_lines(lines: Sequence[Line], component: Component, corpus: str) -> list[Said]:
    """The lines of a name as a sentence writes it, at most three."""
    whole = " ".join(clean(line.text).rstrip(f" {_JOINS}") for line in lines)
    name, sure, why = in_sentence(whole, corpus)
    words = name.split()
    made = []
    for line in lines:
        count = len(clean(line.text).rstrip(f" {_JOINS}").split())
        text, words = " ".join(words[:count]), words[count:]
        if text:
            made.append(said(line, escaped(text), sure=min(sure, component.sure), why=component.why or why))
    if len(made) > 3:
        rest = made[2:]
        value = " ".join(str(one.value) for one in rest)
        made[2:] = [Said(value, rest[0].place, " ".join(one.words for one in rest), rest[0].sure, rest[0].why)]
    return made


def number_of(parts: Parts) -> tuple[Said | None, Said | None]:
    """Number and symbol of the document; None for what its head leaves blank."""
    component = parts.first(Part.NUMBER)
    if component is None:
        return None, None
    text, place = clean(component.text), component.lines[0].place
    found = _NUMBER.match(text)
    if found is None:
        return None, None
    sure, why = (Sure.LIKELY, _OF_THE_PARTY) if found["party"] else (component.sure, component.why)
    symbol = Said(_together(found["symbol"]), place, text, sure, why)
    if found["letter"] or _YEAR_FIRST.match(found["symbol"]):  # «05a/…», «12/2015/…»: no dossier holds such a number
        whole = text.partition(":")[2].strip() or text
        return None, Said(whole, place, text, Sure.GUESS, "số không chỉ gồm chữ số: ghi cả vào ký hiệu")
    number = int(found["number"]) if found["number"] else 0
    return (Said(number, place, text, sure, why) if number else None), symbol


def _together(symbol: str) -> str:
    """The symbol without the spaces typed around its marks or between its capitals; between words they stay."""
    marked = _MARK.sub(r"\1", symbol)
    return " ".join(marked.split()) if any(map(str.islower, marked)) else "".join(marked.split())


def abbreviation_of(symbol: str, kind: str) -> str:
    """The agency's abbreviation in the symbol of a document of the type; empty where the symbol is built otherwise."""
    before, slash, behind = symbol.partition("/")
    if slash and "-" not in before:  # the Party's: «QĐ/ĐU»
        return behind
    groups = symbol.split("-")
    if kind in TYPES_SYMBOLED_BY_UNIT:
        return groups[0] if len(groups) == 2 else ""
    if kind not in DOCUMENT_TYPES:
        return ""
    abbreviation = DOCUMENT_TYPES[kind].abbreviation
    if not abbreviation:
        return symbol
    return "-".join(groups[1:]) if len(groups) > 1 and fold(groups[0]) == fold(abbreviation) else ""


def day_of(parts: Parts) -> tuple[Said | None, Said | None]:
    """The day of issue, or the year that a draft prints; None for what the document does not say."""
    component = parts.first(Part.PLACE_DATE)
    if component is None:
        return None, None
    text, place = clean(component.text), component.lines[0].place
    typed = _DAY.search(text)
    try:
        day = parse_date(typed[0].strip(" .;")) if typed else None
    except ValueError:
        day = None
    if day is not None and day.year in YEARS:
        return Said(f"{day.day}/{day.month}/{day.year}", place, text, component.sure, component.why), None
    year = _YEAR.search(text)
    if year is None or int(year["year"]) not in YEARS:
        return None, None
    return None, Said(int(year["year"]), place, text, component.sure, component.why)


def other_type(parts: Parts, corpus: str) -> Said | None:
    """The title of a paper of a kind the decree does not know; None where the title may be meant for one it knows."""
    component = parts.first(Part.TYPE)
    issuer = parts.first(Part.ISSUER)
    lines = component.lines if component is not None else []
    if not lines and issuer is not None:
        lines = [line for line in issuer.lines if names_a_paper(line.text)][:1]
    text = " ".join(clean(line.text) for line in lines if line.text and not is_drawn(line.text))
    near = any(fold(text).startswith(fold(name)) for name in _NEAR)
    if not text or near or has_blank(text) or len(text) > _LONGEST_TITLE:
        return None
    name, _, _ = in_sentence(text, corpus)
    return said(lines[0], escaped(name), text, Sure.LIKELY, "loại mà Nghị định 30 không có: lấy tiêu đề làm tên loại")


def type_of(parts: Parts) -> Said | None:
    """The type among those of the decree that the title names, or that a document without one has."""
    component = parts.first(Part.TYPE)
    if component is None:
        number = parts.first(Part.LETTER_SUBJECT) or parts.first(Part.NUMBER)
        if parts.kind == "letter" and number is not None:
            return said(number.lines[0], "công văn", sure=Sure.LIKELY, why="văn bản không có tên loại")
        return None
    name = next((name for name in DOCUMENT_TYPES if fold(name) == fold(component.text)), "")
    if not name and _PUBLIC_LETTER.match(component.text):
        why = "thư của cơ quan, mang tên riêng"
        return Said("thư công", component.lines[0].place, clean(component.text), Sure.LIKELY, why)
    return Said(name, component.lines[0].place, clean(component.text), component.sure, "") if name else None


def subject_of(parts: Parts) -> Said | None:
    """The trích yếu, of a công văn without «V/v»."""
    component = parts.first(Part.SUBJECT) or parts.first(Part.LETTER_SUBJECT)
    if component is None:
        return None
    text = clean(component.text)
    place = component.lines[0].place
    if component.part is Part.LETTER_SUBJECT:
        return Said(escaped(_ABOUT.sub("", text).strip()), place, text, component.sure, component.why)
    if _SHORT_ABOUT.match(text):  # only a công văn writes «V/v»
        value = _SHORT_ABOUT.sub("Về việc ", text).strip()
        return Said(escaped(value), place, text, min(component.sure, Sure.LIKELY), "«V/v» viết đủ là «Về việc»")
    return Said(escaped(text), place, text, component.sure, component.why)


def attached_title(title: str) -> tuple[str, str] | None:
    """Name and trích yếu of a text issued with a document whose title says both in one: «KẾ HOẠCH THỰC HIỆN …»."""
    found = _OF_ATTACHED.fullmatch(title)
    return (found["name"], found["rest"]) if found else None


def marks_of(parts: Parts) -> dict[str, Said]:
    """The marks of urgency and of circulation that a dossier can ask for; others stay text (``unknown_marks``)."""
    made = {}
    for part, key, known in (
        (Part.URGENCY, "do_khan", URGENCIES),
        (Part.CIRCULATION, "pham_vi_luu_hanh", CIRCULATIONS),
    ):
        component = parts.first(part)
        if component is None:
            continue
        code = next((code for code, words in known.items() if fold(words) == fold(component.text)), "")
        if code:
            made[key] = said(component.lines[0], code)
    return made


def circulation_of(line: Line) -> dict[str, Said]:
    """The limit of circulation that a line of the header stamps."""
    code = next((code for code, words in CIRCULATIONS.items() if fold(words) == fold(line.text)), "")
    return {"pham_vi_luu_hanh": said(line, code)} if code else {}


def unknown_marks(parts: Parts) -> list[Line]:
    """The lines of marks that a dossier has no field for: they are words of the file all the same."""
    taken = {id(one) for part in (Part.URGENCY, Part.CIRCULATION) if (one := parts.first(part)) is not None}
    known = {fold(words) for words in (*URGENCIES.values(), *CIRCULATIONS.values())}
    lines = []
    for component in parts.of(Part.URGENCY, Part.CIRCULATION, Part.SECRECY):
        if id(component) not in taken or fold(component.text) not in known:
            lines += written(component)
    return lines
