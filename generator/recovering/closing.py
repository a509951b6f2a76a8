"""The foot of a document: who is sent it, where it is filed, who signs by what power."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.dossier.documents.document import NOT_FILED
from generator.parts.lines import Line
from generator.parts.model import Component, Part, Parts, Sure
from generator.parts.recognising import position as opens_as_position
from generator.patterns import late
from generator.records import record
from generator.recovering.heading import issuers_of, name_lines, written
from generator.recovering.names import in_sentence, known_position, position
from generator.recovering.names import person as called
from generator.recovering.placing import blank, signing_blocks
from generator.recovering.said import Said, Tree, plain, said
from generator.recovering.texts import clean, escaped
from generator.wording.characters import fold
from generator.wording.filing import after_lead, opens_filing

_DASH = late(r"^[\s\-–—+•*]+")
_DRAFTED = late(r"[.;,\s]+(?P<who>[A-ZĐ]{1,10})\.?\s*(?:\(\s*(?P<copies>\d{1,3})\s*(?:bản|b)?\s*\))?\s*\.?$")
_OF_UNIT = late(r"(?<!\w)(?:P|Đ|K|T|TT|BP)\.$")
_BACK = late(
    r"như\s+(?:trên|kính\s+gửi|(?:các\s+)?điều\s+(?P<articles>\d+(?:\s*(?:,|-|–|và)\s*(?:điều\s+)?\d+)*))(?![\w/])", 2
)
_POWER = late(
    r"^\W*(?P<power>t\s*/\s*m|k\s*/\s*t|t\s*/\s*l|t/uq|tm|kt|tl|tuq|tưq|q)\s*[.\s]\s*(?P<rest>.*)$|^quyền\s+(?P<acting>.*)$",
    2,
)
_FOR_PARTY = late(r"^(?:đại diện\s+)?bên\s+[A-H]$|^đại diện bên|^chủ tọa$|^chủ trì$", 2)
_ON_PAPER = late(r"^\W*(?:người|thư ký|chủ trì|chủ tọa|đại diện)\b", 2)
_FIRST = late(r"^(?:đại diện\s+)?bên\s+A$|^chủ tọa$|^chủ trì$", 2)
_END = " .;,"


@record()
class Signing:
    """One signature: powers and positions above it, other titles just above the name, the name."""

    lines: list[Line]
    titles: list[Line]
    name: Line | None
    sure: Sure = Sure.SURE
    why: str = ""


def recipients_of(parts: Parts, last_article: int, *, back: bool, decides: bool) -> dict[str, Tree]:
    """Nơi nhận and the line Lưu; what the program itself opens the list with is left to it.

    ``back`` says that the document names its addressees, ``decides`` that it is a decision or a resolution.
    """
    made: dict[str, Tree] = {}
    listed: list[Said] = []
    opening: list[Said] = []
    opened = False
    filed: list[Component] = []
    for component in parts.of(Part.RECIPIENT):
        for text in _items(clean(component.text)):
            line = component.lines[0]
            if opens_filing(text):
                filed.append(component)
                made.update(_filing(line, text))
                continue
            if filed and len(text) < 20 and "luu" in made and text.isupper():
                made["luu"] = Said(f"{made['luu'].value} {text.strip(_END)}", line.place, f"{made['luu'].words} {text}")
                continue
            value = _DASH.sub("", text).strip(_END)
            if not value or blank(value):
                continue
            if listed and text == _DASH.sub("", text) and _is_open(listed[-1].words, value):
                before = listed.pop()
                words = f"{before.words} {text}"
                value = _DASH.sub("", words).strip(_END)
                listed.append(said(line, escaped(value), words, component.sure, component.why))
                continue
            said_back = _back(value)
            ours = (back and said_back == {0}) or (decides and not back and said_back == {last_article})
            if ours and not opened:
                opened = True
                if not listed and fold(value) in (fold("Như trên"), fold(f"Như Điều {last_article}")):
                    opening = [said(line, escaped(value), text, component.sure, component.why)]
                    continue
            listed.append(said(line, escaped(value), text, component.sure, component.why))
    listed = listed or opening  # a dossier names one place at least
    if decides and not back and not opened:
        made["nhu_dieu"] = "không"
    if listed and "luu" not in made:
        last = listed[-1]
        why = "văn bản không có dòng «Lưu» mà Nghị định 30 yêu cầu; bỏ trường này thì in «Lưu: VT.»"
        made["luu"] = Said(NOT_FILED, last.place, last.words, Sure.LIKELY, why)
    return {"noi_nhan": listed, **made} if listed or filed else made


def _is_open(before: str, text: str) -> bool:
    """Whether the recipient goes on in the text of the next line, which has no dash of its own."""
    return before.rstrip()[-1:] not in ".;" and (before.rstrip()[-1:] in ",-–" or text[:1].islower())


def _items(text: str) -> list[str]:
    """The recipients that one line lists: «- A; - B» are two."""
    return [item for item in re.split(r"(?<=;)\s+(?=[-–+]\s)", text) if item.strip(_END)]


def _back(line: str) -> set[int]:
    found = _BACK.match(line)
    return {int(number) for number in re.findall(r"\d+", found["articles"] or "0")} if found else set()


def _filing(line: Line, text: str) -> dict[str, Tree]:
    """«Lưu: VT, KT. PL.(300)»: where it is filed, who drafted, how many copies."""
    value = after_lead(text)
    made: dict[str, Tree] = {}
    drafted = _DRAFTED.search(value)
    apart = drafted is not None and any(sign in drafted[0][: drafted.start("who") - drafted.start()] for sign in ".;")
    if drafted and _OF_UNIT.search(value[: drafted.start() + 1]):
        drafted = None  # «P.QLCL» is a phòng
    if drafted and (apart or "." in value[: drafted.start() + 1]):  # «VT, QLN (6b)» names a unit, as NĐ 30's «VT, …»
        value = value[: drafted.start()]
        made["nguoi_soan"] = said(line, drafted["who"], text)
        if drafted["copies"] and int(drafted["copies"]):
            made["so_ban"] = said(line, int(drafted["copies"]), text)
    value = value.strip(_END)
    return {"luu": said(line, escaped(value), text), **made} if value else made


def signings_of(parts: Parts) -> list[Signing]:
    """The signatures in the order they are read, ours first."""
    made: list[Signing] = []
    for block in signing_blocks(parts):
        name = next((one for one in block if one.part is Part.SIGNER), None)
        above = [written(one) for one in block if one is not name]
        titles = [line for lines in above[1:] for line in lines]
        sure, why = (name.sure, name.why) if name is not None else (Sure.SURE, "")
        made.append(Signing(above[0] if above else [], titles, next(iter(written(name)), None) if name else None,
                            sure, why))  # fmt: skip
    first = next((one for one in made[:2] if (one.name or (*one.lines, None)[0]) and _on_right(one)), None)
    if first is not None and first is not made[0]:
        made.remove(first)
        made.insert(0, first)
    return made


def _on_right(signing: Signing) -> bool:
    line = signing.name or next(iter(signing.lines), None)
    return line is not None and line.side == "right"


@record()
class Signer:
    """Who signs for the agency, as a dossier says it: the person, the power, the body on whose behalf."""

    person: dict[str, Tree]
    power: Said | None = None
    deputy_for: Said | None = None
    collective: Said | None = None
    head: Said | None = None
    titles: tuple[Said, ...] = ()


def signer_of(signing: Signing, corpus: str) -> Signer:
    """The person, with the power that the lines above the name say."""
    power, collective, head, rank = None, None, None, "nguoi_dung_dau"
    deputy_for = None
    own: list[Line] = []
    others: list[Line] = []
    open_body: list[Line] = []
    for line in signing.lines:
        text = clean(line.text)
        if others or (own and opens_as_position(text)):
            others.append(line)  # a second position is another title of the same person
            continue
        found = _POWER.match(text)
        sign = re.sub(r"[\s/]", "", found["power"]).upper() if found and found["power"] else "Q" if found else ""
        rest = (found["rest"] or found["acting"] or "").strip() if found else ""
        if sign == "TM":
            open_body = [line]
            collective = rest
        elif sign == "KT" and power is not None and power.value == "TL" and not own:
            deputy_for = _position_said(line, rest, corpus)  # of the unit's head, whose deputy signs
        elif sign in ("KT", "TL", "TUQ", "TƯQ", "Q"):
            rank = {"KT": "cap_pho", "Q": "nguoi_dung_dau"}.get(sign, "don_vi")
            if sign != "KT":
                power = said(line, "TUQ" if sign == "TƯQ" else sign)
            head = _position_said(line, rest, corpus)
            open_body = []
            if sign == "Q":
                own = [line]
        elif open_body and not own and not opens_as_position(text):
            open_body.append(line)
            collective = f"{collective} {text}"
        else:
            own.append(line)
    person: dict[str, Tree] = {}
    if signing.name is not None:
        person["ho_ten"] = _name(signing.name, signing, corpus)
    if own:
        words = " ".join(clean(line.text) for line in own)
        typed = _POWER.sub(lambda match: match["rest"] or match["acting"] or "", words)
        value, sure, why = position(typed, corpus)
        if _ON_PAPER.match(typed):
            sure, why = min(sure, Sure.LIKELY), "vai của người ký trên giấy này, không phải chức vụ ở cơ quan"
        person["chuc_vu"] = said(own[0], escaped(value), words, sure, why)
    person["cap"] = rank
    if rank == "nguoi_dung_dau" and own and fold(str(person["chuc_vu"].value)).startswith("pho"):
        person["cap"] = "cap_pho"
    body = None
    if collective is not None:
        name, sure, why = in_sentence(collective, corpus)
        body = said(signing.lines[0], escaped(name), " ".join(line.text for line in open_body), sure, why)
    titles = tuple(said(line, escaped(position(clean(line.text), corpus)[0])) for line in (*others, *signing.titles))
    return Signer(person, power, deputy_for, body, head, titles)


def is_first_party(signing: Signing) -> bool:
    """Whether the line above says that it is the signature of the first party, or of the chair."""
    return any(_FIRST.match(clean(line.text)) for line in signing.lines)


def of_party(signing: Signing) -> Signing:
    """The signature without the line that says for which party it is, or that it is the chair's."""
    lines = [line for line in signing.lines if not _FOR_PARTY.match(clean(line.text))]
    return Signing(lines, signing.titles, signing.name, signing.sure, signing.why)


