"""From files to a program and its problems: the only reader of `program/` and `training/`."""
