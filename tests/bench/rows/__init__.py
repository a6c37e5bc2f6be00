"""One module a group of rows of the table."""
