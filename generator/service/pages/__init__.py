"""What a page needs of a dossier: its fields, what is wrong at each, two people's changes put together, its pages."""
