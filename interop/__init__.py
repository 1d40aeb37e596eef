"""The wire against software that nobody here wrote: the DCC's own tool, and its genuine request templates."""
