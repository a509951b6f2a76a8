"""What a PDF shows: lines, words, and how two of them differ."""
