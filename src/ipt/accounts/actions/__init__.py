"""Writes: people, links and sessions."""
