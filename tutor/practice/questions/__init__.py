"""Questions: drafts of every kind, their stems and distractors, and the verifier that decides."""
