"""Pure functions between the nouns and the screen: wrapping, painting, laying out."""
