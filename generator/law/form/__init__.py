"""Which decree on the form of documents holds on a day, and as what a document is judged by it."""
