"""One business act a function, each run whole in one transaction."""
