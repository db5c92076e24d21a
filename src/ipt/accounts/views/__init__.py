"""Pages of sign-in, links and sessions."""