def introduced(signer: Signer, line: Line, name: str, position_at: str) -> Said | None:
    """The agency's short name where a fixed line tells the signer's position at it; the position where none is."""
    own = str(plain(signer.person.get("ho_ten", "")))
    if own and fold(own) != fold(name):
        return None
    typed = str(plain(signer.person.get("chuc_vu", "")))
    known = typed or known_position(position_at)
    if not typed and known:
        signer.person["chuc_vu"] = said(line, escaped(known))
        if fold(known).startswith("pho"):
            signer.person["cap"] = "cap_pho"
    rest = position_at[len(known) :].strip() if position_at.casefold().startswith(known.casefold()) else ""
    return said(line, escaped(rest), sure=Sure.LIKELY, why="tên sau chức vụ của người ký") if rest and known else None


def _position_said(line: Line, text: str, corpus: str) -> Said | None:
    if not text:
        return None
    value, sure, why = position(text, corpus)
    return said(line, escaped(value), sure=sure, why=why)


def _name(line: Line, signing: Signing, corpus: str) -> Said:
    """The name without the mark that ends it; one set IN HOA as names are written."""
    name, sure, why = called(clean(line.text).strip(" .,;"), corpus)
    return said(line, name, sure=min(sure, signing.sure), why="; ".join(filter(None, (signing.why, why))))


