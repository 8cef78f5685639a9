"""Filled-in sheets: what volunteers wrote about when they can come, and what it changes."""
