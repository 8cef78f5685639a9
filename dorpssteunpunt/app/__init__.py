"""Wiring: the one place where the parts are built and connected."""
