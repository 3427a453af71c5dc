"""PDF, documents of word processors, and EPUB."""
