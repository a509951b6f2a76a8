"""Lists of what other sheets say, kept as long as what they list by formulas on the hidden sheet of lists."""

from __future__ import annotations

from dataclasses import field

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.records import record
from generator.workbook.reading.row import EXAMPLE
from generator.workbook.sheets.named import BETWEEN

FIRST = 1  # row of each list
ROOM = 60  # rows below the data that are watched for what is typed later
MOST = 1_000  # rows of a source: beyond them a list is of no help


@record(frozen=True)
class Sheets:
    """Where the sheets of a workbook have their columns: letters by heading, the first row of data, the last."""

    letters: dict[str, dict[str, str]]
    first: dict[str, int]
    last: dict[str, int]

    def column(self, sheet: str, heading: str) -> str:
        """All of a column, as formulas name it: it is followed when the column is moved."""
        letter = self.letters[sheet][heading]
        return f"'{sheet}'!${letter}:${letter}"

    def rows(self, sheet: str) -> range:
        """The rows of a sheet that lists look at."""
        first = self.first[sheet]
        return range(first, first + min(self.last[sheet] - first + 1 + ROOM, MOST))


@record()
class LiveLists:
    """Writes the lists into the hidden sheet, each into columns of its own."""

    sheet: Worksheet
    sheets: Sheets
    free: int  # the first column not used
    _written: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def formula(self, sheet: str, heading: str, name: str = "") -> str:
        """The formula of the list of what stands under the heading, each value once, with its name beside it."""
        key = (sheet, heading, name)
        if key not in self._written:
            self._written[key] = self._write(sheet, heading, name)
        return self._written[key]

    def _write(self, sheet: str, heading: str, name: str) -> str:
        """Three columns: the value of each row, how many lines of the list there are so far, the lines."""
        value, count, line = (get_column_letter(self.free + step) for step in range(3))
        self.free += 3
        values, names = self.sheets.column(sheet, heading), self.sheets.column(sheet, name) if name else ""
        rows = self.sheets.rows(sheet)
        last = FIRST + len(rows) - 1
        for at, row in enumerate(rows, start=FIRST):
            cell = f"INDEX({values},{row})"
            self.sheet[f"{value}{at}"] = f'=IF(LEFT({cell},{len(EXAMPLE)})="{EXAMPLE}","",{cell}&"")'
            new = f'AND({value}{at}<>"",COUNTIF({value}${FIRST}:{value}{at},{value}{at})=1)'
            before = f"{count}{at - 1}" if at > FIRST else "0"
            self.sheet[f"{count}{at}"] = f"={before}+IF({new},1,0)"
            found = f"MATCH({at - FIRST + 1},{count}${FIRST}:{count}${last},0)"
            shown = f"INDEX({value}${FIRST}:{value}${last},{found})"
            if name:
                beside = f'LEFT(SUBSTITUTE(INDEX({names},{found}+{rows[0] - FIRST}),CHAR(10)," "),50)'
                shown = f'{shown}&IF({beside}="","","{BETWEEN}"&{beside})'
            self.sheet[f"{line}{at}"] = f'=IF({at - FIRST + 1}>{count}${last},"",{shown})'
        title = self.sheet.title
        length = f"MAX(1,'{title}'!${count}${last})"
        return f"OFFSET('{title}'!${line}${FIRST},0,0,{length},1)"
