"""What goes on paper: the records of each overview and the queries that fill them."""
