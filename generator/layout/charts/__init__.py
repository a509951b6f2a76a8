"""Charts (``c:chart``) as groups of lines, boxes and texts, from the values the file keeps of them."""
