"""What leaves the store for other programs: calendars of shifts and the roster as a table."""
