"""Exports: articles as fields of JSON objects and CSV rows."""
