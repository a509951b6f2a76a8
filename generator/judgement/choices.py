"""What the agency decided about rules, applied to what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.compose import document_name
from generator.dossier import Dossier
from generator.dossier.rule_choices import RuleChoice
from generator.findings import Finding, Level
from generator.rules.base import Entry
from generator.rules.data.quy_tac_khong_co import RULE
from generator.typed.source import Path_
from generator.wording.nearest import did_you_mean

_LEVELS = {"lỗi": Level.ERROR, "cảnh báo": Level.WARNING, "thông tin": Level.NOTE}


def chosen(findings: Iterable[Finding], dossier: Dossier, document: str | None) -> Iterator[Finding]:
    """The findings at the levels the dossier sets; those it silences carry the reason in ``accepted``."""
    general_first = sorted(dossier.rule_choices, key=lambda choice: choice.document is not None)
    choices = {choice.rule: choice for choice in general_first if choice.document in (None, document)}
    for finding in findings:
        choice = choices.get(finding.rule)
        yield decided(finding, choice) if choice and finding.level > Level.FINE else finding


def decided(finding: Finding, choice: RuleChoice) -> Finding:
    """The finding at the level that is chosen; silenced it carries the reason in ``accepted``."""
    if choice.level == "bỏ qua":
        return replace(finding, accepted=choice.reason or "")
    level = _LEVELS[choice.level]
    if level >= finding.level:
        return replace(finding, level=level)
    return replace(finding, level=level, ruled=finding.level, lowered=choice.reason or "")


def choice_findings(
    dossier: Dossier, known: Mapping[str, Entry], place_of: Callable[[Path_], str]
) -> Iterator[Finding]:
    """A finding for each choice that would change nothing: of no rule, no document of the dossier, or made again."""
    names = [document_name(dossier, document) for document in dossier.documents]
    made: set[tuple[str, str | None]] = set()
    for index, choice in enumerate(dossier.rule_choices):
        at = place_of(("quy_tac", index))
        entry = known.get(choice.rule)
        if entry is None:
            near = did_you_mean(choice.rule, known)
            fix = f"có phải ý bạn là «{near[0]}»?" if near else "xem các mã bằng lệnh: vanthu rules"
            yield RULE.found(f"không có quy tắc «{choice.rule}»", fix, source=at)
        elif entry.rule.level is Level.FINE or entry.rule.treatment == "từ chối":
            done = "chỉ báo là đúng" if entry.rule.treatment == "báo" else entry.rule.treatment
            yield RULE.found(f"quy tắc «{choice.rule}» {done}, không đổi mức được", "bỏ dòng này", source=at)
        elif (choice.rule, choice.document) in made:
            where = "cùng văn bản" if choice.document else "cả hồ sơ"
            yield RULE.found(f"quy tắc «{choice.rule}» được đặt hai lần cho {where}", "giữ một dòng", source=at)
        made.add((choice.rule, choice.document))
        if choice.document is not None and choice.document not in names:
            fix = f"đang có: {', '.join(names)}"
            yield RULE.found(f"không có văn bản «{choice.document}»", fix, source=at)
