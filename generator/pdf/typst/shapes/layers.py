"""Which drawings cover each other, or lie under text: one further down may lie under what stands further up."""

from __future__ import annotations

from collections import defaultdict

from generator.layout.tree import Block, Box, Drawing, Gradient, Group, Paragraph, Picture
from generator.pdf.floating.beneath import host, hosts, hung, is_beneath
from generator.pdf.floating.rehung import reaches_up
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.literals import pt

_OPAQUE = 6  # digits of a colour; more let through what lies under it
_NEAR = 60  # paragraphs: what stands further apart is on different pages


class Layers:
    """The drawings to be drawn with a paragraph above their own, because something of that lies over them."""

    def __init__(self) -> None:
        self._lifted: dict[int, str] = {}
        self._guests: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self._hosts: set[int] = set()
        self._kept: list[Drawing] = []  # so that no id comes twice

    def learn(self, blocks: list[Block]) -> bool:
        """Finds such drawings among those that hang on these blocks; whether any reaches above its paragraph."""
        reaching = False
        above: list[tuple[int, list[Drawing]]] = []
        for index, block in enumerate(blocks):
            if not isinstance(block, Paragraph):
                continue
            held_here = [
                item for item in block.items if isinstance(item, Drawing) and item.anchor and not item.anchor.behind
            ]
            for drawing in held_here:
                over = self._over(drawing, [held for at, held in above if index - at < _NEAR])
                if over is not None and _hides(drawing) and id(drawing) not in self._lifted:
                    name = self._lifted[id(drawing)] = f"under{len(self._lifted)}"
                    self._guests[id(over)].append((_order(drawing), name))
                    self._guests[id(over)].sort()
                    self._kept += [drawing, over]
            if held_here:
                above.append((index, held_here))
                reaching = reaching or any(map(reaches_up, held_here))
        return reaching

    def laid_under(self, blocks: list[Block], width: float, faces: Faces) -> list[Block]:
        """The blocks, whose text is drawn over the drawings behind it that hang further down, on the same page."""
        made = list(blocks)
        for index, block in enumerate(blocks):
            for drawing in block.items if isinstance(block, Paragraph) else ():
                if not isinstance(drawing, Drawing) or not is_beneath(drawing) or not _hides(drawing):
                    continue
                found = hosts(blocks, index, -drawing.anchor.y if drawing.anchor else 0.0, width, faces)
                if not found or id(drawing) in self._lifted:
                    continue
                name = self._lifted[id(drawing)] = f"under{len(self._lifted)}"
                for at in found:
                    held = host()
                    self._hosts.add(id(held))
                    self._guests[id(held)].append((_order(drawing), name))
                    self._kept += [drawing, held]
                    made[at] = hung(made[at], held)
        return made

    def is_host(self, drawing: Drawing) -> bool:
        """Whether the drawing is nothing but the place where others are drawn."""
        return id(drawing) in self._hosts

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
            f"context {{ let drawn = query(<{name}>).filter({_HERE}); "
            f"let over = query(selector(<{name}-over>).before(here())).filter({_HERE}); "
            "if drawn.len() > 0 and over.len() == 1 { let (x, y, absolute, body) = drawn.first().value; "
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
