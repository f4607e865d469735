"""Fitting of the likelihood that a sentence answers."""
