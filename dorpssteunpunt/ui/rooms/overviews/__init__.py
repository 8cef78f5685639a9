"""The papers of the support point: look at them, print them, keep them as a file."""
