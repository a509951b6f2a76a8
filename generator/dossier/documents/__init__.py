"""The documents to issue as a clerk writes them: what each says of itself, its body and its tables."""
