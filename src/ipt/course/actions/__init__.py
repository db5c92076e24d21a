"""Writes: rule, write, record."""
