"""The columns of the sheet of results that compute themselves, what stops a wrong figure, and colours for misses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from openpyxl.formatting.rule import FormulaRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.dossier.quality.targets import Target
from generator.targets.measure import Comparison
from generator.workbook.sheets.layout import OBJECTIVES, RATE, RESULTS, VERDICT
from generator.workbook.sheets.named import BETWEEN
from generator.workbook.writing.choices import FIRST, Sheets

PRINTED, COMPARED = "Mục tiêu đề ra", "Giá trị so sánh"
"""The headings of a target's words: those that are printed, those typed for comparing."""

Style = Literal["stop", "warning"]
_MISSED, _MET = "Không đạt", "Đạt"
_RED = PatternFill("solid", bgColor="FFF8CBAD")
_YELLOW = PatternFill("solid", bgColor="FFFFF2CC")
_RED_TEXT = Font(bold=True, color="FFC00000")
_SIGNS = {
    Comparison.AT_LEAST: ">=",
    Comparison.MORE_THAN: ">",
    Comparison.AT_MOST: "<=",
    Comparison.LESS_THAN: "<",
    Comparison.EXACTLY: ">=",  # a plain figure asks for no less
}
_PHRASES = ("≥ {}%", "≥{}%", "{}%", "từ {}% trở lên", "tối thiểu {}%", "trên {}%", "≤ {}%", "≤{}%", "không quá {}%")
_USUAL = (*range(1, 6), 10, 50, 60, 70, 75, 80, 85, *range(90, 101))
_HALVES = ("97,5", "98,5", "99,5")
_LAST_ROW = 2000


class FigureColumns:
    """Writes what computes itself; ``readings`` are the words of rates with the comparison the program reads."""

    def __init__(self, lists: Worksheet, sheets: Sheets, free: int, targets: Iterable[str]) -> None:
        self._lists = lists
        self._sheets = sheets
        self._free = free
        self._readings = self._write_readings(dict.fromkeys([*targets, *_usual_targets()]))
        self._targets = self._write_targets()

    def formulas(self, row: int) -> dict[str, str]:
        """The formulas of one row of results by heading."""
        at = {heading: f"${letter}{row}" for heading, letter in self._sheets.letters[RESULTS].items()}
        done, all_, rate = at["Tử số"], at["Mẫu số"], at[RATE.heading]
        computed = f'=IF(AND(ISNUMBER({done}),ISNUMBER({all_})),IF({all_}>0,{done}/{all_},""),"")'
        objective = at["Mục tiêu"]
        code = f'IFERROR(LEFT({objective},FIND("{BETWEEN}",{objective})-1),{objective})'
        key = f'{code}&"|"&{at["Đơn vị"]}'
        keys, texts = self._targets
        target = f"INDEX({texts},MATCH({key},{keys},0))"
        words, kinds, bounds, scales = self._readings
        reading = f"MATCH({target},{words},0)"
        sides = f"{done}*INDEX({scales},{reading})", f"INDEX({bounds},{reading})*{all_}"
        met = f"CHOOSE(INDEX({kinds},{reading}),{sides[0]}>={sides[1]},{sides[0]}>{sides[1]}"
        met += f",{sides[0]}<={sides[1]},{sides[0]}<{sides[1]})"
        judged = f'IF({met},"{_MET}","{_MISSED}")'
        # One target of the objective for just this unit, a sound fraction: else the report alone can tell.
        known = f'AND({rate}<>"",{at["Chỉ tiêu"]}="",{at["Năm"]}="",COUNTIF({keys},{key})=1)'
        return {RATE.heading: computed, VERDICT.heading: f'=IFERROR(IF({known},{judged},""),"")'}

    def _write_readings(self, texts: Iterable[str]) -> tuple[str, str, str, str]:
        """The words of targets, the comparison (1 to 4), the bound, what a numerator is multiplied by; all whole."""
        rows = list(_readings(texts))
        for at, (words, *numbers) in enumerate(rows, start=FIRST):
            self._lists.cell(at, self._free, words).data_type = "s"  # whatever it begins with, it is no formula
            for step, number in enumerate(numbers, start=1):
                self._lists.cell(at, self._free + step, number)
        first, second, third, fourth = self._ranges(4, len(rows))
        return first, second, third, fourth

    def _write_targets(self) -> tuple[str, str]:
        """The sheet of objectives line by line: code and unit together, then the words of the target."""
        id_, unit, words, typed, since = (
            self._sheets.column(OBJECTIVES, heading)
            for heading in ("Mã mục tiêu", "CQCM, đơn vị theo dõi và báo cáo (Chỉ tiêu)", PRINTED, COMPARED,
                            "Áp dụng từ ngày")
        )  # fmt: skip
        code, key, text = (get_column_letter(self._free + step) for step in range(3))
        rows = self._sheets.rows(OBJECTIVES)
        for at, row in enumerate(rows, start=FIRST):
            above = f"{code}{at - 1}" if at > FIRST else '""'
            self._lists[f"{code}{at}"] = f'=IF(INDEX({id_},{row})<>"",INDEX({id_},{row})&"",{above})'
            said = f'INDEX({words},{row})&INDEX({typed},{row})<>""'
            self._lists[f"{key}{at}"] = f'=IF({said},{code}{at}&"|"&INDEX({unit},{row}),"")'
            # The words judged by are those typed for comparing, where there are any; what began in mid-year is left
            # to the report, which knows the day.
            judged = f'IF(INDEX({typed},{row})<>"",INDEX({typed},{row}),INDEX({words},{row}))'
            self._lists[f"{text}{at}"] = f'=IF(INDEX({since},{row})<>"","",{judged}&"")'
        _, keys, texts = self._ranges(3, len(rows))
        return keys, texts

    def _ranges(self, columns: int, rows: int) -> tuple[str, ...]:
        letters = [get_column_letter(self._free + step) for step in range(columns)]
        self._free += columns
        title = self._lists.title
        return tuple(f"'{title}'!${letter}${FIRST}:${letter}${FIRST + rows - 1}" for letter in letters)


