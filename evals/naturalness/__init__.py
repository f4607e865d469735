"""Fitting of how naturally an exercise reads."""
