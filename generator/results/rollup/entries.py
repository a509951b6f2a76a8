"""One figure of a unit as an entry of the office's ``ket-qua.yaml``, with where it comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.dossier.quality.results import Result, typed_figure
from generator.dossier.quality.target_lines import TargetLine
from generator.faults import Fault
from generator.results.amounts import Amount
from generator.results.ledger import Ledger, Series
from generator.results.rollup.model import Entry, UnitDossier
from generator.typed.fields import clean_text
from generator.wording.characters import forbidden_characters
from generator.wording.times.dates import short_date
from generator.wording.times.periods import Period


def entry_of(
    line: TargetLine,
    name: str,
    period: Period,
    amount: Amount,
    unit: UnitDossier,
    explained: list[Result],
    year: int,
    *,
    numbered: bool,
) -> Entry:
    """The entry of what a unit reached; ``numbered`` where the target must be named among several."""
    entry: Entry = {"muc_tieu": line.objective.id, "don_vi": name}
    if numbered:
        entry["chi_tieu"] = str(line.position + 1)
    entry["ky"] = str(replace(period, year=None))
    if period.year != year:
        entry["nam"] = str(period.year)
    if amount.is_fraction:
        entry |= {"tu_so": amount.numerator, "mau_so": amount.denominator}
    elif amount.number is not None and amount.terms[0].result.value is not None:
        value = sum((t.result.value for t in amount.terms if t.result.value is not None), start=_zero(amount))
        entry["gia_tri"] = typed_figure(value)
    else:
        entry["muc"] = amount.level
    for key, attribute in (("nguyen_nhan", "cause"), ("khac_phuc", "action"), ("minh_chung", "evidence")):
        texts = list(dict.fromkeys(text for result in explained for text in getattr(result, attribute) or ()))
        if texts:
            entry[key] = texts
    acting = [result for result in explained if result.action]
    if len(acting) == 1:  # the one action keeps who answers for it and until when
        one = acting[0]
        followed = (("han_khac_phuc", one.action_due), ("xong_khac_phuc", one.action_done))
        entry |= {"nguoi_khac_phuc": one.action_by} if one.action_by else {}
        entry |= {key: short_date(day) for key, day in followed if day}
    if amount.estimated:
        entry["uoc"] = "có"
    results = [term.result for term in amount.terms]
    reporters = {result.reporter for result in results if result.reporter}
    if len(reporters) == 1:
        entry["nguoi_bao_cao"] = reporters.pop()
    if len(results) == 1 and results[0].corrected:
        entry |= {"so_da_cong_bo": results[0].published, "dinh_chinh": results[0].corrected}
    days = [result.reported for result in results if result.reported]
    if days:
        entry["ngay_bao_cao"] = short_date(max(days))
    places = "; ".join(dict.fromkeys(source.place for source in amount.sources(unit.place)))
    entry["ghi_chu"] = _note(unit.label, places + (f"; {amount.formula}" if len(results) > 1 else ""))
    return entry


def _note(file: str, places: str) -> str:
    """The note as a dossier may hold it: files and sheets have names that no text of a dossier may have."""
    if _is_sound(f"{file}: {places}"):
        return f"{file}: {places}"
    file, places = _printable(file), _printable(places)
    for text in (f"{file}: {places}", f"{_ascii(file)}: {places}"):  # an old font is told by the words around it
        if _is_sound(text):
            return text
    return _ascii(f"{file}: {places}")


def _printable(text: str) -> str:
    return "".join("·" if forbidden_characters(char) else char for char in text).replace("{", r"\{")


def _ascii(text: str) -> str:
    return "".join(char if char.isascii() else "·" for char in text)


def _is_sound(text: str) -> bool:
    try:
        clean_text(text)
    except Fault:
        return False
    return True


def _zero(amount: Amount) -> Any:
    value = amount.terms[0].result.value
    return value - value if value is not None else 0


def explained_by(ledger: Ledger, series: list[Series], period: Period) -> list[Result]:
    """The unit's entries that may explain the figure."""
    return [result for one in series for _, result in ledger.explained(one, period)]
