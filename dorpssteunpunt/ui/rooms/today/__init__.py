"""Today: who is here, what was handed over, what is due and what is wrong, at one glance."""
