"""The Board's waivers."""
