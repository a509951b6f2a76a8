"""What the expressions of tags mean by the catalogue of fields: unknown names, loops over no list, wrong printing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jinja2 import nodes

from generator.compose.reach.kinds import Kind
from generator.docx.compiling import wrongs
from generator.docx.sandbox import GLOBAL_LIST
from generator.docx.sandbox.filters import FILTER_LIST
from generator.docx.sandbox.methods import METHOD_NAMES
from generator.docx.sandbox.vietnamese import VIETNAMESE
from generator.forms.checking import marks
from generator.forms.checking.comparing import never_meant
from generator.forms.checking.known import FLAG, NUMBER, TEXT, Known, Value
from generator.forms.checking.reckoning import never_filtered, never_joined, never_reckoned, never_signed, sum_of
from generator.wording.nearest import did_you_mean

Tell = Callable[[str, str, str], None]
"""Notes a finding: its rule, what is wrong, what to do."""

_KEEPING = frozenset(["sort", "reverse", "unique", "list", "select", "reject", "selectattr", "rejectattr"])
_ONE = frozenset(["first", "last", "min", "max"])
_COUNTS = frozenset(["length", "count", "wordcount", "int", "float", "round", "sum", "abs"])
_TEXTS = frozenset(
    ["join", "string", "upper", "lower", "title", "capitalize", "trim", "truncate", "replace", "format", "e", "escape"]
)
_SINGLE = frozenset({Kind.TEXT, Kind.RICH, Kind.NUMBER, Kind.DAY, Kind.MOMENT, Kind.FLAG, Kind.TABLE, Kind.RULE})
_BY_FIELD = frozenset(["map", "sort", "groupby", "unique", "min", "max", "sum"])  # attribute=…
_FIRST_IS_FIELD = frozenset(["selectattr", "rejectattr", "groupby"])
_COUNTED = dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth", "depth0"), NUMBER)
_LOOP = Value(
    Kind.GROUP,
    "loop",
    {**_COUNTED, "first": FLAG, "last": FLAG, "changed": FLAG}
    | dict.fromkeys(("previtem", "nextitem", "cycle"), Value()),
)
_UNGIVEN = Value()
_OF_DAYS = frozenset({"day", "month", "year", "hour", "minute", "second"})


class Meaning:
    """The names in reach at one place of a form, and what an expression there stands for."""

    def __init__(self, known: Known, asked: Iterable[str], tell: Tell) -> None:
        self._known = known
        self._asked = frozenset(asked)
        self._tell = tell
        self._meant: dict[tuple[str, tuple[str, ...]], str] = {}
        self._scopes: list[dict[str, Value | None]] = [dict.fromkeys(GLOBAL_LIST)]

    def loop(self, node: nodes.For) -> None:
        """Goes into a loop."""
        value = self.of(node.iter)
        scope: dict[str, Value | None] = {"loop": _LOOP}
        if value is not None and value.kind in _SINGLE:
            what = f"vòng lặp qua {_called(node.iter)} là {value.kind}, không phải danh sách{_letters(value)}"
            self._tell(marks.NO_LIST, what, "bỏ vòng lặp, hoặc lặp qua một danh sách")
        elif value is not None and value.kind is Kind.GROUP:
            what = f"vòng lặp qua {_called(node.iter)} là nhóm trường, không phải danh sách"
            self._tell(marks.NO_LIST, what, "ghi từng trường của nhóm, bỏ vòng lặp")
        item = value.item if value is not None else None
        single = isinstance(node.target, nodes.Name)
        for name in _targets(node.target):
            scope[name] = item if single else None
        self._scopes.append(scope)
        if node.test is not None:
            self.of(node.test)

    def end_loop(self) -> None:
        """Goes out of the innermost loop."""
        if len(self._scopes) > 1:
            self._scopes.pop()

    def assign(self, node: nodes.Assign) -> None:
        """Takes up the names that ``set`` gives."""
        value = self.of(node.node)
        for name in _targets(node.target):
            self._scopes[-1][name] = value if isinstance(node.target, nodes.Name) else None

    def of(self, node: nodes.Node, *, asked: bool = False) -> Value | None:
        """What the expression stands for, None where that is not known; what is wrong in it is told."""
        match node:
            case nodes.Name():
                return self._name(node.name, asked)
            case nodes.Getattr(node=nodes.Name(name=name)) if not asked and self._given(name) is _UNGIVEN:
                return self._name(name, asked, node.attr)
            case nodes.Getattr():
                return self._field(self.of(node.node, asked=asked), node.attr, asked)
            case nodes.Getitem():
                return self._item(node, asked)
            case nodes.Const():
                kinds = ((bool, FLAG), (str, TEXT), (int, NUMBER))
                return next((value for kind, value in kinds if isinstance(node.value, kind)), None)
            case nodes.Filter():
                return self._filtered(node, asked)
            case nodes.Test():
                self.of(node.node, asked=asked or node.name in ("defined", "undefined"))
                self._rest(node.args)
                return FLAG
            case nodes.Call():
                return self._call(node)
            case nodes.Or() | nodes.And():
                left = self.of(node.left, asked=asked)
                self.of(node.right, asked=asked)
                return left
            case nodes.CondExpr():
                self.of(node.test)
                left = self.of(node.expr1)
                if node.expr2 is not None:
                    self.of(node.expr2)
                return left
            case nodes.Compare():
                self._compared(node)
                return FLAG
            case nodes.Not():
                self._rest(node.iter_child_nodes())
                return FLAG
            case nodes.BinExpr():
                return self._reckoned(node)
            case nodes.Neg() | nodes.Pos():
                side = (node.node, self.of(node.node), _called(node.node))
                self._told(never_signed(side))
                return NUMBER
            case nodes.Concat():
                for one in node.nodes:
                    self._told(never_joined((one, self.of(one), _called(one))))
                return TEXT
        self._rest(node.iter_child_nodes())
        return None

    def _compared(self, node: nodes.Compare) -> None:
        """Goes through a comparison; sides that cannot be set beside each other are told."""
        sides = [(one, self.of(one), _called(one)) for one in (node.expr, *(one.expr for one in node.ops))]
        for first, second, one in zip(sides, sides[1:], node.ops, strict=False):
            self._told(never_meant((first, second), one.op))

    def _reckoned(self, node: nodes.BinExpr) -> Value | None:
        """Goes through a sum; sides of which nothing can come out are told, and names parted by a dash."""
        if node.operator == "-" and (meant := self._dashed(node)):
            self._tell(marks.UNKNOWN, f"không có trường “{meant.replace('_', '-')}”", f"viết {meant}")
            return None
        left, right = ((one, self.of(one), _called(one)) for one in (node.left, node.right))
        self._told(never_reckoned(node.operator, left, right))
        return sum_of(node.operator, left[1], right[1])

    def _dashed(self, node: nodes.BinExpr) -> str:
        """The field whose name is written with dashes, ho-ten; empty where a difference is meant."""
        parts: list[str] = []
        inner: nodes.Node = node
        while isinstance(inner, nodes.Sub) and isinstance(inner.right, nodes.Name):
            parts.insert(0, inner.right.name)
            inner = inner.left
        if isinstance(inner, nodes.Getattr) and isinstance(inner.node, nodes.Name):
            around, last = self._given(inner.node.name), "_".join((inner.attr, *parts))
            return f"{inner.node.name}.{last}" if around is not None and last in around.inside else ""
        name = "_".join((inner.name, *parts)) if isinstance(inner, nodes.Name) else ""
        return name if name and self._given(name) not in (None, _UNGIVEN) else ""

    def _told(self, wrong: Iterable[tuple[str, str]]) -> None:
        for what, fix in wrong:
            self._tell(wrongs.SYNTAX, what, fix)

    def _rest(self, inner: Iterable[nodes.Node]) -> None:
        for one in inner:
            self.of(one)

    def _given(self, name: str) -> Value | None:
        """What the name stands for here; ``_UNGIVEN`` where it is none."""
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        if name in self._known.names:
            return self._known.names[name]
        return None if name in self._known.open_ else _UNGIVEN

    def _loops(self, path: str, name: str) -> str:
        """The tags that go through the list at the path by that name, from the loops around the place."""
        around = [(one, value) for scope in self._scopes for one, value in scope.items() if value and value.path]
        held = next((own for own in reversed(around) if path.startswith(f"{own[1].path}.")), None)
        first, *deeper = path.removeprefix(f"{held[1].path}." if held else "").split("[].")
        through, loops = f"{held[0]}.{first}" if held else first, ""
        for one in deeper:
            loops, through = f"{loops}{{% for nhom in {through} %}} ", f"nhom.{one}"
        return f"{loops}{{% for {name} in {through} %}} … {'{% endfor %}' * (1 + len(deeper))}"

    def _name(self, name: str, asked: bool, read: str = "") -> Value | None:
        """What the name stands for; ``read`` is the field of it that is read."""
        given = self._given(name)
        if given is not _UNGIVEN:
            return given
        if name.startswith("_"):
            self._tell(marks.UNSAFE, f"không được dùng “{name}” trong mẫu", "chỉ dùng các trường của dữ liệu")
            return None
        here = tuple(one for scope in self._scopes for one in scope if one not in GLOBAL_LIST)
        lists = self._known.lists_with(read) if read else []
        around = [value.path for scope in self._scopes for value in scope.values() if value and value.path]
        lists = [one for one in lists if any(one.startswith(f"{path}.") for path in around)] or lists
        if (name, here) not in self._meant:  # a form may read one wrong name a thousand times
            self._meant[name, here] = self._known.nearest(name, here)
        close = self._meant[name, here]
        fix = f"có phải là “{close}”?" if close else "xem các trường: vanthu template fields LOẠI"
        if len(lists) == 1 and not close:
            fix = f"“{read}” là của từng mục trong danh sách, đặt trong vòng lặp: {self._loops(lists[0], name)}"
        if asked or name in self._asked:
            what = f"không có trường “{name}”: chỗ này luôn in giá trị thay"
            self._tell(marks.GUARDED, what, fix)
        else:
            self._tell(marks.UNKNOWN, f"không có trường “{name}”", fix)
        return None

    def _field(self, around: Value | None, name: str, asked: bool) -> Value | None:
        if name.startswith("_"):
            self._tell(marks.UNSAFE, f"không được dùng “{name}” trong mẫu", "chỉ dùng các trường của dữ liệu")
            return None
        if around is None or around.kind is None or (name in METHOD_NAMES and name not in around.inside):
            return None
        if name in around.inside and around.kind is not Kind.LIST:
            return around.inside[name]
        if around.kind in (Kind.DAY, Kind.MOMENT) and name in _OF_DAYS:
            return NUMBER
        where = f"“{around.path}”" if around.path else "giá trị này"
        if around.kind is Kind.LIST and name in around.inside:
            loops = self._loops(around.path, "mot").replace("…", f"{{{{ mot.{name} }}}}")
            fix = f"dùng trong vòng lặp: {loops}"
            self._tell(marks.UNKNOWN, f"{where} là danh sách, không đọc thẳng “{name}” được", fix)
            return None
        close = did_you_mean(name, around.inside)
        having = f"đang có: {', '.join(around.inside)}" if around.inside else f"bỏ “.{name}”: {where} là {around.kind}"
        fix = f"có phải là “{close[0]}”?" if close else having
        self._tell(marks.GUARDED if asked else marks.UNKNOWN, f"không có “{name}” trong {where}", fix)
        return None

    def _item(self, node: nodes.Getitem, asked: bool) -> Value | None:
        around = self.of(node.node, asked=asked)
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if isinstance(key, str):
            return self._field(around, key, asked)
        self.of(node.arg)
        if isinstance(node.arg, nodes.Slice):
            return around
        return around.item if around is not None else None

    def _filtered(self, node: nodes.Filter, asked: bool) -> Value | None:
        given = node.node
        value = None if given is None else self.of(given, asked=asked or node.name in ("default", "d"))
        self._rest(node.args)
        self._rest(pair.value for pair in node.kwargs)
        self._attribute(node, value, asked)
        if given is not None:
            of_fields = any(pair.key == "attribute" for pair in node.kwargs)
            self._told(never_filtered(node.name, (given, value, _called(given)), of_fields=of_fields))
        if node.name in _KEEPING or node.name in ("default", "d"):
            return value
        if node.name in _ONE:
            return value.item if value is not None else None
        if node.name in _COUNTS:
            return NUMBER
        if node.name in _TEXTS or node.name in VIETNAMESE:
            return TEXT
        return None

    def _attribute(self, node: nodes.Filter, value: Value | None, asked: bool) -> None:
        """Goes to the field of each item that a filter is told by its name: ``map(attribute='ten')``."""
        named = [pair.value for pair in node.kwargs if node.name in _BY_FIELD and pair.key == "attribute"]
        named += node.args[:1] if node.name in _FIRST_IS_FIELD else []
        for one in named:
            around = value.item if value is not None else None
            path = one.value if isinstance(one, nodes.Const) else None
            for name in path.split(".") if isinstance(path, str) else ():
                if not name.isdecimal():
                    around = self._field(around, name, asked)

    def _call(self, node: nodes.Call) -> Value | None:
        called = node.node
        self._rest(node.args)
        self._rest(pair.value for pair in node.kwargs)
        if isinstance(called, nodes.Getattr):
            self.of(called.node)
            if called.attr not in METHOD_NAMES or called.attr.startswith("_"):
                close = did_you_mean(called.attr, METHOD_NAMES)
                fix = f"có phải là “{close[0]}”?" if close else "bỏ dấu ngoặc () và chỉ đọc trường, hoặc dùng bộ lọc"
                self._tell(marks.UNSAFE, f"không được gọi “{called.attr}(…)” trong mẫu", fix)
            return None
        if isinstance(called, nodes.Name) and called.name not in GLOBAL_LIST:
            as_filter = called.name in FILTER_LIST
            fix = f"viết dạng bộ lọc: {{{{ … | {called.name} }}}}" if as_filter else "chỉ gọi được range, dict"
            self._tell(marks.UNSAFE, f"không được gọi “{called.name}(…)” trong mẫu", fix)
            return None
        self.of(called)
        return None


def printed_wrongly(prefix: str, expression: nodes.Node, value: Value | None) -> Iterator[tuple[str, str]]:
    """What is wrong where a tag of the prefix prints the value, and what to do."""
    if value is None or value.kind is None or not value.path:
        return
    said, kind = _called(expression), value.kind
    if prefix == "p":
        if kind not in (Kind.TABLE, Kind.RULE):
            yield f"{said} là {kind}, không phải bảng", "dùng {{ … }} hoặc {{r … }} để in chữ"
    elif kind in (Kind.TABLE, Kind.RULE):
        yield f"{said} là {kind}, không in trong chữ được", "viết {{p … }} thay cho {{ … }}"
    elif kind is Kind.FLAG:
        yield f"{said} là có hoặc không, không in thành chữ", "dùng {% if … %} … {% endif %}"
    elif kind is Kind.PARAGRAPHS or (kind is Kind.LIST and not value.is_said_whole):
        yield f"{said} là {kind}, không in cả danh sách được", "dùng vòng lặp {% for … %}, hoặc bộ lọc join"
    elif kind is Kind.GROUP and not value.is_said_whole:
        fields = f", đang có: {', '.join(value.inside)}" if value.inside else ""
        yield f"{said} là {kind}, không in cả nhóm được", f"ghi từng trường của nhóm{fields}"


def _called(node: nodes.Node) -> str:
    match node:
        case nodes.Name():
            return f"“{node.name}”"
        case nodes.Getattr(node=nodes.Name() as base):
            return f"“{base.name}.{node.attr}”"
        case nodes.Getattr():
            return f"“{node.attr}”"
        case nodes.Const():
            return f"“{node.value}”"
    return "biểu thức"


def _letters(value: Value) -> str:
    return ": mỗi chữ cái thành một lượt" if value.kind in (Kind.TEXT, Kind.RICH) else ""


def _targets(target: nodes.Node) -> list[str]:
    return [target.name] if isinstance(target, nodes.Name) else [one.name for one in target.find_all(nodes.Name)]
