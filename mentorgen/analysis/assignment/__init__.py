"""Who is matched with whom, in numbers alone: the exact optimum, stage after stage, and its proof."""
