"""Whether records make sense by themselves and beside each other; one module for each subject."""
