"""What documents hold: checked, sealed, and kept in files of their own beside the record."""
