"""Pages: load, call one action, render."""
