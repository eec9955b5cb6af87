"""The published site: views of a program in, pages and pictures out."""
