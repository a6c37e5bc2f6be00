"""What a user would pick instead: the stock library behind the same framework, and the floor under both."""
