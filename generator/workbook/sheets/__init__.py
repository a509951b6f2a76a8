"""What the sheets of a workbook hold, from the dossier's own fields: columns, words, and values as cells."""
