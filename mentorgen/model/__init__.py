"""What a program is made of: frozen values that know no file, no YAML and no clock."""
