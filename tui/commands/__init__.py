"""The command line: one module a command, each light to import; what is heavy is imported when it runs."""
