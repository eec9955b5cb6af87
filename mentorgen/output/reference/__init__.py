"""The reference: what can be written in files, which rules they keep, which commands there are."""
