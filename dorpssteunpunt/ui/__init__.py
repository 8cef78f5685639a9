"""The window: what the person at the desk sees and touches."""
