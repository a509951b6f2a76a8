"""What a page will look like before it is set: typefaces, the width of text, where lines break, how tall blocks are."""
