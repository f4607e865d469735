"""Reading: what the notes state, as values that questions are made of, and the sentences that say it."""
