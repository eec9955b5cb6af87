"""From a program to the views of its pages: one module for each page."""
