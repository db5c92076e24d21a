"""Keeping and losing: what a person may take away, and what is erased when they ask."""
