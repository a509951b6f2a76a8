"""What stands outside the flow of the text, given a place in it before it is written."""
