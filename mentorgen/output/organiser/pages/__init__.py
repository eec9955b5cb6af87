"""What each of an organiser's pages says, computed from a program that may hold what is private."""
