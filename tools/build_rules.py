"""Write docs/quy-tac: every rule documents are judged by, from its own file and the file of its cases beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.forms.checking import marks
from generator.rules.base import Entry
from generator.rules.catalogue import GROUPS, ROOMS, cases_file, form_room, group, published

FOLDER = Path(__file__).parent.parent / "docs" / "quy-tac"
FILES = {"law": "can-cu.md", "wording": "loi-van.md", "data": "du-lieu.md", "figures": "so-lieu.md"}
TITLES = {
    "law": "Căn cứ, viện dẫn, đơn vị hành chính",
    "wording": "Lời văn",
    "data": "Dữ liệu, thể thức",
    "figures": "Kết quả, chỉ tiêu, tiến độ",
}
_OF_FILES = ("form", "law", "wording")  # the rules of the other groups read dossiers
COVERAGE = Path(__file__).parent / "coverage.yml"
COVERAGE_FILE = "bao-phu.md"
_COVERAGE_INTRODUCTION = """# Độ bao phủ

Mỗi quy tắc của Nghị định 30/2020/NĐ-CP mà chương trình biết, theo mã: chương trình soạn đúng bằng cách nào, `vanthu
check` xét bằng quy tắc nào, và vì sao một tệp Word không cho biết, hay không cho biết hết. Trang này do
`tools/build_rules.py` viết từ `tools/coverage.yml` và từ các quy tắc đang có.

- «theo mẫu»: mẫu văn bản của chương trình đã có sẵn; «tự soạn»: chương trình viết ra từ dữ liệu; «xét hồ sơ»: người
  khai viết, chương trình nêu chỗ sai khi tạo văn bản.
- Ô trống ở cột «Soạn»: chương trình không soạn thành phần ấy, hoặc in đúng như người khai viết.
"""
_SHOWN = 2  # cases of each kind on a page; the file has them all
_INTRODUCTION = """# Quy tắc

Văn bản được xét theo những quy tắc dưới đây. Mỗi quy tắc là một tệp trong `generator/rules/`, được nhận ra vì có ở đó;
trang của nó và các trường hợp mẫu nằm ngay trong thư mục ấy. Trang này do `tools/build_rules.py` viết.

Mức ghi ở đây là mức thường dùng; một quy tắc có thể nói nhẹ hơn ở chỗ ít quan trọng hơn (trang của nó nói rõ). Cột điều
khoản bỏ trống nghĩa là không điều khoản nào nói riêng: trang của quy tắc nói nó dựa vào đâu.

Quy tắc nào của Nghị định 30 được soạn đúng, được xét, không xét được: [độ bao phủ](bao-phu.md).

## Đổi mức, bỏ qua

`lỗi` giữ lại văn bản đã có số, ngày (mã thoát 6); bản dự thảo vẫn tạo. `cảnh báo`, `thông tin` chỉ nói ra. Cơ quan
đặt lại ở `quy_tac` của `ho-so.yaml` (bảng tính: sheet `Quy tắc`), cho cả hồ sơ hoặc riêng một văn bản; dòng của riêng
văn bản thắng dòng của cả hồ sơ:

```yaml
quy_tac:
  - ma: thu-tu            # theo `vanthu rules`
    muc: bỏ qua           # lỗi, cảnh báo, thông tin, bỏ qua
    ly_do: Xếp theo mẫu của Sở Nội vụ
  - ma: trich-yeu-dau-cham
    muc: lỗi              # từ nay giữ văn bản lại
  - ma: so-co-nam
    muc: bỏ qua
    ly_do: Số 2026 là số thứ tự thật
    van_ban: quyet-dinh   # tên tệp trong van-ban/
```

- Bỏ qua, hạ mức phải có `ly_do`. Phát hiện vẫn được liệt kê, kèm lý do.
- Lỗi được bỏ qua hay hạ mức thì văn bản được tạo, và lý do ghi vào thuộc tính `Lỗi đã bỏ qua` của tệp, như khi
  `--force`.
- Quy tắc về lời văn nâng thành lỗi thì giữ những văn bản có in chữ ấy; quy tắc so nhiều chỗ với nhau (`LV18`, `LV19`)
  giữ được mọi văn bản của hồ sơ, trừ khi ghi `van_ban`.
- Mã hay tên văn bản không có, hai dòng trái nhau, quy tắc tự sửa hoặc từ chối ngay khi đọc: được nói ra
  (`quy-tac-khong-co`).
