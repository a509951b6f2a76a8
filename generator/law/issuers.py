"""Who issues what: the signs of central bodies, and whether a sign and an issuer's name belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from generator.law.central.bodies import CentralBody
from generator.law.loading.shared import central_bodies
from generator.law.written.numbers import symbol_of
from generator.records import record
from generator.wording.characters import fold


@record(frozen=True)
class _Tables:
    """The bodies by sign and by folded name; ``names`` with what they are folded to, ``shortened`` as people write."""

    by_sign: dict[str, CentralBody]
    names: tuple[tuple[str, str], ...]
    shortened: dict[str, CentralBody]
    by_name: dict[str, CentralBody]


_HEADS = (
    "Bộ trưởng, Chủ nhiệm ", "Bộ trưởng ", "Tổng ", "Thống đốc ", "Chủ nhiệm ", "Bộ trưởng, ",
    "Chánh án ", "Viện trưởng ",
)  # fmt: skip


@cache
def _tables() -> _Tables:
    """The bodies of the centre, by sign and by name."""
    bodies = central_bodies()
    by_sign = {fold(sign): body for body in reversed(bodies) for sign in reversed(body.signs)}
    names = sorted((body.name for body in bodies), key=len, reverse=True)
    shortened = {short: body for body in bodies for short in body.shortened}
    offices = {f"Bộ trưởng, Chủ nhiệm {short}": body for short, body in shortened.items() if short == "VPCP"}
    shortened |= offices
    by_name = {fold(body.name): body for body in bodies} | {fold(short): body for short, body in shortened.items()}
    return _Tables(by_sign, tuple((name, fold(name)) for name in names), shortened, by_name)


def body_of_sign(sign: str) -> CentralBody | None:
    """The body a sign such as ``BKHCN``, ``CP`` or ``QH15`` stands for; None when it is not a central one."""
    return _tables().by_sign.get(fold(re.sub(r"\d+$", "", sign)))


def shortened_names() -> Iterable[str]:
    """The names of central bodies as people shorten them."""
    return _tables().shortened


@lru_cache(maxsize=1024)
def body_named(issuer: str) -> CentralBody | None:
    """The central body named, ``Bộ trưởng …`` included, shortened or not; None when it is not a central one."""
    known = _tables().by_name
    wanted = [fold(issuer), *(fold(issuer.removeprefix(head)) for head in _HEADS if issuer.startswith(head))]
    return next((known[name] for name in wanted if name in known), None)


def sign_of_issuer(issuer: str) -> str:
    """The sign of the central body named; empty when it is not a central one."""
    body = body_named(issuer)
    return body.signs[0] if body else ""


@lru_cache(maxsize=1024)  # a report names the same bodies on every row
def known_issuer(text: str) -> str:
    """The central body the text begins with, ``Bộ trưởng`` and the like included, as typed; empty when none."""
    for lead in ("", *_HEADS):
        if not text.casefold().startswith(lead.casefold()):
            continue
        rest = text[len(lead) :]
        folded = fold(rest)
        for name, bare in _tables().names:
            if not folded.startswith(bare):
                continue  # most names, told at the least cost
            if fold(rest[: len(name)]) == bare and not rest[len(name) : len(name) + 1].isalpha():
                return text[: len(lead) + len(name)]
    return ""


def is_central(number: str) -> bool:
    """Whether the symbol names a central body, whose numbers with a year are given once."""
    symbol = symbol_of(number)
    bodies = symbol.body.split("-")
    return any(body_of_sign(part) is not None for part in bodies)
