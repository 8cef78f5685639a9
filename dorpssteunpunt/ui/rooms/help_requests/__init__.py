"""The room of help requests."""
