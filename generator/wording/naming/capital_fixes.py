"""What a place is where words decide a capital, and how its words are put right."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from generator.patterns import late
from generator.records import record
from generator.wording.naming.proper import FIELDS

Fix: TypeAlias = Callable[[re.Match[str]], str]
"""What is written for what matched."""
_TWICE = {"chánh văn phòng": "Chánh Văn phòng", "chánh thanh tra": "Chánh Thanh tra"}


@record(frozen=True)
class Case:
    """One thing looked for: the rule, the pattern, what to write, whether it is wrong at the start of a sentence too.

    What is written right already matches as well; its fix is itself. Whatever matches holds one of ``words``, as they
    are written, which begin with a whole word: they are found sooner than a pattern is compiled.
    """

    rule: str
    pattern: re.Pattern[str]
    fix: Fix
    anywhere: bool
    words: tuple[str, ...]


def raised(match: re.Match[str]) -> str:
    """The first letter as a capital."""
    return match[0][:1].upper() + match[0][1:]


def lowered(match: re.Match[str]) -> str:
    """The first letter as a small one."""
    return match[0][:1].lower() + match[0][1:]


def first_only(match: re.Match[str]) -> str:
    """The first letter as typed, the rest in small letters."""
    return match[0][:1] + match[0][1:].lower()


def last_raised(match: re.Match[str]) -> str:
    """The last word with its capital."""
    head, _, last = match[0].rpartition(" ")
    return f"{head} {last.capitalize()}"


def second_raised(match: re.Match[str]) -> str:
    """«trường tiểu học» as «Trường Tiểu học»: what it is, and of what kind."""
    head, _, rest = match[0].partition(" ")
    kind = rest if rest.isupper() or rest[:2].isupper() else rest[:1].upper() + rest[1:]
    return f"{head.capitalize()} {kind}"


def hospital(match: re.Match[str]) -> str:
    """A hospital of all fields, as it is named."""
    return "Bệnh viện Đa khoa"


def position(match: re.Match[str]) -> str:
    """A position with its capital, that of a deputy with two: «Phó Chủ tịch»."""
    deputy, post = match["deputy"] or "", match["post"]
    if post.casefold() in _TWICE:
        return f"{deputy.capitalize()}{_TWICE[post.casefold()]}"
    return f"{deputy.capitalize()}{post[:1].upper()}{post[1:].lower()}"


def rest_raised(match: re.Match[str]) -> str:
    """The word after the first with its capital."""
    head, _, rest = match[0].partition(" ")
    return f"{head} {rest[:1].upper()}{rest[1:]}"


def all_raised(match: re.Match[str]) -> str:
    """Every word with its capital."""
    return match[0].title()


def person_raised(match: re.Match[str]) -> str:
    """The name behind «ông», «bà» with its capitals."""
    head = match[0][: match.start("name") - match.start()]
    return head + " ".join(word[:1].upper() + word[1:] for word in match["name"].split(" "))


def rank(match: re.Match[str]) -> str:
    """The class of an order: «hạng Nhất»."""
    head, _, last = match[0].rpartition(" ")
    return f"{head[:-4]}hạng {last.capitalize()}"


def unit(match: re.Match[str]) -> str:
    """The word for a unit in small letters before its name."""
    return match["unit"].lower() + match[0][len(match["unit"]) :]


def field_of_work(match: re.Match[str]) -> str:
    """What a bộ or sở is for, as its name has it."""
    return f"{match['head']} {FIELDS[match['field'].casefold()]}"


def after_dash(match: re.Match[str]) -> str:
    """The words after the dash, and after «và», with their capital: «Văn hóa - Thông tin và Thể thao»."""
    head, dash, rest = re.split(r"( [-–] )", match[0], maxsplit=1)
    return head + dash + " và ".join(part[:1].upper() + part[1:] for part in rest.split(" và "))


def always(text: str) -> Fix:
    """The one way it is written."""
    return lambda match: text


def everywhere(rule: str, pattern: str, fix: Fix, *words: str) -> Case:
    """A case that is wrong at the start of a sentence too; ``words`` as in ``Case``."""
    return Case(rule, late(pattern), fix, anywhere=True, words=words)


def inside(rule: str, pattern: str, fix: Fix, *words: str) -> Case:
    """A case that is right at the start of a sentence; ``words`` as in ``Case``."""
    return Case(rule, late(pattern), fix, anywhere=False, words=words)
