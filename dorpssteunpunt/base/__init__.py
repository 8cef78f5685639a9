"""What every layer may use: clock, language, formats, errors, paths and the log."""
