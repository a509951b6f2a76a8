"""The forms of an agency's own, as every front end uses them."""
