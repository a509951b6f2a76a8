"""What goes wrong between a keyboard and a text: keystrokes, old fonts, lookalikes, signs and spaces."""
