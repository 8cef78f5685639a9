"""The page on which people say who they are: by name and PIN, passphrase or recovery code."""
