"""What is done to a PDF once an engine has made it: its metadata completed, its soundness proved."""
