"""Which drawings of different paragraphs cover each other: one further down may lie under one further up."""

from __future__ import annotations

from collections import defaultdict

from generator.layout.tree import Block, Box, Drawing, Gradient, Group, Paragraph, Picture
from generator.pdf.floating.rehung import reaches_up
from generator.pdf.typst.literals import pt

_OPAQUE = 6  # digits of a colour; more let through what lies under it
_NEAR = 60  # paragraphs: what stands further apart is on different pages


class Layers:
    """The drawings to be drawn with a paragraph above their own, because something of that lies over them."""

    def __init__(self) -> None:
        self._lifted: dict[int, str] = {}
        self._guests: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self._kept: list[Drawing] = []  # so that no id comes twice

    def learn(self, blocks: list[Block]) -> bool:
        """Finds such drawings among those that hang on these blocks; whether any reaches above its paragraph."""
        reaching = False
        above: list[tuple[int, list[Drawing]]] = []
        for index, block in enumerate(blocks):
            if not isinstance(block, Paragraph):
                continue
            hung = [
                item for item in block.items if isinstance(item, Drawing) and item.anchor and not item.anchor.behind
            ]
            for drawing in hung:
                over = self._over(drawing, [held for at, held in above if index - at < _NEAR])
                if over is not None and _hides(drawing) and id(drawing) not in self._lifted:
                    name = self._lifted[id(drawing)] = f"under{len(self._lifted)}"
                    self._guests[id(over)].append((_order(drawing), name))
                    self._guests[id(over)].sort()
                    self._kept += [drawing, over]
            if hung:
                above.append((index, hung))
                reaching = reaching or any(map(reaches_up, hung))
        return reaching

    @staticmethod
    def _over(drawing: Drawing, above: list[list[Drawing]]) -> Drawing | None:
        """The lowest of the drawings over this one, in the first paragraph that has any."""
        for held in above:
            over = [one for one in held if _order(one) > _order(drawing)]
            if over:
                return min(over, key=_order)
        return None

    def marks(self, host: Drawing) -> list[str]:
        """Code that marks the corner of the paragraph that a drawing hangs on, for what is drawn under it."""
        return [f"place(top + left, [#metadata(none)<{name}-over>])" for _, name in self._guests.get(id(host), ())]

    def under(self, host: Drawing) -> list[str]:
        """Code of the drawings from further down that this one covers."""
        return [
            f"context {{ let drawn = query(<{name}>).filter({_HERE}); let over = query(<{name}-over>).filter({_HERE}); "
            "if drawn.len() > 0 and over.len() > 0 { let (x, y, absolute, body) = drawn.first().value; "
            "let at = drawn.first().location().position(); let from = over.last().location().position(); "
            "place(top + left, dx: at.x - from.x + x, dy: (if absolute { y } else { at.y + y }) - from.y, body) } }"
            for _, name in self._guests.get(id(host), ())
        ]

    def lifts(self, drawing: Drawing) -> bool:
        """Whether the drawing is drawn further up."""
        return id(drawing) in self._lifted

    def lifted(self, drawing: Drawing, x: float, y: float, absolute: bool, body: str, own: str) -> str:
        """Code of a drawing that is drawn further up, unless that is another page; ``own`` draws it where it hangs."""
        name = self._lifted.get(id(drawing))
        if name is None:
            return own
        return (
            f"place(top + left, [#metadata(({pt(x)}, {pt(y)}, {'true' if absolute else 'false'}, {body}))<{name}>]); "
            f"context if query(<{name}-over>).filter({_HERE}).len() == 0 {{ {own} }}"
        )


_HERE = "held => held.location().page() == here().page()"


def _order(drawing: Drawing) -> int:
    return drawing.anchor.order if drawing.anchor is not None else 0


def _dense(fill: str | Gradient | None) -> bool:
    return len(fill) == _OPAQUE if isinstance(fill, str) else fill is not None


def _hides(drawing: Drawing) -> bool:
    """Whether what lies under a drawing is covered by it."""
    content = drawing.content
    if isinstance(content, Group):
        return any(_hides(part) for _, _, part in content.parts)
    return isinstance(content, Picture) or (isinstance(content, Box) and _dense(content.fill))
