"""Certified runs."""
