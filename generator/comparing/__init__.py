"""What changed: between two dossiers, between two Word files, between a dossier and the file that was made of it."""
