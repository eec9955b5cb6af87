"""The command line: one module for each command, and one boundary for errors."""

from mentorgen.adapters.cli.main import main

__all__ = ["main"]
