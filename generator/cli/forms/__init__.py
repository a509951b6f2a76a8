"""Commands on the forms of an agency's own."""
