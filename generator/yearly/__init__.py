"""Next year's dossier from this year's: what moves with the year, what a person must decide, what stays."""
