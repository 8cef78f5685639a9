"""Signals: passing one on at the desk, and answering it as a professional."""
