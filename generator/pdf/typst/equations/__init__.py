"""Formulas as Typst sets them: the writer is imported only where a document holds one."""
