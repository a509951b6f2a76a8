"""One module a document type: each names its types, its template and what the template reads beyond the rest."""
