"""What is measured, and against what; results are printed, never asserted on."""
