"""Imports under way: the files that were sent in, what they would come to, and what came of them."""
