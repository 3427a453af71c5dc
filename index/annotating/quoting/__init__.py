"""A text to what is said in it, in quotation marks or without, and by whom."""
