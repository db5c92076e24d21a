"""PDF by typst, with the fonts of the house."""
