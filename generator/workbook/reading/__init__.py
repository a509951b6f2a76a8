"""The cells of a sheet as the nested values of a dossier: headings found, rows told apart, records built."""
