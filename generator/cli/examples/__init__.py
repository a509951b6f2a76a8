"""Commands about the examples that travel with the program."""
