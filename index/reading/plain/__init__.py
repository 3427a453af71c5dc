"""Plain text and Markdown: the lines of a copied page told apart, and what stands at head and foot."""
