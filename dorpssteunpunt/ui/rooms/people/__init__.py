"""People: residents and volunteers, their contact data and what they offer."""
