"""Benchmarks: what this service does in a second, beside what a user would pick instead."""
