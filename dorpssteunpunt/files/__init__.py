"""Files of other programs: a frozen record goes in, the bytes of a file come out."""