"""


def pages() -> dict[str, str]:
    """Every page by its file name."""
    shown = [(TITLES[name], FILES[name], list(group(name).values())) for name in GROUPS if group(name)]
    shown += [
        (f"Thể thức: {label}", f"the-thuc-{room.replace('_', '-')}.md", list(form_room(room).values()))
        for room, label in ROOMS.items()
        if form_room(room)
    ]
    index = [_INTRODUCTION, *(_table(*one) for one in shown), _of_forms()]
    return {"README.md": "\n".join(index), COVERAGE_FILE: coverage(_homes(shown))} | {
        file: _page(title, entries) for title, file, entries in shown
    }


def _homes(shown: list[tuple[str, str, list[Entry]]]) -> dict[str, str]:
    """A link to the page of each rule by its id."""
    return {
        entry.rule.id: f"[`{entry.rule.id}`]({file}#{_anchor(entry)})"
        for _, file, entries in shown
        for entry in entries
    }


def covered() -> dict[str, tuple[dict[str, Any], list[str]]]:
    """Each rule of the decree by its id: what is said of it, and the ids of the rules that check a Word file for it."""
    known = {id_ for id_, entry in published().items() if entry.rule.group in _OF_FILES}
    groups: list[dict[str, Any]] = yaml.safe_load(COVERAGE.read_text(encoding="utf-8"))
    said = {one["ma"]: one | {"nhom": group["nhom"]} for group in groups for one in group["quy_tac"]}
    return {id_: (one, [rule for rule in (id_, *one.get("boi", ())) if rule in known]) for id_, one in said.items()}


def coverage(homes: dict[str, str]) -> str:
    """The page that says how far each rule of the decree is kept and checked."""
    every = covered()
    checked = sum(bool(by) for _, by in every.values())
    made = sum("tao" in one for one, _ in every.values())
    lines = [_COVERAGE_INTRODUCTION, f"Tất cả {len(every)} quy tắc: soạn {made}, xét tệp Word {checked}.\n"]
    group = ""
    for id_, (one, by) in every.items():
        if one["nhom"] != group:
            group = one["nhom"]
            heading = "| Mã | Về | Soạn | Xét tệp Word | Không xét được, hoặc không hết, vì |"
            lines += [f"\n## {group}\n", heading, "|---|---|---|---|---|"]
        links = ", ".join(homes[rule] for rule in by)
        lines.append(f"| `{id_}` | {one['noi']} | {one.get('tao', '')} | {links} | {one.get('vi', '')} |")
    return "\n".join(lines) + "\n"


def _table(title: str, file: str, entries: list[Entry]) -> str:
    rows = [f"## [{title}]({file})\n", "| Mã | Mức | Điều khoản | Quy tắc |", "|---|---|---|---|"]
    for entry in entries:
        link = f"[`{entry.rule.id}`]({file}#{_anchor(entry)})"
        rows.append(f"| {link} | {_level(entry)} | {entry.rule.clause} | {entry.title} |")
    return "\n".join(rows) + "\n"


def _of_forms() -> str:
    """The rules that the agency's own forms are held against."""
    rows = ["## Mẫu Word của cơ quan\n", "Xét bằng `vanthu template check`: [mau.md](../mau.md).\n"]
    rows += ["| Mã | Mức | Quy tắc |", "|---|---|---|"]
    rows += [f"| `{id_}` | {level.label} | {title} |" for id_, (level, title) in sorted(marks.RULES.items())]
    return "\n".join(rows) + "\n"


def _page(title: str, entries: list[Entry]) -> str:
    return "\n".join([f"# {title}\n", *map(_of, entries)])


def _of(entry: Entry) -> str:
    clause = f" · {entry.rule.clause}" if entry.rule.clause else ""
    title, *paragraphs = entry.page.split("\n\n")
    parts = [f'<a id="{_anchor(entry)}"></a>\n', f"## `{entry.rule.id}` · {_level(entry)}{clause}\n", f"{title}\n"]
    for paragraph in paragraphs:
        heading, _, rest = paragraph.partition(":")
        parts.append(f"**{heading}:**{rest}\n")
    return "\n".join([*parts, *_cases(entry)])


def _anchor(entry: Entry) -> str:
    return entry.rule.id.lower().replace(".", "-")


def _level(entry: Entry) -> str:
    """What a reader is told: what is done about it where it is not merely said, else how grave it is."""
    rule = entry.rule
    return rule.level.label if rule.treatment == "báo" else rule.treatment


def _cases(entry: Entry) -> list[str]:
    if not cases_file(entry).exists():
        return []
    found: dict[str, list[Any]] = yaml.safe_load(cases_file(entry).read_text(encoding="utf-8"))
    lines = ["| | Trường hợp mẫu |", "|---|---|"]
    for kind, label in (("sai", "bị nêu"), ("dung", "không bị nêu")):
        lines += [f"| {label} | {_case(case)} |" for case in found[kind][:_SHOWN]]
    return [*lines, ""]


def _case(case: Any) -> str:
    if not isinstance(case, dict):
        return " · ".join(_quoted(text) for text in ([case] if isinstance(case, str) else case))
    if "trong_tep" in case:
        shown = "".join(char if char.isprintable() else f"[U+{ord(char):04X}]" for char in case["trong_tep"])
        return f"trong tệp Word: {_quoted(shown)}"
    if "loi_van" in case:
        said = " ".join(_quoted(line) for line in case["loi_van"].splitlines())
    elif "doan" in case:
        said = " · ".join(_quoted(text) for text in case["doan"].values())
    else:
        changed = case.get("sua") or {}
        listed = [changed] if isinstance(changed, dict) else changed  # a list of changes of a Word file, or of fields
        changes = [item for change in listed if "tep" not in change for item in change.items()]
        files = dict.fromkeys(f"sửa trong `{change['tep']}`" for change in listed if "tep" in change)
        listing = [*(f"`{path}`: {_quoted(value)}" for path, value in changes), *files]
        said = " · ".join([f"hồ sơ mẫu `{case['nen']}`", *listing])
    day = case.get("ngay")
    about = [f"ngày {day:%d/%m/%Y}"] if isinstance(day, date) else []
    about += [case["vi"]] if "vi" in case else []
    return f"{said} ({'; '.join(about)})" if about else said


def _quoted(value: object) -> str:
    if isinstance(value, dict):
        return "«" + ", ".join(f"{key}: {one}" for key, one in value.items()) + "»"
    text = "bỏ trống" if value is None else " ".join(str(value).split())
    return "«" + text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*") + "»"


def main() -> None:
    """Write the pages, and remove those no longer made."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
