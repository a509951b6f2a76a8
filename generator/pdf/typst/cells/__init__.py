"""Rare cells of tables: those that stand apart."""
