"""A text to the places that name something: rules, lists, and what texts say of each other's words."""
