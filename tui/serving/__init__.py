"""The explorer in a browser on this machine: a page of our own, and a guard before everything it asks for."""
