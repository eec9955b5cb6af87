"""What a bot writes at a forge: forms, answers and the texts of issues and pull requests."""
