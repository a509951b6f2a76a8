"""How people come in, and what a browser may do: sessions, passwords, forged requests, headers."""
