"""Commands on a dossier from year to year."""
