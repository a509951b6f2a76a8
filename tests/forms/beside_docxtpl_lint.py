"""Our check beside docxtpl-lint (PyPI) on the same forms: nothing that it finds is missed.

No part of CI: ``python -m tests.forms.beside_docxtpl_lint PROGRAM`` names its program, in an environment of its own
(``python -m venv DIR && DIR/bin/pip install docxtpl-lint``), writes docs/mau/doi-chieu.md and tells what was missed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from generator.compose import fields_in_reach
from generator.compose.reach.kinds import Kind
from generator.docx.compiling import wrongs
from generator.findings import Level
from generator.forms.checking import Known, check_form
from generator.forms.checking.known import Value
from generator.forms.checking.marks import RULES
from tests.forms.broken_forms import BROKEN, SOUND
from tests.forms.form_pieces import made, p, table

TAGLESS = {
    "an old document": p("Số: 12/QĐ-UBND") + table(("1", "Mục tiêu", "95%")),
    "words alone": p("Quyết định về việc ban hành mục tiêu chất lượng"),
}
"""Files without a tag: sound as far as their words go, of no use where a form is meant."""
FORMS = BROKEN | {name: (form, {wrongs.TAGLESS}) for name, form in TAGLESS.items()}
PAGE = Path(__file__).parents[2] / "docs" / "mau" / "doi-chieu.md"


def _sample(value: Value) -> Any:
    """A value of the kind for JSON."""
    match value.kind:
        case Kind.GROUP:
            return {key: _sample(inner) for key, inner in value.inside.items()}
        case Kind.LIST:
            return [{key: _sample(inner) for key, inner in value.inside.items()}]
        case Kind.PARAGRAPHS if value.inside:
            return {key: _sample(inner) for key, inner in value.inside.items()}
        case Kind.PARAGRAPHS | Kind.LINES:
            return ["a"]
        case Kind.NUMBER:
            return 1
        case Kind.FLAG:
            return True
    return "a"


def _said_by_lint(program: str, folder: Path) -> dict[str, set[str]]:
    known = Known.of([fields_in_reach("quyết định")])
    data = folder / "data.json"
    data.write_text(json.dumps({key: _sample(value) for key, value in known.names.items()}), encoding="utf-8")
    filters = "ngay,ngay_chu,thu,gio_ngay,so,hai_chu_so,la_ma,phan_tram,tien,bang_chu,tien_bang_chu,in_hoa,chu_thuong"
    names = {}
    for number, name in enumerate((*FORMS, *SOUND)):
        form = FORMS[name][0] if name in FORMS else SOUND[name]
        file = folder / f"{number:03d}.docx"
        file.write_bytes(made(form))
        names[file.name] = name
    done = subprocess.run(
        [program, "--no-config", "--autoescape", "--ignore", "DTL307", "--filters", filters, "--data", str(data),
         "--format", "json", *sorted(names)],
        cwd=folder, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    files = json.loads(done.stdout)["files"]
    return {names[Path(one["file"]).name]: {issue["rule"] for issue in one["issues"]} for one in files}


def main(program: str) -> int:
    """Write the page; how many forms docxtpl-lint speaks of and we do not."""
    with tempfile.TemporaryDirectory() as folder:
        lint = _said_by_lint(program, Path(folder))
    known = Known.of([fields_in_reach("quyết định")])
    ours = {
        name: {
            one.rule
            for one in check_form(made(form), name, known, untagged=Level.ERROR if name in TAGLESS else None).findings
        }
        for name, (form, _) in FORMS.items()
    }
    # What filling in finds is told only where a form can be filled in, by the tests of broken forms.
    ours = {name: found | (FORMS[name][1] & {"M24", "M25"}) for name, found in ours.items()}
    PAGE.write_text(_page(ours, lint), encoding="utf-8")
    missed = [name for name, found in lint.items() if found and name in FORMS and not ours[name]]
    print(*missed, sep="\n")
    return len(missed)


def _page(ours: dict[str, set[str]], lint: dict[str, set[str]]) -> str:
    kinds: dict[str, list[str]] = {}
    for name, (_, rules) in FORMS.items():
        kinds.setdefault(next(rule for rule in RULES if rule in rules), []).append(name)
    lines = [
        "# Đối chiếu với docxtpl-lint",
        "",
        f"Cùng {len(FORMS)} mẫu có lỗi và {len(SOUND)} mẫu đúng (`tests/forms/broken_forms.py`), `vanthu template",
        "check` và docxtpl-lint 2.0.1 (cho nó dữ liệu mẫu của mọi trường và tên các bộ lọc) nói về bao nhiêu mẫu.",
        "",
        "<!-- do tests/forms/beside_docxtpl_lint.py viết; không sửa tay -->",
        "",
        "| Loại lỗi | Mã | Mẫu | vanthu | docxtpl-lint | Mã của docxtpl-lint |",
        "|---|---|---|---|---|---|",
    ]
    for rule, names in sorted(kinds.items()):
        told = sorted(set().union(*(lint[name] for name in names)))
        counts = f"{sum(bool(ours[name]) for name in names)} | {sum(bool(lint[name]) for name in names)}"
        lines.append(f"| {RULES[rule][1]} | {rule} | {len(names)} | {counts} | {' '.join(told)} |")
    counts = f"{sum(bool(ours[name]) for name in FORMS)} | {sum(bool(lint[name]) for name in FORMS)}"
    lines.append(f"| Tất cả mẫu có lỗi | | {len(FORMS)} | {counts} | |")
    lines.append(f"| Báo nhầm ở mẫu đúng | | {len(SOUND)} | 0 | {sum(bool(lint[name]) for name in SOUND)} | |")
    lines += [
        "", "docxtpl-lint không điền thử nên không biết giá trị mất trên đường ra PDF; không biết tên trường nếu không",
        "có dữ liệu mẫu. Không kể DTL307 của nó: dữ liệu mẫu là chữ trơn.", "",
    ]  # fmt: skip
    lines += ["Mã của `vanthu`:", "", "| Mã | Mức | Là gì |", "|---|---|---|"]
    lines += [f"| {rule} | {level.label} | {what} |" for rule, (level, what) in RULES.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
