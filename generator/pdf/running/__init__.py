"""Typst at work: in this process, or in a child with limits of time and memory."""
