"""Results that a report tells in words: «Tỷ lệ hồ sơ đúng hạn (chỉ tiêu ≥ 97%): đạt 98,5% (197/200 hồ sơ)»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.parts.model import Sure
from generator.patterns import late
from generator.recovering.body import Node
from generator.recovering.said import Said, Tree, plain, unmarked
from generator.targets.fractions import rate_of_fraction
from generator.targets.measure import Comparison
from generator.targets.reading import parse_measure
from generator.wording.characters import fold

TOLD = "đọc trong lời báo cáo, lời giữ nguyên: sửa thì sửa cả hai nơi"
_NUMBER = late(
    r"^\W*(?:(?:bảng|biểu)\s+(?:số\s+)?)?(?:(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[A-ZĐ]|[a-zđ])\s*[.)/:–-]\s*)?"
    r"(?:mục tiêu(?: chất lượng)?(?: số)? \d{1,2}\s*[.:–-]?\s+|về\s+)?",
    2,
)
_CALLED = (
    r"(?:chỉ tiêu|mục tiêu|kế hoạch|MTCL|(?:KH|CT)(?=\s*:?\s*[≥≤<>\d]))"
    r"(?:\s+(?:đề ra|được giao|giao|chất lượng|năm(?:\s+\d{4})?|là|cần đạt|đặt ra))*"
)
_WORDS = r"(?:[^();:,]|,(?=\d))*"
_TARGET = late(
    rf"\s*(?:\(\s*{_CALLED}\s*:?\s*(?P<held>[^()]+)\)|[,;:/–-]\s*{_CALLED}\s*:?\s*(?P<said>{_WORDS}\d{_WORDS}))", 2
)
_REACHED = (
    r"(?:(?:kết quả|thực hiện)(?:\s+(?:thực hiện|đạt được|đạt|là|trong kỳ|quý [IV]+|\d tháng|năm(?: \d{4})?))*"
    r"\s*[:–-]?\s*)?"
    r"(?:(?:đã|ước)\s+)?(?:đạt(?:\s+(?:tỷ lệ|được|mức))?|(?:tổ chức|thực hiện)(?:\s+được)?|có|hoàn thành|là|:)?\s*"
)
_RATE = r"\d+(?:[.,]\d+)?\s*%"
_FIGURE = (
    rf"(?:(?P<rate>{_RATE})(?:\s*\(\s*(?P<held>[\d.]+\s*/\s*[\d.]+)(?P<of>\s+[^\d\W][^()\d]*)?\s*\))?"
    r"|(?P<fraction>[\d.]+\s*/\s*[\d.]+)(?P<thing>\s+[^\d\W][^()\d,;.]*?)?(?:\s*[,(]\s*(?:đạt\s+)?(?:tỷ lệ\s+)?"
    rf"(?P<beside>{_RATE})\)?)?"
    r"|(?P<number>\d[\d.]*)\s+(?P<unit>[^\W\d][^,;:()]*?))"
)
_HELD = r"\d[^():;,/]*?(?:[.,]\d[^():;,/]*?)?"  # a figure and what it counts
_END = r"\s*(?:[,;.–-]\s*(?P<more>\D.*|))?$"
_RESULT = late(rf"^\s*[:;,.–-]*\s*{_REACHED}{_FIGURE}{_END}", 2)
_LEADS = r"(?:\s*[:;,–-]\s*(?:(?:kết quả|thực hiện)(?:\s+(?:thực hiện|đạt được))?\s*[:,]?\s*)?|\s+)(?:(?:đã|ước)\s+)?"
"""Between a name and «đạt»; «kết quả» is none of the name behind a sign alone: «Tỷ lệ hồ sơ trả kết quả đạt …»."""
_VERDICT = (
    r"(?:(?:vượt|đạt|không đạt|chưa đạt|thấp hơn|cao hơn|bằng|tăng|hụt)\s+"
    r"(?:\d+(?:[.,]\d+)?\s*(?:%|điểm(?:\s+phần trăm)?)\s+)?)?(?:so với\s+)?"
)
_AGAINST = late(
    rf"^(?P<name>.+?){_LEADS}đạt\s+(?P<result>{_RATE}(?:\s*\([\d.]+\s*/\s*[\d.]+[^()]*\))?)\s*[,;/(]*\s*"
    rf"{_VERDICT}{_CALLED}\s*"
    r"[(:]?\s*(?P<target>(?:[≥≤<>]\s*)?(?:(?:từ|ít nhất|tối thiểu|trên|không quá|không dưới)\s+)?"
    rf"{_RATE}(?:\s+trở\s+(?:lên|xuống))?)\)?\W*(?P<more>.*)$",
    2,
)
_BESIDE = late(
    rf"^(?P<name>[^:()]*[^:;,()\s])(?:\s*:\s*|\s*[;,](?!\d)\s*|\s+[–-]\s+|\s+(?=(?:đã\s+|ước\s+)?đạt\s))"
    rf"(?P<result>{_REACHED}{_HELD}"
    r"(?:\s*\([\d.]+\s*/\s*[\d.]+[^()]*\))?)"
    rf"\s*(?:(?:[,;]\s*(?:{_VERDICT}{_CALLED})\s*)?\(\s*|/\s*|[,;]\s*)"
    rf"{_VERDICT}{_CALLED}\s*:?\s*(?P<target>[^();.]*\d(?:[^();.]|[.,](?=\d))*)\)?"
    r"(?:\W+(?P<more>.*))?$",
    2,
)
"""A name, what was reached, and behind it what was to be: «Tỷ lệ hồ sơ đúng hạn: Đạt 98,5% (kế hoạch 95%)»."""
_LABELS = [
    (key, late(rf"^\W*(?:{words})[^:\d]{{0,30}}(?:\b20\d\d)?\s*:\s*\S", 2))
    for key, words in (
        ("chi_tieu", "chỉ tiêu|mục tiêu đề ra|mức cần đạt"),
        ("ket_qua", "kết quả|thực hiện|đạt được"),
        ("nguyen_nhan", "nguyên nhân"),
        ("khac_phuc", "(?:biện pháp|hành động|hướng)?\\s*khắc phục"),
        ("danh_gia", "đánh giá|nhận xét|kết luận"),
    )
]
_ESTIMATED = late(r"^[^\d]*\bước\b", 2)
_CAUSE = late(r"\b(?:nguyên nhân|lý do|do)\s*(?:là\s+)?(?:do\s+)?[:]?\s*(?P<cause>[^;.]+)", 2)


def named_with_target(words: str) -> tuple[str, str]:
    """The name of an objective without its number, and the target said behind it; empty where none is."""
    bare = _NUMBER.sub("", words, count=1).strip()
    found = _TARGET.search(bare)
    if found is None:
        return bare.strip(" .:;,–-"), ""
    target = (found["held"] or found["said"]).strip(" .:;,")
    return (bare[: found.start()].strip(" .:;,–-"), target) if _holds(target) else (bare.strip(" .:;,–-"), "")


def _holds(target: str) -> bool:
    """Whether a result can be held against the words."""
    return parse_measure(target).comparison is not Comparison.UNREAD


def told_results(root: Node, period: Said) -> list[tuple[dict[str, Tree], dict[str, Tree]]]:
    """Each objective that a sentence names with its target, or labelled lines below it, and the result told of it."""
    made = []
    texts = list(_texts(root))
    for at, node in enumerate(texts):
        one = _told(node, period) or _labelled(node, texts[at + 1 :], period)
        if one is not None:
            made.append(one)
    return made


def _labelled(node: Node, below: Sequence[Node], period: Said) -> tuple[dict[str, Tree], dict[str, Tree]] | None:
    """The objective and its result in the lines below its name: «Chỉ tiêu: …», «Kết quả: …», «Nguyên nhân: …»."""
    said: dict[str, Said] = {}
    for one in below:
        words = unmarked(one.text)
        key = next((key for key, label in _LABELS if label.match(words) and key not in said), "")
        if not key:
            break
        value = words.partition(":")[2].strip(" .;")
        said[key] = Said(value, one.text.place if one.text else "", one.words, Sure.LIKELY, TOLD)
    figures = _figures(str(said["ket_qua"].value)) if "ket_qua" in said else {}
    name = _NUMBER.sub("", unmarked(node.text), count=1).strip(" .:;,–-")
    if not figures or "chi_tieu" not in said or not _holds(str(said["chi_tieu"].value)) or not name:
        return None
    assert node.text is not None
    objective: dict[str, Tree] = {
        "id": "mt",
        "noi_dung": Said(name, node.text.place, node.words, Sure.LIKELY, TOLD),
        "chi_tieu": [{"in_ra": said["chi_tieu"]}],
    }
    result: dict[str, Tree] = {"ky": period}
    result |= {key: replace(said["ket_qua"], value=value) for key, value in figures.items()}
    return objective, result | {key: said[key] for key in ("nguyen_nhan", "khac_phuc") if key in said}


def _texts(parent: Node) -> Iterator[Node]:
    for child in parent.children:
        if child.text is not None:
            yield child
        yield from _texts(child)


def _told(node: Node, period: Said) -> tuple[dict[str, Tree], dict[str, Tree]] | None:
    assert node.text is not None
    words = _NUMBER.sub("", unmarked(node.text), count=1).strip()
    name, target, figures = next(filter(None, (way(words) for way in (_target_first, _result_first))), ("", "", {}))
    if not name:
        return None

    def read(value: str) -> Said:
        assert node.text is not None
        return Said(value, node.text.place, node.words, Sure.LIKELY, TOLD)

    objective: dict[str, Tree] = {"id": "mt", "noi_dung": read(name), "chi_tieu": [{"in_ra": read(target)}]}
    return objective, {"ky": period, **{key: read(value) for key, value in figures.items()}}


_Sentence = tuple[str, str, dict[str, str]]


def _target_first(words: str) -> _Sentence | None:
    found = _TARGET.search(words)
    return _sentence(words[: found.start()], found["held"] or found["said"], words[found.end() :]) if found else None


def _result_first(words: str) -> _Sentence | None:
    found = _AGAINST.match(words) or _BESIDE.match(words)
    if found is None:
        return None
    estimated = "ước đạt " if _ESTIMATED.match(words[found.end("name") : found.end("result")]) else ""
    result = _ESTIMATED.sub("", found["result"]).removeprefix(" đạt ")
    return _sentence(found["name"], found["target"], f"{estimated}{result}, {found['more'] or ''}")


def _sentence(name: str, target: str, rest: str) -> _Sentence | None:
    """The name, the target and the figures reached; None where one of them is not certain."""
    name, target, figures = name.strip(" .:;,–-"), target.strip(" .:;,"), _figures(rest)
    return (name, target, figures) if name and figures and _holds(target) else None


def _figures(rest: str) -> dict[str, str]:
    """The result in the words behind a target: a rate, a number of things, how many of how many; and why."""
    found = _RESULT.match(rest)
    if found is None:
        return {}
    fraction = found["held"] or found["fraction"]
    if fraction:
        part, whole = (one.strip(" .") for one in fraction.split("/"))
        rate = found["rate"] or found["beside"]
        agrees = rate_of_fraction(f"{rate} ({part}/{whole})") if rate else None
        if rate and (agrees is None or not agrees.agrees):
            return {}
        made = {"tu_so": part, "mau_so": whole}
    elif found["rate"]:
        made = {"gia_tri": found["rate"].replace(" ", "")}
    else:
        made = {"gia_tri": found["number"].strip(".")}
    made |= {"uoc": "có"} if _ESTIMATED.match(rest) else {}
    cause = _CAUSE.search(found["more"] or "")
    return made | ({"nguyen_nhan": cause["cause"].strip(" .;,")} if cause else {})


_WHY = late(
    r"(?:^|[.;:,(]\s*|\s[–-]\s+)(?:nguyên nhân|lý do)(?:\s+(?:chủ yếu|chính|không đạt|chưa đạt))*\s*(?:[:]|là\b|do\b)"
    r"\s*(?:do\b)?\s*:?\s*(?P<said>.*)$",
    2,
)
_REMEDY = late(
    r"(?:^|[.;:,(]\s*|\s[–-]\s+)(?:(?:biện pháp|giải pháp|hành động|hướng)(?:\s+khắc phục)?|khắc phục)"
    r"(?:\s+(?:đã thực hiện|trong thời gian tới))?\s*(?::|là\b)\s*(?P<said>.*)$",
    2,
)
_BY_NUMBER = late(
    r"\b(?:mục tiêu|chỉ tiêu|MTCL)(?:\s+chất lượng)?(?:\s+(?:số|thứ))?\s+(?P<number>\d{1,2})\b(?!\s*%)", 2
)
_NAMED_OTHERWISE = late(
    r"^\W*(?:mục tiêu|chỉ tiêu|MTCL)(?:\s+chất lượng)?(?:\s+(?:số|thứ))?\s+\d{1,2}\s*[:.–-]\s+"
    r"(?!\W*(?:không|chưa|nguyên nhân|lý do|do|đạt)\b)\w",
    2,
)
"""A number with a name that is none of those read: the document counts others than the dossier."""
_HEADINGS = ("phan", "chuong", "muc", "dieu", "dieu_tieu_de")


def told_causes(root: Node, objectives: Sequence[dict[str, Tree]]) -> dict[str, dict[str, Tree]]:
    """Why an objective was not reached and what is done, by its id: in a text that names it, or in the lines below.

    «Mức độ hài lòng chưa đạt: nguyên nhân do …; biện pháp khắc phục: …», or the name, then «Nguyên nhân: …» below it.
    A text that names two objectives tells of neither.
    """
    made: dict[str, dict[str, Tree]] = {}
    name, key = "", ""
    for node in _texts(root):
        words = unmarked(node.text)
        own, of_both = _named(words, objectives)
        label = _told_at_once(words)
        if own or of_both or node.unit in _HEADINGS:
            name, key = own, ""
        elif not label and not key:
            name = ""
        if not name or node.text is None:
            continue
        if label:
            for at, value in label.items():
                if value:
                    _add(made, name, at, Said(value, node.text.place, node.words, Sure.LIKELY, TOLD))
            last = list(label)[-1]
            key = "" if label[last] else last
        elif key and not own:
            _add(made, name, key, Said(words.strip(" –-+*"), node.text.place, node.words, Sure.LIKELY, TOLD))
    return made


def _add(made: dict[str, dict[str, Tree]], name: str, key: str, value: Said) -> None:
    said = made.setdefault(name, {})
    had = said.get(key, [])
    said[key] = [*had, value]


def _told_at_once(words: str) -> dict[str, str]:
    """What the text says behind «nguyên nhân», «biện pháp khắc phục»; empty where the lines below say it."""
    why, remedy = _WHY.search(words), _REMEDY.search(words)
    found = sorted(
        ((one.start(), key, one["said"]) for key, one in (("nguyen_nhan", why), ("khac_phuc", remedy)) if one)
    )
    made = {}
    for n, (_, key, said) in enumerate(found):
        value = said
        if n + 1 < len(found):
            value = said[: len(said) - (len(words) - found[n + 1][0])]
        made[key] = value.strip(" ;,(")
    return made


def _named(words: str, objectives: Sequence[dict[str, Tree]]) -> tuple[str, bool]:
    """The id of the one objective that the words name, else whether they name several."""
    folded = fold(words)
    found = [
        (own, str(one["id"])) for one in objectives if (own := fold(str(plain(one["noi_dung"])))) and own in folded
    ]
    found = [one for one in found if not any(one[0] in other[0] and one != other for other in found)]
    if found:
        return (found[0][1], False) if len(found) == 1 else ("", True)
    numbers = {int(one["number"]) for one in _BY_NUMBER.finditer(words)}
    if len(numbers) != 1 or _NAMED_OTHERWISE.search(words):
        return "", bool(numbers)
    number = numbers.pop()
    return (str(objectives[number - 1]["id"]), False) if 1 <= number <= len(objectives) else ("", True)
