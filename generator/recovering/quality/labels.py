"""What the words around a task say of it in prose: «- Đơn vị chủ trì: …», «(Văn phòng chủ trì)», «Quý I: …»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.patterns import late
from generator.wording.times.periods import PARTS_OF_A_YEAR

Found = list[tuple[str, str]]
"""Fields of a task by their keys, each with the words that are its value."""

_WHO = (
    r"(?:các\s+)?(?:cơ quan|đơn vị|bộ phận|phòng|người|cá nhân|công chức|lãnh đạo|tổ chức|trách nhiệm)"
    r"(?:\s*[,/]\s*(?:đơn vị|cá nhân|bộ phận))?"
)
_KINDS = (
    ("chu_tri", rf"(?:{_WHO}\s+)?(?:chủ trì|đầu mối|phụ trách|chịu trách nhiệm)(?:\s+(?:thực hiện|tham mưu|chính))*"
                rf"|{_WHO}\s+(?:được\s+giao|thực hiện)|phân công(?:\s+(?:thực hiện|nhiệm vụ))?|trách nhiệm|giao"),
    ("phoi_hop", rf"(?:{_WHO}\s+)?phối hợp(?:\s+thực hiện)?"),
    ("thoi_gian", r"(?:thời gian|thời hạn|thời điểm|tiến độ|hạn)"
                  r"(?:\s+(?:thực hiện|hoàn thành|tổ chức|triển khai|dự kiến))*|hoàn thành(?:\s+trước)?"),
    ("ket_qua", r"(?:dự kiến\s+)?(?:sản phẩm|kết quả|đầu ra)"
                r"(?:\s+(?:dự kiến|đầu ra|cần đạt|hoàn thành|đạt được|cuối cùng))*"),
    ("kinh_phi", r"(?:dự kiến\s+)?(?:nguồn\s+)?kinh phí(?:\s+(?:thực hiện|dự kiến))?"),
    ("theo_doi", rf"(?:{_WHO}\s+)?(?:theo dõi|giám sát|kiểm tra)(?:,\s*đôn đốc)?"),
)  # fmt: skip
_OF_OBJECTIVES = (
    ("chi_tieu", r"(?:các\s+)?chỉ tiêu(?:\s+(?:phấn đấu|đề ra|cần đạt|chất lượng|năm \d{4}))*"
                 r"|mức\s+(?:phấn đấu|cần đạt|đạt|cam kết)"),
    ("theo_doi", rf"(?:{_WHO}\s+)?(?:chủ trì|đầu mối|phụ trách|chịu trách nhiệm|thực hiện|theo dõi)(?:\s+thực hiện)?"
                 rf"|trách nhiệm(?:\s+thực hiện)?|phân công"),
    ("phoi_hop", rf"(?:{_WHO}\s+)?phối hợp(?:\s+thực hiện)?"),
    ("phuong_phap", r"(?:phương pháp|cách)(?:\s+thức)?\s+(?:đo|tính|đánh giá|xác định|theo dõi)"
                    r"(?:\s+(?:lường|toán|kết quả))*|công thức(?:\s+tính)?"),
    ("bien_phap", r"(?:các\s+)?(?:biện pháp|giải pháp)(?:\s+(?:thực hiện|chủ yếu))?"),
    ("tan_suat", r"(?:tần suất|chu kỳ)(?:\s+(?:đo|theo dõi|đánh giá|báo cáo))*"),
    ("thoi_gian", r"(?:thời gian|thời hạn)(?:\s+(?:thực hiện|hoàn thành))?"),
)  # fmt: skip
TASKS = [(key, late(words, 2)) for key, words in _KINDS]
OBJECTIVES = [(key, late(words, 2)) for key, words in _OF_OBJECTIVES]
Kinds = Sequence[tuple[str, "re.Pattern[str]"]]
_SHORT_LABEL = 5  # words
_LABEL = late(r"^\s*[-–+*•]?\s*(?P<label>[^\W\d][^:;.()]{1,45}?)\s*:\s*(?P<said>\S.*)$", 2)
_PART = late(r";\s*|\.\s+(?=[A-ZĐ])")
_TAIL = late(
    r"(?P<sign>[.;,(–-]|\s[-–])\s*(?P<tail>(?:" + "|".join(words for _, words in _KINDS) + r")\s*:\s*\S.*)$", 2
)
_BRACKETS = late(r"\s*\((?P<said>[^()]+)\)\s*$")
_BODY = (  # how the name of a unit or of who holds an office begins
    r"(?=(?i:(?:các\s+)?(?:văn phòng|phòng|ban|bộ phận|bộ|sở|chi cục|cục|trung tâm|khoa|tổ|đội|thanh tra|công an|"
    r"ủy ban|ubnd|hđnd|hội|đoàn|đơn vị|cơ quan|nhóm|viện|trường|trạm|hạt|ông|bà|trưởng|phó|chánh|giám đốc|công chức|"
    r"văn thư|kế toán|xã|phường|thôn|lãnh đạo)(?!\w)))"
)
_LEADS = late(
    rf"^{_BODY}(?P<lead>[^:;]{{2,80}}?)\s+(?:chủ trì|thực hiện|phụ trách)"
    r"(?:\s*[,;]?\s*(?:và\s+)?phối hợp(?:\s+với)?\s+(?P<with>.+?))?"
    r"(?:\s+(?:tổ chức\s+|triển khai\s+)?thực hiện)?$"
)
_LED_IN_WORDS = late(
    rf"^(?:Giao\s+)?{_BODY}(?P<lead>[^,;:.]{{2,50}}?)\s+chủ trì(?:,\s+phối hợp\s+với\s+(?P<with>[^,;:.]+),)?"
    r"\s+(?!phối hợp|thực hiện)(?P<said>[^;:]+)$"
)
_SENTENCE = late(
    r"(?:(?<=[.;])\s+(?:Giao\s+)?(?=[^.;]*\s(?:chủ trì|thực hiện)\b)|(?<=:)\s+(?=[^.;]*\schủ trì\b))"
    r"(?P<said>[^\W\d][^.;]*(?:;[^;]+)*)$"
)
_HELPS = late(rf"^(?:phối hợp(?:\s+với)?\s+{_BODY}(?P<after>.+)|{_BODY}(?P<before>(?:(?!chủ trì).)*?)\s+phối hợp)$")
_WHEN = late(
    r"^(?:(?:thực hiện|hoàn thành|xong)\s+)?"
    r"(?P<time>(?:trong\s+|trước\s+|chậm nhất\s+)?(?:ngày\s+|hết\s+)?(?:quý|tháng|năm|\d{1,2}/\d).*|"
    r"thường xuyên.*|(?:hằng|hàng|định kỳ)\s+.*)$",
    2,
)
_NUMBER = r"(?:[IVX]+|\d{1,2})(?!\w)"
_SPAN = (
    rf"(?:(?:quý|tháng)\s+{_NUMBER}(?:\s*(?:,|và|-|–|đến)\s*(?:(?:quý|tháng)\s+)?{_NUMBER})*"
    rf"|{PARTS_OF_A_YEAR}|hằng\s+(?:quý|tháng|tuần)|hàng\s+(?:quý|tháng|tuần))"
    r"(?:(?:\s*/\s*|\s+năm\s+)\d{4})?"
)  # fmt: skip
_DAY = r"(?:ngày\s+)?\d{1,2}\s*/\s*\d{1,2}(?:\s*/\s*\d{4})?"
_DAYS = rf"(?:(?:từ\s+)?{_DAY}\s*(?:đến|-|–)\s*(?:hết\s+)?{_DAY}|(?:trước|chậm nhất|đến)?\s*(?:hết\s+)?{_DAY})"
_LED = (
    r"^\W*(?:(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)/]\s*)?"
    r"(?:(?:các\s+)?(?:nhiệm vụ|công việc|công tác)\s+)?(?:trong\s+)?"
)
_NO_NUMBER = late(r"\b(?![IVX]+\b)[^\W\d]+")
_HEADING = late(rf"{_LED}(?P<time>{_SPAN})\W*$", 2)
_SAID_THEN = late(rf"{_LED}(?P<time>{_SPAN}|{_DAYS})\s*[:–-]\s*(?P<said>\S.*)$", 2)


def _field(label: str, kinds: Kinds) -> str:
    words = " ".join(label.split())
    return next((key for key, kind in kinds if kind.fullmatch(words)), "")


def opens_with_label(text: str) -> bool:
    """Whether the line is some words, a colon and what they say of the line above: no task, no objective by itself."""
    found = _LABEL.match(text)
    return found is not None and len(found["label"].split()) <= _SHORT_LABEL and not found["label"][-1].isdigit()


def labelled(text: str, kinds: Kinds = TASKS) -> Found:
    """The fields that a line says, each behind its label; none where it begins with anything else."""
    found: Found = []
    for part in _PART.split(text.strip()):
        own = _LABEL.match(part)
        key = _field(own["label"], kinds) if own else ""
        if own and key and all(key != one for one, _ in found):
            found.append((key, _ended(own["said"])))
        elif not found or own is not None:
            return []
        elif part.strip(" .;"):
            found[-1] = (found[-1][0], f"{found[-1][1]}; {_ended(part)}")
    return found


def with_tail(text: str) -> tuple[str, Found]:
    """The words of a task, and the fields that are said behind them: after labels, or in brackets at the end."""
    text = text.strip()
    tail = _TAIL.search(text)
    behind: Found = []
    if tail and text[: tail.start()].strip():
        said = tail["tail"].rstrip(" .;")
        behind = labelled(said[:-1] if tail["sign"] == "(" and said.endswith(")") else said)
    bare = (text[: tail.start()] if tail and behind else text).rstrip(" .;")
    for way in (_BRACKETS, _SENTENCE):
        last = way.search(bare)
        found = _in_brackets(last["said"]) if last and last.start() else []
        if last and found and not {key for key, _ in found} & {key for key, _ in behind}:
            return _ended(bare[: last.start()]), [*found, *behind]
    return _ended(bare if behind else text), behind


def _in_brackets(text: str) -> Found:
    found: Found = []
    for part in _parts(text):
        led, helps, when = _LEADS.match(part), _HELPS.match(part), _WHEN.match(part)
        if led:
            found.append(("chu_tri", led["lead"]))
            found += [("phoi_hop", led["with"])] if led["with"] else []
        elif helps:
            found.append(("phoi_hop", helps["after"] or helps["before"]))
        elif when:
            found.append(("thoi_gian", when["time"]))
        elif both := who_does([part]):
            found += both
        else:
            return []
    keys = [key for key, _ in found]
    return found if len(set(keys)) == len(keys) else []


def _parts(text: str) -> list[str]:
    """The words between semicolons, and those behind a comma where a time begins."""
    made: list[str] = []
    for part in (one.strip() for one in text.split(";")):
        before, comma, after = part.rpartition(", ")
        made += [before, after] if comma and _WHEN.match(after) and not _WHEN.match(before) else [part]
    return [part for part in made if part]


_CALLED_LEAD = r"chủ trì|đầu mối|CT"
_CALLED_HELP = r"phối hợp(?:\s+thực hiện)?|PH"
_SHORT_SIGNS = late(
    rf"^\s*[-–+*•]?\s*(?:(?P<lead>{_CALLED_LEAD})|(?P<help>{_CALLED_HELP}))\s*[:–]\s*(?P<said>\S.*)$", 2
)
_SIGNED = late(rf"^\s*[-–+*•]?\s*(?P<said>[^()]+?)\s*\((?:(?P<lead>{_CALLED_LEAD})|(?P<help>{_CALLED_HELP}))\)$", 2)
_WITH = late(r"^\s*[-–+*•]?\s*phối hợp(?:\s+với)?\s+(?P<said>\S.*)$", 2)
_TRAILING = late(r"^(?P<said>[^:;()]+?)\s+(?:(?P<lead>chủ trì)|(?P<help>phối hợp))$", 2)
_SIGN_END = late(r"(?:(?<=\))|(?<=chủ trì))\s*[,;]\s*|;\s*|(?<=\w)[,.]\s+(?=(?:phối hợp|PH)\b)", 2)


def who_does(lines: Sequence[str]) -> Found:
    """Who leads and who supports, where a cell says of all which is which; none for any other cell.

    «Chủ trì: Văn phòng / Phối hợp: Phòng Nội vụ», «Văn phòng (chủ trì), Phòng Nội vụ (phối hợp)», «Văn phòng chủ trì,
    phối hợp với Phòng Nội vụ», «Văn phòng; PH: Phòng Nội vụ»; of one who leads alone, «Văn phòng chủ trì».
    """
    found: dict[str, list[str]] = {"chu_tri": [], "phoi_hop": []}
    key = "chu_tri"
    signed = unsigned = 0
    for part in (one.strip(" .;,/") for line in lines for one in _SIGN_END.split(line)):
        if not part:
            continue
        own = _SHORT_SIGNS.match(part) or _SIGNED.match(part) or _WITH.match(part) or _TRAILING.match(part)
        if own is not None:
            key = "chu_tri" if own.groupdict().get("lead") else "phoi_hop"
            signed += 1
        else:
            unsigned += 1
        said = own["said"] if own is not None else part
        found[key].append(said.lstrip("-–+*• ").strip())
    alone = not found["phoi_hop"] and not unsigned
    if not signed or not found["chu_tri"] or not (found["phoi_hop"] or alone):
        return []
    return [(name, "; ".join(parts)) for name, parts in found.items() if parts]


def led_in_words(text: str) -> tuple[str, Found]:
    """The task of a sentence that begins with who leads it and ends with its time; empty for other words.

    «Văn phòng chủ trì rà soát quy trình, hoàn thành trước ngày 30/6/2026».
    """
    parts = _parts(_ended(text))
    when = _WHEN.match(parts[-1]) if len(parts) == 2 else None
    found = _LED_IN_WORDS.match(parts[0]) if when else None
    if when is None or found is None:
        return "", []
    support = [("phoi_hop", found["with"])] if found["with"] else []
    return found["said"], [("chu_tri", found["lead"]), *support, ("thoi_gian", when["time"])]


def time_headed(text: str) -> str:
    """The time that a heading names and nothing else: «2. Quý II/2026»; empty for other words."""
    found = _HEADING.match(text.strip())
    time = found["time"] if found else ""
    return f"{time[:1]}{_NO_NUMBER.sub(lambda word: word[0].lower(), time)[1:]}" if time.isupper() else time


def said_then(text: str) -> tuple[str, list[str]]:
    """The time a line opens with and the tasks it names for it: «Quý I: rà soát quy trình; tập huấn»."""
    found = _SAID_THEN.match(text.strip())
    if found is None:
        return "", []
    return found["time"], [_ended(one) for one in found["said"].split(";") if one.strip(" .;/")]


def _ended(text: str) -> str:
    return text.strip().rstrip(" .;:,/").strip()
