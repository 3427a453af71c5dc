"""The trained part of finding names: a small network over what words look like and what the rules say of them."""
