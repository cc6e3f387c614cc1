"""Passwords, sessions and limits of accounts: decided here, kept elsewhere; the only importer of pwdlib."""
