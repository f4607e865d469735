"""Values to HTML: pure functions that escape whatever comes from a note, a question or a model."""
