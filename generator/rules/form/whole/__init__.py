"""Rules of the document as a whole: its type, which components it has, in what order, the fixed lines of its Mẫu."""
