"""A Word file, ours or one typed by hand, held against every rule: of form, of law, of wording."""
