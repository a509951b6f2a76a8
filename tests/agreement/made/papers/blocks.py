"""``Paragraphs``: the paragraphs of a paper: title, bases, articles, lists, lines to fill in, notes."""

from __future__ import annotations

from tests.agreement.made.draft import flag, inline, paragraph, run, value
from tests.agreement.made.papers.text import Typist
from tests.agreement.made.sentences import SENTENCES


class Paragraphs(Typist):
    """Writes the paragraphs of a paper."""

    def _title(self) -> list[str]:
        centred = {**value("jc", "center"), **self._tight()}
        return [
            paragraph(run("QUYẾT ĐỊNH", flag("b")), centred),
            paragraph(self.words("Về việc " + self.draft.pick(SENTENCES)[:70].strip(), flag("b")), centred),
            paragraph("", self._tight()),
        ]

    def _basis(self) -> str:
        look = flag("i") if self.draft.chance(0.5) else {}
        return paragraph(self.words("Căn cứ " + self._sentence(1, 1), look), self.body)

    def _article(self) -> str:
        number = self.words(f"Điều {self.draft.rng.randint(1, 12)}. ", flag("b"))
        return paragraph(number + self._mixed(self._sentence()), self.body)

    def _plain(self) -> str:
        return paragraph(self._mixed(self._sentence(1, 4)), self.body)

    def _dash(self) -> str:
        label = self.draft.pick(("- ", "+ ", "a) ", "1.2. ", "-  "))
        return "".join(
            paragraph(self.words(label + self._sentence(1, 1)), self.body) for _ in range(self.draft.rng.randint(1, 4))
        )

    def _letter(self) -> str:
        self.draft.use("paper: label and tab")
        label = self.draft.pick(("-", "a)", "1.", "•"))
        return paragraph(self.words(label) + inline("<w:tab/>") + self.words(self._sentence(1, 2)), self.body)

    def _fill(self) -> str:
        self.draft.use("paper: fill line by tab")
        at = self.draft.pick((self.width, self.width - 6, self.width + 12, 9072))
        kind = self.draft.pick(("left", "right"))
        tabs = {"tabs": f'<w:tabs><w:tab w:val="{kind}" w:leader="dot" w:pos="{at}"/></w:tabs>'}
        asked = self.draft.pick(("Họ và tên:", "Địa chỉ: ", "Nơi sinh", "Lý do xin nghỉ: "))
        return paragraph(self.words(asked) + inline("<w:tab/>"), {**self.body, **tabs})

    def _dots(self) -> str:
        self.draft.use("paper: typed dots")
        dot = self.draft.pick((".", "…", ". ", "_", "…. "))
        asked = self.draft.pick(("Họ và tên: ", "Sinh ngày:", "Số CCCD: ", ""))
        count = self.draft.rng.randint(10, 60) * (1 if len(dot) > 1 or dot == "…" else 3)
        tail = self.draft.pick(("", "", ";", " (ký, ghi rõ họ tên)", "đồng/tháng"))
        return paragraph(self.words(asked + dot * count + tail), self.body)

    def _noted(self) -> str:
        draft = self.draft
        if not self.noted:
            return self._plain()
        draft.use("paper: footnote")
        number = len(draft.notes) + 1
        draft.notes.append(
            f'<w:footnote w:id="{number}">'
            + paragraph(
                inline("<w:footnoteRef/>", value("rStyle", "FootnoteReference"))
                + self.words(f" {self._sentence(1, 2)}"),
                {**value("pStyle", "FootnoteText"), **(value("jc", "both") if draft.chance(0.5) else {})},
            )
            + "</w:footnote>"
        )
        mark = inline(f'<w:footnoteReference w:id="{number}"/>', value("rStyle", "FootnoteReference"))
        return paragraph(self.words(self._sentence()) + mark + self.words(" " + self._sentence(1, 1)), self.body)
