"""What newspapers state in words: dates, bylines, outlets, languages."""
