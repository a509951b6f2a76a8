"""What the agency decided about rules, applied to what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.dossier import Dossier
from generator.dossier.rule_choices import RuleChoice
from generator.dossier.source import Path_
from generator.findings import Finding, Level
from generator.rules.data.quy_tac_khong_co import RULE
from generator.wording.nearest import did_you_mean

_LEVELS = {"lỗi": Level.ERROR, "cảnh báo": Level.WARNING, "thông tin": Level.NOTE}


def chosen(findings: Iterable[Finding], dossier: Dossier, document: str | None) -> Iterator[Finding]:
    """The findings at the levels the dossier sets; those it silences carry the reason in ``accepted``."""
    choices = {choice.rule: choice for choice in dossier.rule_choices if choice.document in (None, document)}
    for finding in findings:
        choice = choices.get(finding.rule)
        yield _set(finding, choice) if choice and finding.level > Level.FINE else finding


def _set(finding: Finding, choice: RuleChoice) -> Finding:
    if choice.level == "bỏ qua":
        return replace(finding, accepted=choice.reason or "")
    return replace(finding, level=_LEVELS[choice.level])


def choice_findings(dossier: Dossier, known: Iterable[str], place_of: Callable[[Path_], str]) -> Iterator[Finding]:
    """A finding for each choice that names no rule, or no document of the dossier: it would change nothing."""
    rules = list(known)
    names = [document.name for document in dossier.documents if document.name]
    for index, choice in enumerate(dossier.rule_choices):
        at = place_of(("quy_tac", index))
        if choice.rule not in rules:
            near = did_you_mean(choice.rule, rules)
            fix = f"có phải ý bạn là «{near[0]}»?" if near else "xem các mã bằng lệnh: vanthu rules"
            yield RULE.found(f"không có quy tắc «{choice.rule}»", fix, source=at)
        if choice.document is not None and choice.document not in names:
            fix = f"đang có: {', '.join(names)}"
            yield RULE.found(f"không có văn bản «{choice.document}»", fix, source=at)
