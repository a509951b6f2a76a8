"""``sarif``: what was found as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generator.checking.formats import Checked
from generator.errors import Problem
from generator.findings import Finding, Level, Unjudged
from generator.rules.base import Entry
from generator.rules.catalogue import published

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Level.FINE: "none", Level.NOTE: "note", Level.WARNING: "warning", Level.ERROR: "error"}


def sarif(files: Sequence[Checked], version: str) -> dict[str, Any]:
    """One run over the files: the rules that said anything with their pages, and each thing said with its place.

    A page of a Word file is no line of text: it stands in a location's properties. What could not be judged is open,
    what the agency accepted is suppressed with its reason.
    """
    known = published()
    said = [one.rule for checked in files for one in _shown(checked)]
    said += [one.rule for checked in files for one in checked.unjudged]
    ids = list(dict.fromkeys(said))
    driver = {
        "name": "vanthu", "version": version, "language": "vi-VN",
        "rules": [_rule(id_, known.get(id_)) for id_ in ids],
    }  # fmt: skip
    results = [result for checked in files for result in _results(checked, ids)]
    failed = [_notification(checked.file, problem, "error") for checked in files for problem in checked.problems]
    notes = [_notification(checked.file, note, "note") for checked in files for note in checked.notes]
    run = {
        "tool": {"driver": driver},
        "language": "vi-VN",
        "invocations": [{"executionSuccessful": not failed, "toolExecutionNotifications": [*failed, *notes]}],
        "artifacts": [_artifact(checked) for checked in files],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _shown(checked: Checked) -> Iterable[Finding]:
    return [finding for finding in checked.findings if finding.level > Level.FINE]


def _rule(id_: str, entry: Entry | None) -> dict[str, Any]:
    """The rule with its page; one that is no rule of its own has its id alone."""
    if entry is None:
        return {"id": id_}
    return {
        "id": id_,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.title},
        "help": {"text": entry.page, "markdown": entry.page},
        "defaultConfiguration": {"level": _LEVELS[entry.rule.level]},
        "properties": {"tags": [entry.rule.group, *([entry.rule.clause] if entry.rule.clause else [])]},
    }


def _results(checked: Checked, ids: list[str]) -> Iterable[dict[str, Any]]:
    for finding in _shown(checked):
        text = f"{finding.what} → {finding.fix}" if finding.fix else finding.what
        result: dict[str, Any] = {
            "ruleId": finding.rule, "ruleIndex": ids.index(finding.rule), "level": _LEVELS[finding.level],
            "message": {"text": text}, "locations": [_location(checked, finding.place, finding)],
        }  # fmt: skip
        if finding.accepted:
            result["suppressions"] = [_suppression(finding)]
        yield result
    for one in checked.unjudged:
        yield _open(checked, one, ids)


def _suppression(finding: Finding) -> dict[str, Any]:
    """Why the finding is let stand, and who said so."""
    said: dict[str, Any] = {"kind": "external", "justification": finding.accepted}
    if finding.accepted_by:
        said["properties"] = {"nguoi": finding.accepted_by, "ngay": finding.accepted_on}
    return said


def _open(checked: Checked, one: Unjudged, ids: list[str]) -> dict[str, Any]:
    return {
        "ruleId": one.rule, "ruleIndex": ids.index(one.rule), "kind": "open", "level": "none",
        "message": {"text": f"Chưa kiểm được: {one.why}"}, "locations": [_location(checked, one.place)],
    }  # fmt: skip


def _location(checked: Checked, place: str, finding: Finding | None = None) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _address(checked.file)}}}
    if place:
        location["logicalLocations"] = [{"name": place, "kind": "element"}]
    where = checked.standing.get(finding.spot) if finding is not None and finding.spot is not None else None
    stands = {"trang": finding.page} if finding is not None and finding.page else {}
    if properties := stands | ({"cho": where.as_data()} if where is not None else {}):
        location["properties"] = properties
    if finding is not None and finding.spot is not None and finding.spot.text:
        location["message"] = {"text": finding.spot.text}
    return location


def _artifact(checked: Checked) -> dict[str, Any]:
    """The file, with as what it was judged."""
    said = {"description": {"text": f"Xét như: {checked.judged_as}"}} if checked.judged_as else {}
    return {"location": {"uri": _address(checked.file)}} | said


def _notification(file: Path, problem: Problem, level: str) -> dict[str, Any]:
    where = [{"physicalLocation": {"artifactLocation": {"uri": _address(file)}}}]
    return {"level": level, "message": {"text": str(problem)}, "locations": where}


def _address(file: Path) -> str:
    """The file's address: relative where it was named so."""
    return file.as_uri() if file.is_absolute() else quote(file.as_posix())
