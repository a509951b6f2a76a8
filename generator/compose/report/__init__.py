"""A report of results: its parts in their order, their tables and charts, and where every figure comes from."""
