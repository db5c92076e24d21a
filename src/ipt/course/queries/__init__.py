"""Reads, each beginning from what the user may see."""
