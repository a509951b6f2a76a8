"""Tables of the old document that show what a dossier holds → tables of the form that are drawn row by row."""
