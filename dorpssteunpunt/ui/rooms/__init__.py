"""One package per room of the window; rooms do not know each other."""
