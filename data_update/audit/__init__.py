"""The audit: which anchor slots are wrong, for whom. One expression for every engine that Ibis speaks to."""
