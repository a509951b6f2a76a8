"""The register of outgoing documents: numbers, the act of issuing, its lines, what is found in it, files of them."""
