"""What is said of a matching: reports, tables and files, out of the values that the analysis gives."""
