"""Proposes rosters: a frozen problem goes in, a frozen proposal with its reasons comes out."""
