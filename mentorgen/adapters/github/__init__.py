"""What happens at GitHub: reading it, changing it, and the protocols that keep both safe."""
