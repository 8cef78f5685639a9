"""Putting a backup in the place of the store: which, with whose key, and what it does."""
