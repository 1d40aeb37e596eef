"""The evidence pack: made, verified, and attacked."""
