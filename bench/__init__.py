"""How fast: the merge and the PDF measured against the programs people use today."""
