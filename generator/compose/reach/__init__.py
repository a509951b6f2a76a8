"""What of a dossier a template reads besides what was composed, and the one list of it all."""
