"""What changed as lines for a person: rows of a table, data for programs, a page for a browser."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from generator.comparing.words import word_changes
from generator.records import record

_STYLE = (
    "body{font:15px/1.45 system-ui,sans-serif;max-width:72rem;margin:1.5rem auto;padding:0 1rem;color:#1b1b1b}"
    "h1{font-size:1.4rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .45rem;"
    "text-align:left;vertical-align:top}th{background:#eee}td:nth-child(3),td:nth-child(4){width:32%}"
    "tr{break-inside:avoid}thead{display:table-header-group}del{color:#8a1c1c;background:#fbe9e9}"
    "ins{color:#0b5a20;background:#e6f5e9;text-decoration:none}small{color:#555}"
    "@media print{body{font-size:10.5pt;margin:0;max-width:none}}@page{size:A4 landscape;margin:15mm}"
)
HEADS = ("Việc", "Nơi", "Trước", "Sau", "Ghi chú")


@record(frozen=True)
class Told:
    """One change: what kind, where, where it is typed in the first and the second, before, after, what else to know."""

    kind: str
    place: str
    first: str
    second: str
    before: str
    after: str
    note: str = ""
    path: str = ""

    def as_data(self) -> dict[str, str]:
        """The change for JSON, with Vietnamese keys; what is empty is left out."""
        data = {
            "viec": self.kind, "noi": self.place, "duong_dan": self.path, "nguon_truoc": self.first,
            "nguon_sau": self.second, "truoc": self.before, "sau": self.after, "ghi_chu": self.note,
        }  # fmt: skip
        return {key: value for key, value in data.items() if value or key == "viec"}


def page(title: str, told: Sequence[str], changes: Sequence[Told]) -> str:
    """The changes as one page in HTML, needing nothing from any network; ``told`` is what is said above them."""
    heads = "".join(f"<th>{name}</th>" for name in HEADS)
    lines = "".join(map(_line, changes))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>" if changes else ""
    above = "".join(f"<p>{escape(line)}</p>" for line in told)
    return (
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="vanthu">'
        f"<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>{above}{table}</body></html>\n"
    )


def _line(one: Told) -> str:
    before, after = _marked(one.before, one.after)
    sources = " → ".join(dict.fromkeys(filter(None, (one.first, one.second))))
    place = escape(one.place) + (f"<br><small>{escape(sources)}</small>" if sources else "")
    cells = (escape(one.kind), place, before, after, escape(one.note))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _marked(before: str, after: str) -> tuple[str, str]:
    """Both texts with the words marked that one of them alone has."""
    if not before or not after:
        return (f"<del>{escape(before)}</del>" if before else ""), (f"<ins>{escape(after)}</ins>" if after else "")
    old, new, at = "", "", 0
    for change in word_changes(before, after):
        same = escape(before[at : change.start])
        gone = before[change.start : change.end]
        old += same + (f"<del>{escape(gone)}</del>" if gone else "")
        new += same + (f"<ins>{escape(change.new)}</ins>" if change.new else "")
        at = change.end
    rest = escape(before[at:])
    return old + rest, new + rest
