"""→ bytes: one module per format."""