def _usual_targets() -> Iterator[str]:
    for figure in (*map(str, _USUAL), *_HALVES):
        yield from (phrase.format(figure) for phrase in _PHRASES)


def _readings(texts: Iterable[str]) -> Iterator[tuple[str, int, int, int]]:
    """Of each text that asks for a rate by one comparison: the words, the comparison, the bound, the scale."""
    order = [">=", ">", "<=", "<"]
    for text in texts:
        measure = Target.model_validate({"in_ra": text}).measure
        sign = _SIGNS.get(measure.comparison)
        plain = measure.unit.strip() == "%" and measure.months is None and measure.upper is None
        if sign is None or measure.value is None or not plain or (sign == ">=" and not measure.value):
            continue
        places = max(0, -int(measure.value.normalize().as_tuple().exponent))
        scale = Decimal(10) ** places
        yield text, order.index(sign) + 1, int(measure.value * scale), int(100 * scale)


def guard(sheet: Worksheet, letters: dict[str, str], first: int) -> None:
    """What stops figures that are certainly wrong, and the colours of misses, on the sheet of results."""
    done, all_, value, year = (letters[heading] for heading in ("Tử số", "Mẫu số", "Giá trị", "Năm"))
    pair = f'OR({done}{first}="",{all_}{first}="",{done}{first}<={all_}{first})'
    for letter, what in ((done, "Tử số"), (all_, "Mẫu số")):
        ref = f"{letter}{first}"
        said = f"{what} là số nguyên không âm, gõ liền các chữ số; tử số không lớn hơn mẫu số."
        _validate(sheet, letter, first, f"AND(ISNUMBER({ref}),{ref}>=0,{ref}=INT({ref}),{pair})", said)
    ref = f"{value}{first}"
    said = "Giá trị là số không âm, hoặc tỷ lệ kèm dấu %. Vẫn giữ giá trị này?"
    _validate(sheet, value, first, f"AND(ISNUMBER({ref}),{ref}>=0)", said, style="warning")
    ref = f"{year}{first}"
    said = "Năm là số có bốn chữ số."
    _validate(sheet, year, first, f"AND(ISNUMBER({ref}),{ref}>=1990,{ref}<=2100,{ref}=INT({ref}))", said)
    verdict, last = letters[VERDICT.heading], max(letters.values(), key=lambda letter: (len(letter), letter))
    whole = f"A{first}:{last}{_LAST_ROW}"
    above = f"AND(ISNUMBER(${done}{first}),ISNUMBER(${all_}{first}),${done}{first}>${all_}{first})"
    conditional = sheet.conditional_formatting
    for letter in (done, all_):
        conditional.add(f"{letter}{first}:{letter}{_LAST_ROW}", _rule(above, fill=_RED, font=_RED_TEXT))
    missed = f'${verdict}{first}="{_MISSED}"'
    for heading in ("Nguyên nhân", "Hành động khắc phục"):
        letter = letters[heading]
        blank = f'AND({missed},{letter}{first}="")'
        conditional.add(f"{letter}{first}:{letter}{_LAST_ROW}", _rule(blank, fill=_YELLOW))
    conditional.add(f"{verdict}{first}:{verdict}{_LAST_ROW}", _rule(missed, font=_RED_TEXT, fill=_RED))
    conditional.add(whole, _rule(missed, fill=_RED))


def _rule(formula: str, fill: PatternFill, font: Font | None = None) -> Rule:
    made: Rule = FormulaRule([formula], fill=fill, font=font)  # type: ignore[no-untyped-call]
    return made


def _validate(sheet: Worksheet, letter: str, first: int, formula: str, said: str, style: Style = "stop") -> None:
    validation = DataValidation(type="custom", formula1=formula, allow_blank=True, showErrorMessage=True)
    validation.errorStyle, validation.errorTitle, validation.error = style, "Số liệu chưa đúng", said
    sheet.add_data_validation(validation)
    validation.add(f"{letter}{first}:{letter}{_LAST_ROW}")
