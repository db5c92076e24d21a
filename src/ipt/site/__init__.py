"""Composition root: settings, addresses, server, command line, home and error pages."""
