"""A roster to be made: the problem as a frozen whole, and the proposal that answers it."""
