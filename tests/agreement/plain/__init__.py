"""What a file means, told to LibreOffice in words that it understands."""
