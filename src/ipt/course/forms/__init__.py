"""What people type, parsed and validated."""
