"""Load on a server: prepared requests, sent by a process of its own."""
