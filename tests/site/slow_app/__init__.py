"""A room of a later version, with a lot to change in the tables."""
