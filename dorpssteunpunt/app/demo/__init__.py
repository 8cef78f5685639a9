"""The demo village: fictional people, a history that follows from seed and date, a day played."""
