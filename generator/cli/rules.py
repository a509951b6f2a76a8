"""``vanthu rules``: what documents are judged by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.service.rules import Entry, FormRule


@click.command(options_metavar="[TÙY CHỌN]", help="Liệt kê quy tắc xét văn bản; có MÃ thì xem trang của quy tắc ấy.")
@click.argument("id_", metavar="[MÃ]", required=False)
@click.option("--json", "as_json", is_flag=True, help="In JSON.")
def command(id_: str | None, as_json: bool) -> None:
    """Print the list of rules, or the page of one."""
    from generator.service.rules import FORMS, GROUP_NAMES, ROOMS, form_rules, rule, rules

    if as_json:
        import json

        shown: list[Entry | FormRule] = [rule(id_)] if id_ else [*rules(), *form_rules()]
        click.echo(json.dumps([_data(one) for one in shown], ensure_ascii=False, indent=2))
    elif id_:
        click.echo(_page(rule(id_)))
    else:
        entries = rules()
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
        click.echo(f"{FORMS}:")
        for one in form_rules():
            click.echo(f"  {one.id:24} {one.level.label:10} {one.title}")
        click.echo("Xem một quy tắc: vanthu rules MÃ. Đổi mức, bỏ qua kèm lý do: quy_tac trong ho-so.yaml.")


def _data(one: Entry | FormRule) -> dict[str, str]:
    """What a program is told of a rule."""
    from generator.service.rules import FORMS, GROUP_NAMES, FormRule

    if isinstance(one, FormRule):
        id_, group, level, treatment, clause, page = one.id, FORMS, one.level, "báo", "", one.title
    else:
        id_, group, level = one.rule.id, GROUP_NAMES[one.rule.group], one.rule.level
        treatment, clause, page = one.rule.treatment, one.rule.clause, one.page
    return {"ma": id_, "nhom": group, "muc": level.label, "xu_ly": treatment, "dieu_khoan": clause, "trang": page}


def _page(one: Entry | FormRule) -> str:
    """The page of a rule as a person reads it."""
    from generator.service.rules import FORMS, FormRule

    if isinstance(one, FormRule):
        return f"{one.id} [{one.level.label}]\n\n{one.title}\n\n{FORMS}; docs/mau.md"
    clause = f"; {one.rule.clause}" if one.rule.clause else ""
    return f"{one.rule.id} [{_level(one)}{clause}]\n\n{one.page}"


def _level(entry: Entry) -> str:
    return entry.rule.level.label if entry.rule.treatment == "báo" else entry.rule.treatment
