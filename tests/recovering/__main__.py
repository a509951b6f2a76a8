"""``python -m tests.recovering``: how much of each example comes back, as the table of docs/doc-lai.md."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.dossier import load_dossier
from tests.recovering.measuring import EXAMPLES, Share, compared, dossier_values, in_docx, printed, read_again
from tests.recovering.test_examples import DOCUMENTS
from tests.recovering.test_typed_by_hand import SEEDS
from tests.recovering.typed_by_hand import habits, typed_by_hand

PAGE = Path(__file__).parents[2] / "docs" / "doc-lai.md"
BEGIN, END = "<!-- bảng đo: bắt đầu -->\n", "<!-- bảng đo: hết -->\n"


def _percent(share: Share) -> str:
    return f"{100 * share.exact:.1f}%".replace(".", ",")


def _total(shares: list[Share]) -> Share:
    return Share(
        {key: [one for share in shares for one in share[key]] for key in ("right", "wrong", "lost", "made_up")}
    )


def _row(name: str, values: list[Share], shown: list[Share]) -> str:
    of, also = _total(values), _total(shown)
    cells = [name, len(of["right"]) + len(of["wrong"]) + len(of["lost"]), _percent(of)]
    # A report made of results comes back as text: what it prints tells whether something was made up.
    cells += [_percent(also) if shown else "–", len((also if shown else of)["made_up"])]
    return f"| {' | '.join(map(str, cells))} |"


def examples() -> list[str]:
    """A line for each example: its documents read one by one."""
    lines = []
    for folder in sorted({folder for folder, _ in DOCUMENTS}):
        dossier = load_dossier(EXAMPLES / folder)
        values, shown = [], []
        for document in dossier.documents:
            beside = [one for one in dossier.documents if document.type == "biên bản" and one.type == "thông báo"]
            files = [file for one in (document, *beside) for file in in_docx(dossier, one)]
            _, again = read_again(files)
            if again is None:
                raise SystemExit(f"{folder}/{document.name}: không mở lại được")
            values.append(compared(dossier_values(dossier, document), dossier_values(again, again.documents[0])))
            shown.append(compared(printed(dossier, document), printed(again, again.documents[0])))
        lines.append(_row(folder, values, shown))
    return lines


def seeds() -> list[str]:
    """A line for each seed: all its hand-typed forms together."""
    lines = []
    for folder, name in SEEDS:
        dossier = load_dossier(EXAMPLES / folder)
        document = next(one for one in dossier.documents if one.name == name)
        values = []
        for typed in habits():
            _, again = read_again([(f"{name}.docx", typed_by_hand(dossier, document, *typed))])
            if again is not None:
                values.append(compared(dossier_values(dossier, document), dossier_values(again, again.documents[0])))
        count = len(list(habits()))
        lines.append(_row(f"{folder}, {len(values)}/{count} cách gõ tay", values, []))
    return lines


def table() -> str:
    """The table as Markdown."""
    head = "| Hồ sơ | Giá trị in ra | Đọc lại đúng | In lại đúng | Giá trị bịa thêm |\n|---|---|---|---|---|"
    return "\n".join([head, *examples(), *seeds()])


if __name__ == "__main__":
    made = table()
    sys.stdout.write(made + "\n")
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}{made}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
