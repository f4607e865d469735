"""Portuguese as exams write it: words, phrases, articles and names, with no knowledge of any subject."""
