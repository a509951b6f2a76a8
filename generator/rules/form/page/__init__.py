"""Paper, margins, fonts, colours."""
