"""Điều, khoản, điểm of the document itself as its own sentences cite them, and what of them there is.

The grammar: ``[điểm X [và điểm Y]] [khoản N [, khoản M]] Điều N [, Điều M]`` and then whose units they are:

=================================  ====================================================================
«… Điều 5 Quy chế này»             those of the text that is of that type: the document, or one attached
«… khoản 2 Điều này»               those of the Điều the sentence stands in
«… điểm a khoản này»               those of the khoản it stands in
«… tại Điều 3 chịu trách nhiệm»    those of the text itself, unless the paragraph names any other document
«… Điều 15 Luật Ngân sách»         another's: not read
=================================  ====================================================================
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.parts.lines import Line
from generator.parts.model import BodyLine, Level, Part
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.records import record
from generator.rules.form._reading import FileReading

LETTERS = "abcdđeghiklmnopqrstuvxy"
_AND = r"\s*(?:,|;|và|hoặc|hay|đến)\s*"
_POINTS = rf"(?P<points>[a-zđ](?![^\W\d_])(?:{_AND}(?:điểm\s+)?[a-zđ](?![^\W\d_]))*)"
_CLAUSES = rf"(?P<clauses>\d{{1,2}}(?!\d)(?:{_AND}(?:khoản\s+)?\d{{1,2}}(?!\d))*)"
_ARTICLES = rf"(?P<articles>này|\d{{1,3}}(?![\d/])(?:{_AND}(?:Điều\s+)?\d{{1,3}}(?![\d/]|[^\W\d_]))*)"
_CITED = late(
    r"(?=[Đđ]iểm\s|[Kk]hoản\s|[Cc]ác\s|Điều\s)"
    rf"(?:(?:[Cc]ác )?[Đđ]iểm\s+{_POINTS},?\s+)?"
    rf"(?:(?:[Cc]ác )?[Kk]hoản\s+(?:(?P<own>này)|{_CLAUSES})(?![^\W\d_]),?\s*)?"
    rf"(?:Điều\s+{_ARTICLES}(?![^\W\d_]))?"
)
_SIGN = late(r"[Đđ]iểm\s+[a-zđ](?![^\W\d_])|[Kk]hoản\s+(?:\d|này)|Điều\s+(?:\d|này)")
_MORE = late(rf"(?:{_AND}(?:(?:các )?(?:điểm\s+[a-zđ](?![^\W\d_])|khoản\s+\d+|Điều\s+\d+)[ ,]*)+)+")
_OWN = late(
    r"\s*(?:(?:của|trong|tại)\s+)?(?!Điều\b)(?P<type>[A-ZĐ][^\W\d_]+(?:\s[^\W\d_]+){0,2}?)"
    r"\s+(?:này|(?:ban hành )?kèm theo)\b"
)
_OTHER = late(
    r"(?i:\b(?:bộ luật|luật|pháp lệnh|hiến pháp|nghị định|thông tư|điều lệ|hiệp định|công ước|nghị quyết|quyết định"
    r"|chỉ thị)\b(?!\s+này|\s*:))|(?:Quy chế|Quy định|Quy tắc|Nội quy|Hướng dẫn|Hợp đồng|Chương trình|Kế hoạch|Đề án"
    r"|Thỏa thuận|Thoả thuận|Thỏa ước|Phụ lục|Danh mục|Công văn|Biên bản|Bản ghi nhớ)\b(?!\s+này)"
)
_NUMBER, _LETTER = late(r"\d+"), late(r"(?<![^\W\d_])[a-zđ](?![^\W\d_])")
_QUOTED = ("“", '"', "«")


@record(frozen=True)
class Units:
    """The Điều of one text: number → khoản → the letters of its điểm; khoản 0 holds điểm straight below an Điều."""

    articles: dict[int, dict[int, list[str]]]

    @property
    def whole(self) -> bool:
        """Whether they count on from 1 without a gap, so that none was left unread."""
        return list(self.articles) == list(range(1, len(self.articles) + 1)) and len(self.articles) > 1

    def lacks(self, article: int, clause: int, points: list[str]) -> str:
        """What of the cited there surely is not, as it is said; empty where all is there or not all was read."""
        if article not in self.articles:
            return f"Điều {article}"
        clauses = self.articles[article]
        numbered = [n for n in clauses if n]
        if clause and clause not in clauses:
            whole = numbered == list(range(1, len(numbered) + 1)) and len(numbered) > 1
            return f"khoản {clause} Điều {article}" if whole else ""
        letters = clauses.get(clause, [])
        if len(letters) < 2 or letters != list(LETTERS[: len(letters)]):
            return ""
        missing = next((letter for letter in points if letter not in letters), "")
        of = f"khoản {clause} Điều {article}" if clause else f"Điều {article}"
        return f"điểm {missing} {of}" if missing else ""


@record(frozen=True)
class Absent:
    """What a line cites of the document's own units that is not there, and of which text."""

    line: Line
    what: str
    cited: str


