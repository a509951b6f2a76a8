"""Tables: the grid, the look of cells, and what table styles say."""
