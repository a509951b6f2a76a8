"""How a document's number and its day are written, by every kind of office and in every time."""
