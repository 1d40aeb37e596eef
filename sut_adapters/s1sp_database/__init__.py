"""The database of one S1SP: which certificates it has stored for its devices, as virtual anchor slots (FIA 3.3.2)."""
