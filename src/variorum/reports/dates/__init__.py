"""Dates and times as pages, texts and containers write them, read as bounds of days and ISO 8601 times."""
