"""What the program decides: matches, progress, reminders; functions of what is known and of today."""
