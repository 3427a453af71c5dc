"""Files that hold others: archives, web archives, messages and mailboxes."""
