"""What is made of an issued document: its number and date, the book of the register, its archive."""
