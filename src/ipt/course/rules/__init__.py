"""Who may do what with a cohort, a place and what hangs on it."""
