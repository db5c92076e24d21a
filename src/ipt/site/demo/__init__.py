"""The demonstration: a story about invented people, told through the actions, at the times it happened."""
