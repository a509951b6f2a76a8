"""Pages of several kinds that leave unequal room for text: the page setting gives all the larger room.

They are odd and even ones with unequal headers or footers, or those before and behind the beginnings of sections with
other margins. A page of another kind takes some of it back by floats without height, which must be called for by a
block that begins on it. Typst settles in a few rounds which block that is.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.pdf.typst.literals import pt
from generator.records import record

UNEVEN_HEADERS = "đầu trang chẵn và đầu trang lẻ cao khác nhau"
UNEVEN_FOOTERS = "chân trang chẵn và chân trang lẻ cao khác nhau"
_HELD = "block(height: 0pt, [#metadata(none)<vanthu-room>])"
EQUAL = 1.5  # points that two headers may differ in height
_SPACES = ("v(", "pagebreak(", "colbreak(")  # before them a page may still end
# The first block of a page, but one on its top edge may have been met on the page before, and moved: then the second.
_CALLERS = (
    "let callers() = { let found = (:); for mark in query(<vanthu-start>) { "
    "let (page, y) = (str(mark.location().page()), mark.location().position().y); "
    "if page not in found { found.insert(page, (mark.value, y <= HIGH)) } "
    "else if found.at(page).last() { "
    "found.insert(page, (if y < LOW { mark.value } else { found.at(page).first() }, false)) } }; found }"
)


@record(frozen=True)
class Parity:
    """The room in points that odd and even pages take back at the top and at the bottom.

    ``apart`` says that the first page has a look of its own, and takes none. With ``turns``, the labels of the texts
    that sections begin with, it is pages before the first, behind it and behind each other one in place of odd and
    even ones, ``why`` the reason.
    """

    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    apart: bool
    turns: tuple[str, ...] = ()
    why: str = ""

    @property
    def reason(self) -> str:
        """Why pages would be refused where this cannot be drawn, empty where all leave the same room."""
        above, below = max(self.tops) > EQUAL, max(self.bottoms) > EQUAL
        if self.turns:
            return self.why if above or below else ""
        return UNEVEN_HEADERS if above else UNEVEN_FOOTERS if below else ""

    def preamble(self, index: int, top: float, foot: float) -> list[str]:
        """The code before the text of page setting ``index``, which stands from ``top`` to ``foot`` at most."""
        rooms = [
            "; ".join(
                f'place({edge}, scope: "parent", float: true, clearance: {pt(room)}, {_HELD})'
                for edge, room in (("top", top), ("bottom", bottom))
                if room > EQUAL
            )
            for top, bottom in zip(self.tops, self.bottoms, strict=True)
        ]
        made = ", ".join(f"{{ {room} }}" for room in rooms)
        kind = "kind(here().page())" if self.turns else "int(calc.even(counter(page).get().first()))"
        which = f"({made}).at({kind})"
        if self.apart:
            which = f"if here().page() != locate(<vanthu-{index}>).page() {{ {which} }}"
        taken = max(self.tops) + max(self.bottoms)
        callers = _CALLERS.replace("HIGH", pt(top + max(self.tops) + 1)).replace("LOW", pt(foot - 2 * taken))
        first = "callers().at(str(here().page()), default: (none,)).first() == n"
        high = pt(top + max(self.tops) + 1)
        behind = (
            f"let kind(page) = ({''.join(f'locate({turn}), ' for turn in self.turns)}).filter(at => page > at.page() "
            f"or (page == at.page() and at.position().y < {high})).len()"
        )
        return [
            *([behind] if self.turns else []),
            callers,
            f"let begins(n) = {{ [#metadata(n)<vanthu-start>]; context if {first} {{ {which} }} }}",
        ]

    def marked(self, code: Sequence[str], index: int) -> list[str]:
        """The code of blocks, each with the call that its page may need."""
        made: list[str] = []
        for number, line in enumerate(code):
            made += [line] if line.startswith(_SPACES) else [f'begins("{index}-{number}")', line]
        return [*made, f'begins("{index}-end")']

    def check(self, index: int) -> str:
        """Code behind the text that refuses it where a page found no block to call for its room."""
        held = [(top > EQUAL) + (bottom > EQUAL) for top, bottom in zip(self.tops, self.bottoms, strict=True)]
        kind = "kind(page)" if self.turns else "int(calc.even(page + shift))"
        start = "first + 1" if self.apart else "first"
        return (
            f"context {{ let first = locate(<vanthu-{index}>).page(); "
            "let shift = counter(page).get().first() - here().page(); "
            "let held = query(<vanthu-room>).map(mark => mark.location().page()); "
            f"for page in range({start}, here().page() + 1) {{ "
            "if held.filter(other => other == page).len() != "
            f'({", ".join(map(str, held))}).at({kind}) {{ panic("{self.reason}") }} }} }}'
        )


def parity_of(tops: Sequence[float], bottoms: Sequence[float], apart: bool) -> Parity:
    """The room that pages take back of the edges of each kind, ``tops`` and ``bottoms`` points from the paper's."""
    above, below = (tuple(edge - min(edges) for edge in edges) for edges in (tops, bottoms))
    return Parity(above, below, apart)
