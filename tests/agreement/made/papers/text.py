"""``Typist``: the habits of the one who types a paper, and text as they leave it."""

from __future__ import annotations

from tests.agreement.made.draft import Draft, Properties, attributes, flag, run, value

_MARKS = (
    "02/QĐ-PCLB", "45/KH-UBND", "Bộ/ngành", "tập thể/cá nhân", "và/hoặc", "2024-2025", "A/B/C", "(nếu có)",
    "7h00-7h15", "08g30’", "e-mail: vanthu@binhduong.gov.vn", "http://ubnd.gov.vn/tin-tuc", "01/01/2025", "…/…/2025",
    "kinh tế - xã hội", "30.000 đ/m2", "Q.I/2025", "HĐND&UBND", "(1)", "“trọn gói”", "05%", "I/2025;", "No. 12",
    "ngày .../.../2025", "số: ....../QĐ-UBND", "ngày      tháng      năm 2025",
)  # fmt: skip


class Typist:
    """One paper in the making, with the habits of its typist."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.mode = draft.pick((15, 15, 15, 14, 12, 0))
        self.size = draft.pick((26, 28, 28, 28))
        self.margins = {
            "top": draft.pick((1134, 1134, 851, 1440)),
            "right": draft.pick((1134, 851, 1134, 1440)),
            "bottom": draft.pick((1134, 1134, 851, 1440)),
            "left": draft.pick((1701, 1701, 1418, 1440)),
            "header": draft.pick((720, 567, 454)),
            "footer": draft.pick((720, 567, 340)),
            "gutter": 0,
        }
        self.width = 11906 - self.margins["left"] - self.margins["right"]
        self.body = self._body_look()
        self.noted = draft.chance(0.2)
        self.cut = draft.pick((0.0, 0.1, 0.4))  # how often a run is cut in two
        self.close = draft.pick((0.0, 0.0, 0.3))  # how often letters are drawn closer

    def _body_look(self) -> Properties:
        draft = self.draft
        line = draft.pick(
            (None, None, {"line": 264, "lineRule": "auto"}, {"line": 276, "lineRule": "auto"}, {"line": 360},
             {"line": 288, "lineRule": "auto"}, {"line": 340, "lineRule": "exact"},
             {"line": 320, "lineRule": "atLeast"})
        )  # fmt: skip
        before, after = draft.pick(((0, 120), (120, 120), (60, 60), (120, 0), (0, 0), (80, 80)))
        look = attributes("spacing", before=before, after=after, **(line or {}))
        look |= value("jc", draft.pick(("both", "both", "both", "left")))
        indent = draft.pick((0, 567, 709, 720))
        return look | (attributes("ind", firstLine=indent) if indent else {})

    def words(self, text: str, base: Properties | None = None) -> str:
        """The text in runs as Word leaves them: cut anywhere, some with letters drawn closer."""
        draft, base = self.draft, base or {}
        pieces = []
        while text:
            end = len(text)
            if draft.chance(self.cut) and end > 6:
                end = draft.rng.randrange(1, end)
            look = dict(base)
            if draft.chance(self.close):
                look |= value("spacing", draft.pick((-2, -4, -6, -8, 2, 4)))
                draft.use("paper: close letters")
            pieces.append(run(text[:end], look))
            text = text[end:]
        return "".join(pieces)

    def _sentence(self, least: int = 1, most: int = 3) -> str:
        draft = self.draft
        words = draft.sentences(least, most).split(" ")
        for _ in range(draft.rng.choice((0, 0, 1, 2))):
            words.insert(draft.rng.randrange(len(words) + 1), draft.pick(_MARKS))
        text = " ".join(words)
        return text.replace(" ", "  ", 1) if draft.chance(0.1) else text

    def _mixed(self, text: str, base: Properties | None = None) -> str:
        """The text with some words bold or italic."""
        draft, base = self.draft, base or {}
        words = text.split(" ")
        if len(words) < 6 or draft.chance(0.6):
            return self.words(text, base)
        start = draft.rng.randrange(len(words) - 3)
        middle = draft.pick((flag("b"), flag("i"), {**flag("b"), **flag("i")}))
        return (
            self.words(" ".join([*words[:start], ""]), base)
            + self.words(" ".join(words[start : start + 3]), {**base, **middle})
            + self.words(" ".join(["", *words[start + 3 :]]), base)
        )

    def _tight(self) -> Properties:
        return attributes("spacing", before=0, after=0, line=240, lineRule="auto")
