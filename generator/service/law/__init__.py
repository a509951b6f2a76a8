"""Legal bases for any front end: asked for, audited, added to an agency's own."""
