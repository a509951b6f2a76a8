"""Results of targets, read out of rows, rows of units and words."""
