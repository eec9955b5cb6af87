"""From a form that somebody filled in to a record of the program."""
