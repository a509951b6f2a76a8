"""Cells of tables: what stands in them and how they look; the rare ones, turned, spaced or framed, beside them."""
