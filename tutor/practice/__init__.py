"""Practice: exercises made from the notes, verified, graded, scheduled and exported."""
