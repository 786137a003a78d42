"""Events → Rich renderables, plain lines and plain values. Nothing here prints."""
