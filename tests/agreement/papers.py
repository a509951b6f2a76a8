"""``make_paper``: a whole paper as an office types it, from a seed: head, bases, articles, tables, signature.

The constructs of ``grammar`` are rare and each by itself; here everything is common, and many small habits of Word's
users meet in one file: runs cut anywhere, letters drawn closer to save a line, dots typed to the margin, words with
slashes in narrow columns, a signature table at the foot of the page.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.agreement.draft import Draft, Properties, attributes, field_code, flag, inline, paragraph, run, value
from tests.agreement.grammar import Made
from tests.agreement.sentences import CELLS, SENTENCES
from tests.agreement.tables import Grid

_TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARKS = (
    "02/QĐ-PCLB", "45/KH-UBND", "Bộ/ngành", "tập thể/cá nhân", "và/hoặc", "2024-2025", "A/B/C", "(nếu có)",
    "7h00-7h15", "08g30’", "e-mail: vanthu@binhduong.gov.vn", "http://ubnd.gov.vn/tin-tuc", "01/01/2025", "…/…/2025",
    "kinh tế - xã hội", "30.000 đ/m2", "Q.I/2025", "HĐND&UBND", "(1)", "“trọn gói”", "05%", "I/2025;", "No. 12",
    "ngày .../.../2025", "số: ....../QĐ-UBND", "ngày      tháng      năm 2025",
)  # fmt: skip
_NARROW = (
    "Tải trọng/ Sức chứa", "7h00-7h15", "Số/ký hiệu", "Đơn vị tính", "Thời gian thực hiện", "Lãnh đạo UBND",
    "kinh tế-xã hội", "Ghi chú", "STT", "Hoàn thành/chưa hoàn thành", "Quý I/2025", "Văn phòng HĐND-UBND", "x", "",
    "12.345.678.900", "Phòng TC-KH", "vanthu@gov.vn", "Công an xã;", "1/", "- Đạt", "98,5%", "Trước 20/12",
)  # fmt: skip
_SHORT = ("1", "2", "10", "TT", "x", "", "5%", "VP", "Đạt", "Quý I", "01/3")


def make_paper(seed: int) -> Made:
    """The paper of a seed."""
    rng = random.Random(f"paper {seed}")
    paper = _Paper(Draft(rng))
    body = paper.write()
    return Made(seed, paper.draft.package.write(body), frozenset(paper.draft.constructs))


class _Paper:
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

    def write(self) -> str:
        draft = self.draft
        # LibreOffice leaves an empty line above a table at the very top of a file with footnotes.
        blocks = [paragraph("", self._tight())] if self.noted else []
        blocks += [self._head(), paragraph("", self._tight()), *self._title()]
        blocks += [self._basis() for _ in range(draft.rng.randint(1, 5))]
        blocks += [paragraph(run("QUYẾT ĐỊNH:", flag("b")), value("jc", "center"))]
        kinds: tuple[Callable[[], str], ...] = (
            self._article, self._article, self._plain, self._plain, self._plain, self._dash, self._letter,
            self._fill, self._dots, self._grid, self._two_sides, self._noted,
        )  # fmt: skip
        blocks += [draft.pick(kinds)() for _ in range(draft.rng.choice((4, 8, 12, 20, 30)))]
        blocks += [paragraph("", self._tight())] * draft.rng.randint(0, 2) + [self._signature()]
        if draft.chance(0.3):
            blocks += [*[paragraph("")] * draft.rng.randint(0, 3)]
        self._parts()
        return "".join(blocks) + paragraph("", self._tight()) + self._section()

    # -- text ---------------------------------------------------------------------------------------------------

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

    # -- blocks -------------------------------------------------------------------------------------------------

    def _tight(self) -> Properties:
        return attributes("spacing", before=0, after=0, line=240, lineRule="auto")

    def _table(self, grid: Grid, *, fixed: bool, indent: int | None = None) -> str:
        grid.table["tblW"] = self.draft.pick(
            (f'<w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/>', '<w:tblW w:w="0" w:type="auto"/>')
        )
        if fixed:
            grid.table["tblLayout"] = '<w:tblLayout w:type="fixed"/>'
        if indent is not None:
            grid.table["tblInd"] = f'<w:tblInd w:w="{indent}" w:type="dxa"/>'
        return grid.write()

    def _head(self) -> str:
        draft = self.draft
        left = draft.pick((3000, 3300, 3600, 3969))
        right = self.width - left + draft.pick((0, 0, 216, 400))
        grid = Grid([left, right], 2)
        centred, bold = {**value("jc", "center"), **self._tight()}, flag("b")
        size = value("sz", draft.pick((24, 26)))
        place = draft.pick(("Bình Dương, ngày      tháng 01 năm 2025", "Bàu Bàng, ngày 03 tháng 01 năm 2025"))
        grid.content = {
            (0, 0): paragraph(self.words("ỦY BAN NHÂN DÂN", {**size, **bold}), centred)
            + paragraph(self.words(draft.pick(("XÃ LAI UYÊN", "THÀNH PHỐ THỦ DẦU MỘT")), {**size, **bold}), centred),
            (0, 1): paragraph(self.words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {**size, **bold}), centred)
            + paragraph(self.words("Độc lập - Tự do - Hạnh phúc", {**value("sz", 28), **bold}), centred),
            (1, 0): paragraph(self.words(draft.pick(("Số: 45/QĐ-UBND", "Số:        /QĐ-UBND")), size), centred),
            (1, 1): paragraph(self.words(place, {**value("sz", 28), **flag("i")}), centred),
        }
        return self._table(grid, fixed=draft.chance(0.5), indent=draft.pick((None, -108, -176, 108)))

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

    def _grid(self) -> str:
        draft = self.draft
        draft.use("paper: table")
        columns = draft.rng.randint(3, 8)
        shares = [draft.rng.choice((0.5, 0.8, 1.0, 1.6, 2.4)) for _ in range(columns)]
        total = self.width + draft.pick((0, 0, 108, 216))
        widths = [max(int(total * share / sum(shares)), 520) for share in shares]
        grid = Grid(widths, draft.rng.choice((2, 3, 5, 9, 20)))
        grid.table = {"tblBorders": f"<w:tblBorders>{_BORDERS}</w:tblBorders>"}
        size = value("sz", draft.pick((22, 24, 26, 28)))
        spacing = draft.pick((self._tight(), {}, attributes("spacing", before=60, after=60)))
        for r in range(grid.rows):
            for c in range(columns):
                text = draft.pick(_NARROW) if draft.chance(0.5) else draft.pick(CELLS)
                if widths[c] < 1100 and not draft.chance(0.1):  # words cut in two are rare in life
                    text = draft.pick(_SHORT)
                elif c == columns // 2 and r and draft.chance(0.4):
                    text = self._sentence(1, 2)
                look = {**size, **(flag("b") if r == 0 else {})}
                align = value("jc", "center" if r == 0 else draft.pick(("left", "both", "center")))
                grid.content[r, c] = paragraph(self.words(text, look), {**spacing, **align})
        if draft.chance(0.4):
            grid.every_cell(value("vAlign", "center"))
        if draft.chance(0.3):
            grid.row = {0: "<w:tblHeader/>"}
        if draft.chance(0.2):
            grid.row |= {r: "<w:cantSplit/>" + grid.row.get(r, "") for r in range(grid.rows)}
        return self._table(grid, fixed=draft.chance(0.4), indent=draft.pick((None, 0, 108, -5))) + paragraph(
            "", self._tight()
        )

    def _two_sides(self) -> str:
        """Two columns without lines, as a form has them."""
        self.draft.use("paper: two sides")
        half = self.width // 2
        grid = Grid([half, self.width - half], 1)
        grid.content = {
            (0, c): "".join(
                paragraph(self.words(self.draft.pick(CELLS) + ": " + self.draft.pick(_NARROW)), self._tight())
                for _ in range(self.draft.rng.randint(1, 4))
            )
            for c in (0, 1)
        }
        return self._table(grid, fixed=self.draft.chance(0.5))

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

    def _signature(self) -> str:
        draft = self.draft
        left = draft.pick((4200, 4536, 4800))
        grid = Grid([left, self.width - left], 1)
        tight, small = self._tight(), value("sz", 22)
        names = (
            "Như Điều 3;",
            "UBND tỉnh (b/c);",
            "TT. Đảng ủy, HĐND xã;",
            "Các phòng, ban, đơn vị thuộc UBND xã;",
            "Lưu: VT, VP.",
        )
        centred = {**tight, **value("jc", "center")}
        gap = paragraph("", {**centred, "rPr": f"<w:rPr>{value('sz', 28)['sz']}</w:rPr>"})
        grid.content = {
            (0, 0): paragraph(self.words("Nơi nhận:", {**value("sz", 24), **flag("b"), **flag("i")}), tight)
            + "".join(paragraph(self.words(f"- {name}", small), tight) for name in names[: draft.rng.randint(2, 5)]),
            (0, 1): paragraph(self.words("TM. ỦY BAN NHÂN DÂN", flag("b")), centred)
            + paragraph(self.words("CHỦ TỊCH", flag("b")), centred)
            + gap * draft.rng.randint(3, 5)
            + paragraph(self.words("Nguyễn Văn An", flag("b")), centred),
        }
        if draft.chance(0.2):
            grid.row = {0: "<w:cantSplit/>"}
        return self._table(grid, fixed=draft.chance(0.5), indent=draft.pick((None, 108)))

    # -- parts --------------------------------------------------------------------------------------------------

    def _parts(self) -> None:
        draft = self.draft
        spacing = draft.pick(
            ("", "", '<w:spacing w:after="200" w:line="276" w:lineRule="auto"/>',
             '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>')
        )  # fmt: skip
        kern = '<w:kern w:val="2"/>' if draft.chance(0.15) else ""
        draft.package.add(
            "styles",
            f'<w:docDefaults><w:rPrDefault><w:rPr>{_TIMES}{kern}<w:sz w:val="{self.size}"/><w:lang w:val="en-US"/>'
            f"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{spacing}</w:pPr></w:pPrDefault></w:docDefaults>"
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
            '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
            '<w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
            '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
            '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
            '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        )
        notes = ""
        if draft.notes:
            draft.package.add(
                "footnotes",
                '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
                '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
                "</w:footnote>" + "".join(draft.notes),
            )
            notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        mode = (
            '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
            f'w:val="{self.mode}"/></w:compat>'
        )
        draft.package.add(
            "settings", f'<w:defaultTabStop w:val="{draft.pick((720, 720, 567))}"/>{notes}{mode if self.mode else ""}'
        )

    def _section(self) -> str:
        draft = self.draft
        references = title = ""
        if draft.chance(0.6):
            look = {**value("jc", "center")}
            reference = draft.package.add("header", paragraph(field_code("PAGE", "2"), look))
            references = f'<w:headerReference w:type="default" r:id="{reference}"/>'
            if draft.chance(0.7):
                first = draft.package.add("header", paragraph("", look))
                references += f'<w:headerReference w:type="first" r:id="{first}"/>'
                title = "<w:titlePg/>"
        grid = '<w:docGrid w:linePitch="360"/>' if draft.chance(0.7) else ""
        size = attributes("pgSz", w=11906, h=16838)["pgSz"]
        return f"<w:sectPr>{references}{size}{attributes('pgMar', **self.margins)['pgMar']}{title}{grid}</w:sectPr>"
