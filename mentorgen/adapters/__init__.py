"""The world: command line, MkDocs, disk and clock. Thin; nothing is decided here."""
