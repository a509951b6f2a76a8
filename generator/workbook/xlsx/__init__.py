"""An Excel file as the cells a clerk sees; what they mean for a dossier is not known here."""
