"""Text and options → a query; a query × an event → a verdict; counting."""
