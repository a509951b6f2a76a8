"""The issuer and its superior."""
