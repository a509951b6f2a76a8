"""LibreOffice on request: found, run under guard, several at once."""
