"""Starts the program: `python -m dorpssteunpunt`, and the entry of the built program."""

import sys

from dorpssteunpunt.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
