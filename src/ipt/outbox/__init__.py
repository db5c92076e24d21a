"""Messages due: one row per message and recipient, written with the change it tells of, sent later."""
