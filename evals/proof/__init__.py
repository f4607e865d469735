"""Proof that the evals guard: seeded defects, each of which must make them fail."""
