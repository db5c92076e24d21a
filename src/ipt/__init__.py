"""IPT Essentials: a three-day course in Interpersonal Psychotherapy, learned, practised, used and evidenced."""
