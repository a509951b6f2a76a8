"""Rows of tables: which stay together, which a page's foot parts, and their code."""
