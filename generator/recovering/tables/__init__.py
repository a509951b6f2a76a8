"""The tables of a document: as laid out in a grid, and as the free table of a dossier."""
