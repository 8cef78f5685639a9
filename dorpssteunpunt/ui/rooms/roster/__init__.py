"""The room of the roster: a week as a grid, and whom to ask for a shift."""
