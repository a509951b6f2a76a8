"""The set of seeded defects: every example document, clean and with one known fault at a time, and the answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from generator.defects.answers import SCHEMA
from generator.defects.seeding import Clean, clean, mutators, seed
from generator.defects.telling import README, answers, clean_file, seeded_file, truth_of
from generator.errors import Problem, UsageError
from generator.output import write_new
from generator.records import record
from generator.resources import example_folders
from generator.rules.base import Entry
from generator.rules.catalogue import form_rules
from generator.service.issuing import issue
from generator.service.opening import open_dossier
from generator.service.reviewing import review


@record(frozen=True)
class Sown:
    """The documents with faults against one rule that were written."""

    rule: str
    files: int


def clean_documents() -> list[Clean]:
    """Every document of every example dossier as a Word file, named after both."""
    return [
        clean(f"{folder.name}--{name}", data)
        for folder in example_folders()
        for document in issue(review(open_dossier(folder)), formats=("docx",))
        for name, data in document.files()
    ]


def chosen_rules(ids: Sequence[str]) -> list[Entry]:
    """The rules of form of these ids, all where none is named; raises UsageError for ids there are not."""
    known = form_rules()
    problems = []
    for id_ in ids:
        if id_ not in known:
            near = get_close_matches(id_, known, 1)
            fix = f"có phải «{near[0]}»?" if near else "xem mã ở `vanthu rules`"
            problems.append(Problem(id_, "không có quy tắc thể thức nào mang mã này", fix))
    if problems:
        raise UsageError(problems)
    return [known[id_] for id_ in dict.fromkeys(ids)] if ids else list(known.values())


def write_defects(folder: Path, ids: Sequence[str] = ()) -> Iterator[Sown]:
    """Writes the set into a new or empty folder, rule by rule; the answers come last, when every file is there.

    Raises UsageError for ids of no rule and for a folder that has something in it.
    """
    entries = chosen_rules(ids)
    _check_empty(folder)
    documents = clean_documents()
    write_new({folder / clean_file(document.name): document.docx for document in documents})
    truths = []
    sown_rules = []
    for entry in entries:
        tried = (seed(document, mutator) for mutator in mutators([entry]) for document in documents)
        sown = [seeded for seeded in tried if seeded is not None]
        if sown:
            write_new({folder / seeded_file(seeded): seeded.docx for seeded in sown})
            truths += [truth_of(seeded) for seeded in sown]
            sown_rules.append(entry)
        yield Sown(entry.rule.id, len(sown))
    told = README.format(seeded=len(truths), rules=len(sown_rules), clean=len(documents))
    write_new({
        folder / "truth.json": answers([document.name for document in documents], sown_rules, truths),
        folder / "truth.schema.json": (json.dumps(SCHEMA, ensure_ascii=False, indent=1) + "\n").encode(),
        folder / "README.txt": told.encode(),
    })  # fmt: skip


def _check_empty(folder: Path) -> None:
    fix = "chọn thư mục mới, hoặc thư mục trống"
    if folder.exists() and not folder.is_dir():
        raise UsageError(Problem(str(folder), "đây là tệp, không phải thư mục", fix))
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(Problem(str(folder), "thư mục đã có tệp: bộ này không ghi lẫn vào tệp khác", fix))
