"""Paper, margins, fonts, colours, page numbers."""
