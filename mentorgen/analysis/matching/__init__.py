"""A round of matching: who takes part, what speaks for a pair, what stands against it, and who gets whom."""
