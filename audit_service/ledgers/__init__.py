"""Registers that an office keeps as spreadsheets, read and taken over into the record."""
