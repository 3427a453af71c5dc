"""The bookmarks desk in storeys: the list of what was kept, changing it, and its ways out and in."""
