"""Who may do what: users with roles, tokens of programs, the link that makes the first administrator."""
