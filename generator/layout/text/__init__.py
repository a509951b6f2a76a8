"""What paragraphs hold: runs, tabs, breaks, fields, footnotes, and the signs of symbol fonts."""
