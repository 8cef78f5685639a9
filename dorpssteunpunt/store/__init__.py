"""The encrypted store: tables, keys, migrations and one repository per room."""
