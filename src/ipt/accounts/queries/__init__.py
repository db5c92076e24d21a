"""Reads: people, links and sessions."""
