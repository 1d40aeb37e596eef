"""Pictures of a run as SVG that stands in a page; each says in words, too, what it shows."""
