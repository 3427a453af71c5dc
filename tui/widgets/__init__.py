"""One widget each; none imports another."""
