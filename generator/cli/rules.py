"""``vanthu rules``: what documents are judged by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.service.rules import Entry


@click.command(options_metavar="[TÙY CHỌN]", help="Liệt kê quy tắc xét văn bản; có MÃ thì xem trang của quy tắc ấy.")
@click.argument("id_", metavar="[MÃ]", required=False)
@click.option("--json", "as_json", is_flag=True, help="In JSON.")
def command(id_: str | None, as_json: bool) -> None:
    """Print the list of rules, or the page of one."""
    from generator.service.rules import GROUP_NAMES, ROOMS, rule, rules

    entries = [rule(id_)] if id_ else rules()
    if as_json:
        import json

        data = [
            {
                "ma": entry.rule.id,
                "nhom": GROUP_NAMES[entry.rule.group],
                "muc": entry.rule.level.label,
                "xu_ly": entry.rule.treatment,
                "dieu_khoan": entry.rule.clause,
                "trang": entry.page,
            }
            for entry in entries
        ]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif id_:
        (entry,) = entries
        clause = f"; {entry.rule.clause}" if entry.rule.clause else ""
        click.echo(f"{entry.rule.id} [{_level(entry)}{clause}]\n\n{entry.page}")
    else:
        for name, label in GROUP_NAMES.items():
            click.echo(f"{label}:")
            room = ""
            for entry in entries:
                if entry.rule.group != name:
                    continue
                if entry.rule.room != room:
                    room = entry.rule.room
                    click.echo(f" {ROOMS[room]}:")
                click.echo(f"  {entry.rule.id:24} {_level(entry):10} {entry.title}")
        click.echo("Xem một quy tắc: vanthu rules MÃ. Đổi mức, bỏ qua kèm lý do: quy_tac trong ho-so.yaml.")


def _level(entry: Entry) -> str:
    return entry.rule.level.label if entry.rule.treatment == "báo" else entry.rule.treatment
