"""Settings: who signs in, and everything a support point decides for itself."""
