"""Dorpssteunpunt: the daily desk of a village support point, run by volunteers."""

__version__ = "0.1.0"
