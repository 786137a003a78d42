"""Answers in the forms that programs and people paste: lines, data, CSV, Markdown. No Rich."""
