"""Formulas of Word (OMML, ECMA-376 part 1, 22.1) as parts of mathematics; read only where a file holds one."""

from __future__ import annotations

from generator.layout.equations.reader import EquationReader, UnknownMathError, alignment

__all__ = ["EquationReader", "UnknownMathError", "alignment"]
