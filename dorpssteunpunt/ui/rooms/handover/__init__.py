"""The logbook on the screen: what one shift hands over to the next."""
