"""A fictional office to look at: a register with known dirt, and one story worth reading."""
