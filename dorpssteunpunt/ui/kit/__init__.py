"""What the rooms of the window share: theme, fields, tables and background work."""