def co_signer_of(signing: Signing, agency: Sequence[Line], issuer: Component | None, corpus: str) -> dict[str, Tree]:
    """Someone of another agency who signs beside ours."""
    made: dict[str, Tree] = {}
    if agency and issuer is not None:
        made["co_quan"] = name_lines(agency, issuer, corpus)
    made["chuc_vu"] = [_sentence(line, corpus) for line in signing.lines]
    if signing.titles:
        made["chuc_danh_khac"] = [_sentence(line, corpus) for line in signing.titles]
    if signing.name is not None:
        made["ho_ten"] = _name(signing.name, signing, corpus)
    return made


def _sentence(line: Line, corpus: str) -> Said:
    text = clean(line.text)
    found = re.match(r"(TM|KT|TL|TUQ|Q)\.\s*", text)
    lead, rest = (f"{found[1]}. ", text[found.end() :]) if found else ("", text)
    value, sure, why = position(rest, corpus)
    return said(line, escaped(lead + value), sure=sure, why=why)


def co_issuers(parts: Parts) -> list[list[Line]]:
    """The names of the other agencies that the head joins to ours."""
    issuer = parts.first(Part.ISSUER)
    return issuers_of(issuer)[1:] if issuer is not None else []


def contact_of(parts: Parts) -> list[Said]:
    """The lines that tell where the agency is reached."""
    lines = [line for component in parts.of(Part.ADDRESS) for line in written(component)]
    return [said(line, escaped(clean(line.text))) for line in lines]
