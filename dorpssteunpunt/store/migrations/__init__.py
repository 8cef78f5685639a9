"""Every change of the tables, in order; `store.migrate` runs them."""
