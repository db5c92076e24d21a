"""What ./run test, check, fix and lock do; none of it ships."""