def units_of(body: list[BodyLine]) -> Units:
    """The Điều, khoản, điểm of the text as they are numbered."""
    found: dict[int, dict[int, list[str]]] = {}
    article = clause = 0
    for one in body:
        if one.line.text.startswith(_QUOTED) or not one.ordinal:
            continue
        if one.level is Level.ARTICLE and one.ordinal.isdigit() and int(one.ordinal) == len(found) + 1:
            article, clause = int(one.ordinal), 0
            found[article] = {}
        elif one.level is Level.ARTICLE:
            return Units({})  # they do not count on: something was not read as it stands
        elif article and one.level is Level.CLAUSE and one.ordinal.isdigit():
            clause = int(one.ordinal)
            found[article].setdefault(clause, [])
        elif article and one.level is Level.POINT:
            found[article].setdefault(clause, []).append(one.ordinal.lower())
    return Units(found)


def absent_units(reading: FileReading) -> Iterator[Absent]:
    """Each unit cited of the document itself that its text does not have."""
    texts = [(type_name(reading.parts.text(Part.TYPE)), reading.parts.body)]
    for annex in reading.parts.annexes:
        title = annex.first(Part.TYPE)
        if annex.attached and title is not None:
            texts.append((type_name(title.text), annex.body))
    units: dict[str, Units] = {}
    for named, body in texts:
        units[named] = Units({}) if named in units or not named else units_of(body)
    if any(one.whole for one in units.values()):
        for named, body in texts:
            yield from _absent(named, body, units)


def _absent(own: str, body: list[BodyLine], units: dict[str, Units]) -> Iterator[Absent]:
    article = clause = 0
    for one in body:
        if one.level is Level.ARTICLE and one.ordinal.isdigit():
            article, clause = int(one.ordinal), 0
        elif one.level is Level.CLAUSE and one.ordinal.isdigit():
            clause = int(one.ordinal)
        text = one.line.text
        if not _SIGN.search(text) or any(sign in text for sign in _QUOTED):
            continue
        bare = not _OTHER.search(text)
        for found in _CITED.finditer(text):
            named = _named(own, text, found.group(), found.end(), bare, inside=article > 0)
            if not named or not units.get(named, Units({})).whole or not (found["articles"] or found["own"]):
                continue
            here = found["articles"] in (None, "này")
            if here and (named != own or (found["own"] and not clause)):
                continue
            numbers = [article] if here else [int(n) for n in _NUMBER.findall(found["articles"])]
            clauses = [clause] if found["own"] else [int(n) for n in _NUMBER.findall(found["clauses"] or "0")]
            letters = _LETTER.findall(found["points"] or "")
            first = numbers[:1] if found["clauses"] or found["points"] else numbers
            said = [(n, c, letters if c == clauses[-1] else []) for n in first for c in clauses]
            said += [(n, 0, []) for n in numbers if n not in first]
            what = next(filter(None, (units[named].lacks(*each) for each in said)), "")
            if what:
                yield Absent(one.line, what, named)


def _named(own: str, text: str, cited: str, end: int, bare: bool, *, inside: bool) -> str:
    """The tên loại of the text whose units are cited, empty where they are another's or nothing is cited."""
    if not cited.strip() or not _SIGN.search(cited):
        return ""
    if cited.rstrip(" ,").endswith("này"):
        return own if inside else ""
    more = _MORE.match(text, end)
    whose = _OWN.match(text, more.end() if more else end)
    if whose is not None:
        return type_name(whose["type"])
    return own if bare else ""
