"""A text to its figures: their values, units and bounds, and what they count."""
